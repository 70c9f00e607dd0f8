import { usePanelModel } from "../state/panel-model";
import { SearchBox } from "./SearchBox";
import { SearchResults } from "./SearchResults";
import { SyncNotice } from "./SyncNotice";
import { TicketLine } from "./TicketLine";
import { TicketSuggestions } from "./TicketSuggestions";

/** The panel without an open article: search results while there is text in the box, otherwise the suggestions. */
export function ListView() {
  const { search, sync } = usePanelModel();
  const isSearching = search.view.value.state !== "inactive";
  const state = sync.state.value;
  // With no article at hand and none to come, the cause is all there is to say.
  const isBlocked = state !== null && state.problem !== null && state.articleCount === 0;
  return (
    <>
      <header class="panel-top">
        <SearchBox />
        {!isSearching && <TicketLine />}
      </header>
      <main class="panel-main">
        <SyncNotice />
        {!isBlocked && (isSearching ? <SearchResults /> : <TicketSuggestions />)}
      </main>
    </>
  );
}
