/**
 * Suggestions for the ticket in front. Every answer is kept with the key of the ticket it was asked for, and what is
 * shown is computed from that key and the page together, so a neighbour's answer cannot be drawn even for one frame.
 * While the agent is busy with the list, newer answers for the same ticket wait (`held-answer.ts`).
 */
import { computed, effect, type ReadonlySignal, signal } from "@preact/signals";
import type { ActivePage } from "../../lib/browser/active-page";
import type { SuggestWhen } from "../../lib/contract/suggest-when";
import type { Helpdesk, Ticket } from "../../lib/ticket";
import type { Library, MatchedTerm, SuggestAnswer } from "../../lib/worker/protocol";
import { createFirstMessages } from "./first-messages";
import { afterHoldEvent, type HoldEvent, isNewerOffered, NOTHING_HELD, type Outcome } from "./held-answer";
import { createListHolding, type Holding } from "./holding";
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
  /** Told by the list what the agent does in it. */
  holding: Holding;
  /** The agent's pointer or focus is in the list, or something in it stands open: nothing may push it. */
  isAtHand: ReadonlySignal<boolean>;
  /** Other suggestions have come while the list on screen was held. */
  isNewerOffered: ReadonlySignal<boolean>;
  takeNewer(): void;
  /** Asks again for the ticket in front, if there is one. */
  askAgain(): void;
  dispose(): void;
};

/** Changes of the library arrive in bursts while it syncs; the list is asked for again this often at most. */
const LIBRARY_CHANGE_DELAY_MS = 300;

const NO_TERMS: DroppedTerm[] = [];

/** What was asked for last. */
type Asked = { key: string | null; dropped: DroppedTerm[]; when: SuggestWhen };

/** Asks the library whenever the ticket, the library or how sure a suggestion must be changes. */
export function createTicketSuggestions(
  library: Library,
  activePage: ReadonlySignal<ActivePage>,
  suggestWhen: ReadonlySignal<SuggestWhen>,
): TicketSuggestions {
  const held = signal(NOTHING_HELD);
  const droppedByTicket = signal<ReadonlyMap<string, DroppedTerm[]>>(new Map());
  let latestRequest = 0;
  let asked: Asked | null = null;
  // Outlives requests that were overtaken before they were answered.
  let isOwnAct = false;
  let delayedAsk: ReturnType<typeof setTimeout> | null = null;

  const key = computed(() => keyOf(activePage.value));
  const droppedTerms = computed(() => droppedByTicket.value.get(key.value ?? "") ?? NO_TERMS);
  const view = computed(() => viewOf(activePage.value, held.value.shown));

  function follow(event: HoldEvent): void {
    held.value = afterHoldEvent(held.peek(), event);
  }
  const isAtHand = signal(false);
  const holding = createListHolding(
    (isHeld) => follow({ event: isHeld ? "held" : "released" }),
    (isSo) => (isAtHand.value = isSo),
  );
  const firstMessages = createFirstMessages(() => void ask());

  async function ask(): Promise<void> {
    const ticket = readableTicket(activePage.peek());
    const asking = key.peek();
    if (ticket === null || asking === null) return;
    const request = ++latestRequest;
    const droppedStems = droppedTerms.peek().map((term) => term.term);
    const when = suggestWhen.peek();
    // A library that fails to answer is shown as such; the cause is logged where it arose.
    const answer = await library.suggest({ ticket, droppedTerms: droppedStems, suggestWhen: when }).catch(() => null);
    if (request !== latestRequest) return;
    follow({ event: "answered", outcome: { key: asking, answer }, isOwnAct });
    isOwnAct = false;
  }

  function setDropped(terms: DroppedTerm[]): void {
    const inFront = key.peek();
    if (inFront !== null) droppedByTicket.value = new Map(droppedByTicket.peek()).set(inFront, terms);
  }

  const stopFollowing = effect(() => {
    const now: Asked = { key: key.value, dropped: droppedTerms.value, when: suggestWhen.value };
    const { report } = activePage.value;
    const isTurned = asked?.key !== now.key;
    if (isTurned) holding.forget();
    if (isTurned) follow({ event: "turned" });
    isOwnAct = !isTurned && (isOwnAct || asked?.dropped !== now.dropped || asked.when !== now.when);
    asked = now;
    if (now.key !== null && firstMessages.isAwaited(now.key, report)) return;
    void ask();
  });
  const stopListening = library.on("articlesChanged", () => {
    delayedAsk ??= setTimeout(() => {
      delayedAsk = null;
      const inFront = key.peek();
      if (inFront !== null && !firstMessages.isAwaited(inFront, activePage.peek().report)) void ask();
    }, LIBRARY_CHANGE_DELAY_MS);
  });

  return {
    view,
    holding,
    isAtHand,
    isNewerOffered: computed(() => held.value.shown?.key === key.value && isNewerOffered(held.value)),
    takeNewer: () => follow({ event: "taken" }),
    droppedTerms,
    dropTerm: (term) => setDropped([...droppedTerms.peek(), term]),
    restoreTerms: () => setDropped(NO_TERMS),
    askAgain() {
      isOwnAct = true;
      void ask();
    },
    dispose() {
      stopFollowing();
      stopListening();
      holding.dispose();
      firstMessages.dispose();
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
