import { StepsWithoutTicket, UpdateHint } from "../first-run/StartHints";
import { NewsLine } from "../news/NewsLine";
import { NoticeList } from "../notices/NoticeList";
import { SearchBox } from "../search/SearchBox";
import { SituationList } from "../situations/SituationList";
import { StartShelf } from "../start/StartShelf";
import { usePanelModel } from "../state/panel-model";
import type { TicketView } from "../state/ticket-suggestions";
import { useUi } from "../ui";
import { SearchResults } from "./lazy-views";
import { SyncNotice } from "./SyncNotice";
import { TicketLine } from "./TicketLine";
import { TicketSuggestions } from "./TicketSuggestions";
import { useHolding } from "./use-holding";

/** The panel without an open article: search results while there is text in the box, otherwise the suggestions. */
export function ListView() {
  const { text } = useUi();
  const { search, sync, suggestions, ticket } = usePanelModel();
  const main = useHolding();
  const isSearching = search.view.value.state !== "inactive";
  const state = sync.state.value;
  const name = isSearching ? text.card.searchList : text.card.list;
  // A ticket that may not be read looks like none: said before all else.
  const isAccessFirst = suggestions.view.value.state === "noAccess" && !isSearching;
  // With no article at hand and none to come, the cause is all there is to say.
  const isBlocked = state !== null && state.problem !== null && state.articleCount === 0;
  return (
    <>
      <header class="panel-top">
        <SearchBox />
        {!isSearching && <TicketLine />}
      </header>
      <main
        ref={main}
        class="panel-main"
        tabIndex={-1}
        aria-label={name}
        data-ticket={ticket.value?.id}
        data-suggestions={stateName(suggestions.view.value)}
      >
        <h1 class="visually-hidden">{name}</h1>
        {!isAccessFirst && <SyncNotice />}
        {(isAccessFirst || !isBlocked) && (isSearching ? <SearchResults /> : <TicketList />)}
      </main>
    </>
  );
}

/** All that is said about the ticket in front, the most urgent first. */
function TicketList() {
  return (
    <>
      <StepsWithoutTicket />
      <NoticeList />
      <SituationList />
      <TicketSuggestions />
      <StartShelf />
      <NewsLine />
      <UpdateHint />
    </>
  );
}

/** Stands in the page for whoever drives it: tests, and the start script. */
function stateName(view: TicketView): string {
  return view.state === "answered" ? view.answer.status : view.state;
}
