import { ShelfLists } from "../sidebar/lazy-views";
import { usePanelModel } from "../state/panel-model";

/** What is at hand, under the empty search field while it is in use. A click between its rows does not leave it. */
export function BoxShelf() {
  const shelf = usePanelModel().shelf.shelf.value;
  if (!shelf || [shelf.pinned, shelf.recent, shelf.searches].every((list) => list.length === 0)) return null;
  return (
    <div class="box-shelf" tabIndex={-1}>
      <ShelfLists shelf={{ ...shelf, similar: [] }} isSearchFirst />
    </div>
  );
}
