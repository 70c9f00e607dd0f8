/**
 * Suggestions for the ticket in front. Every answer is kept with the key of the ticket it was asked for, and what is
 * shown is computed from that key and the page together, so a neighbour's answer cannot be drawn even for one frame.
 */
import { computed, effect, type ReadonlySignal, signal } from "@preact/signals";
import type { ActivePage } from "../../lib/browser/active-page";
import type { SuggestWhen } from "../../lib/contract/suggest-when";
import type { Helpdesk, Ticket } from "../../lib/ticket";
import type { Library, MatchedTerm, SuggestAnswer } from "../../lib/worker/protocol";
import { ticketKey } from "./ticket-in-front";

/** `noAccess`: the browser withholds the pages of `origins` (match patterns). `waiting`: the page is being read, or the library has not answered for this ticket yet. */
export type TicketView =
  | { state: "noAccess"; origins: string[] }
  | { state: "noHelpdesk" }
  | { state: "noTicket"; helpdesk: Helpdesk }
  | { state: "waiting" }
  | { state: "unreadable"; missing: string[] }
  | { state: "failed" }
  | { state: "answered"; key: string; answer: SuggestAnswer };

/** A term the agent took out of the query. */
type DroppedTerm = Pick<MatchedTerm, "term" | "label">;

export type TicketSuggestions = {
  view: ReadonlySignal<TicketView>;
  /** Terms the agent took out of the query for the ticket in front. */
  droppedTerms: ReadonlySignal<DroppedTerm[]>;
  dropTerm(term: DroppedTerm): void;
  restoreTerms(): void;
  /** Asks again for the ticket in front, if there is one. */
  askAgain(): void;
  dispose(): void;
};

/** Changes of the library arrive in bursts while it syncs; the list is asked for again this often at most. */
const LIBRARY_CHANGE_DELAY_MS = 300;

type Outcome = { key: string; answer: SuggestAnswer | null };

/** Asks the library whenever the ticket, the library or how sure a suggestion must be changes. */
export function createTicketSuggestions(
  library: Library,
  activePage: ReadonlySignal<ActivePage>,
  suggestWhen: ReadonlySignal<SuggestWhen>,
): TicketSuggestions {
  const outcome = signal<Outcome | null>(null);
  const droppedByTicket = signal<ReadonlyMap<string, DroppedTerm[]>>(new Map());
  let latestRequest = 0;
  let delayedAsk: ReturnType<typeof setTimeout> | null = null;

  const droppedTerms = computed(() => droppedByTicket.value.get(keyOf(activePage.value) ?? "") ?? []);
  const view = computed(() => viewOf(activePage.value, outcome.value));

  async function ask(page: ActivePage, dropped: DroppedTerm[], when: SuggestWhen): Promise<void> {
    const ticket = readableTicket(page);
    const key = keyOf(page);
    if (ticket === null || key === null) return;
    const request = ++latestRequest;
    const droppedStems = dropped.map((term) => term.term);
    // A library that fails to answer is shown as such; the cause is logged where it arose.
    const answer = await library.suggest({ ticket, droppedTerms: droppedStems, suggestWhen: when }).catch(() => null);
    if (request !== latestRequest) return;
    const hasEarlierAnswer = outcome.peek()?.key === key;
    if (answer !== null || !hasEarlierAnswer) outcome.value = { key, answer };
  }

  function askAgain(): void {
    void ask(activePage.peek(), droppedTerms.peek(), suggestWhen.peek());
  }

  function setDropped(terms: DroppedTerm[]): void {
    const key = keyOf(activePage.peek());
    if (key !== null) droppedByTicket.value = new Map(droppedByTicket.peek()).set(key, terms);
  }

  const stopAsking = effect(() => {
    void ask(activePage.value, droppedTerms.value, suggestWhen.value);
  });
  const stopListening = library.on("articlesChanged", () => {
    delayedAsk ??= setTimeout(() => {
      delayedAsk = null;
      askAgain();
    }, LIBRARY_CHANGE_DELAY_MS);
  });

  return {
    view,
    droppedTerms,
    dropTerm: (term) => setDropped([...droppedTerms.peek(), term]),
    restoreTerms: () => setDropped([]),
    askAgain,
    dispose() {
      stopAsking();
      stopListening();
      if (delayedAsk !== null) clearTimeout(delayedAsk);
      latestRequest++;
    },
  };
}

function readableTicket(page: ActivePage): Ticket | null {
  return page.report?.state === "ticket" ? page.report.ticket : null;
}

/** Identity of the ticket in front, read or still being read; null when there is none. */
function keyOf({ tabId, report }: ActivePage): string | null {
  if (report?.state === "ticket") return ticketKey(tabId, report.helpdesk, report.ticket.id);
  return report?.state === "reading" ? ticketKey(tabId, report.helpdesk, report.ticketId) : null;
}

function viewOf(page: ActivePage, outcome: Outcome | null): TicketView {
  const report = page.report;
  if (report === null && page.missingAccess.length > 0) return { state: "noAccess", origins: page.missingAccess };
  if (report === null) return { state: "noHelpdesk" };
  if (report.state === "none") return { state: "noTicket", helpdesk: report.helpdesk };
  if (report.state === "unreadable") return { state: "unreadable", missing: report.missing };
  const key = keyOf(page);
  if (key === null || outcome?.key !== key) return { state: "waiting" };
  return outcome.answer ? { state: "answered", key, answer: outcome.answer } : { state: "failed" };
}
