/**
 * Which answer stands on screen while newer ones come in. An agent who is busy with the list keeps the very list they see:
 * a newer answer waits beside it until they ask for it or turn away. Another ticket's answer never waits.
 */
import type { SuggestAnswer } from "../../lib/worker/protocol";

/** The library's word on one ticket, which `key` names; null when it failed to answer. */
export type Outcome = { key: string; answer: SuggestAnswer | null };

/** `next` is the newest answer for the same ticket as `shown`, which it waits to replace. */
export type HeldAnswer = { shown: Outcome | null; next: Outcome | null; isHeld: boolean };

/**
 * `answered`: with `isOwnAct` the agent did something to get this answer, such as leaving out a word. `held`, `released`: the
 * agent is busy with the list, and is no more. `taken`: the agent wants the newer answer. `turned`: another ticket came to the front.
 */
export type HoldEvent =
  | { event: "answered"; outcome: Outcome; isOwnAct: boolean }
  | { event: "held" }
  | { event: "released" }
  | { event: "taken" }
  | { event: "turned" };

export const NOTHING_HELD: HeldAnswer = { shown: null, next: null, isHeld: false };

/** More suggestions than these are never shown. */
export const MAX_SUGGESTIONS = 5;

/** What follows an event. Pure. */
export function afterHoldEvent(held: HeldAnswer, event: HoldEvent): HeldAnswer {
  switch (event.event) {
    case "answered":
      return afterAnswer(held, event.outcome, event.isOwnAct);
    case "held":
      return held.isHeld ? held : { ...held, isHeld: true };
    case "released":
      return { ...withNext(held), isHeld: false };
    case "taken":
      return withNext(held);
    case "turned":
      return { ...held, next: null, isHeld: false };
  }
}

/** Whether a newer answer waits that the agent would see a difference in. */
export function isNewerOffered({ shown, next }: HeldAnswer): boolean {
  if (!shown?.answer || !next?.answer || shown.key !== next.key) return false;
  return looksOf(shown.answer) !== looksOf(next.answer);
}

function afterAnswer(held: HeldAnswer, outcome: Outcome, isOwnAct: boolean): HeldAnswer {
  const isSameTicket = held.shown?.key === outcome.key;
  // A list that is there is worth more than the word that it could not be made anew.
  if (outcome.answer === null && isSameTicket && held.shown?.answer) return held;
  if (held.isHeld && isSameTicket && !isOwnAct) return { ...held, next: outcome };
  return { ...held, shown: outcome, next: null };
}

function withNext(held: HeldAnswer): HeldAnswer {
  return held.next === null ? held : { ...held, shown: held.next, next: null };
}

/** What of an answer decides how the list looks from afar: which articles, in which order, and how sure. */
function looksOf({ status, certainty, suggestions }: SuggestAnswer): string {
  const ids = suggestions.slice(0, MAX_SUGGESTIONS).map(({ card }) => card.id);
  return JSON.stringify([status, certainty, ids]);
}
