import { ChevronRight } from "lucide-preact";
import { useId } from "preact/hooks";
import { ShelfLists } from "../sidebar/lazy-views";
import { usePanelModel } from "../state/panel-model";
import { useUi } from "../ui";
import { shelfPlace } from "./shelf-place";

/** What is at hand before a search: a quiet line under suggestions, open where there is nothing else. */
export function StartShelf() {
  const { text } = useUi();
  const model = usePanelModel();
  const listId = useId();
  const place = shelfPlace(model);
  const shelf = model.shelf.shelf.value;
  if (place === "none" || shelf === null) return null;
  const isBare = [shelf.pinned, shelf.recent, shelf.searches, shelf.similar].every((list) => list.length === 0);
  if (isBare) return null;
  const isOpen = place === "unfolded";
  return (
    <section class="shelf" aria-label={text.shelf.title}>
      <h2 class="shelf-head">
        <button
          type="button"
          class="shelf-button"
          aria-expanded={isOpen}
          aria-controls={isOpen ? listId : undefined}
          onClick={() => model.shelf.setOpen(!isOpen)}
        >
          <ChevronRight class="shelf-arrow" size={14} aria-hidden="true" />
          {text.shelf.title}
        </button>
      </h2>
      {isOpen && (
        <div id={listId}>
          <ShelfLists shelf={shelf} />
        </div>
      )}
    </section>
  );
}
