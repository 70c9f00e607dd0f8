/**
 * How likely it is that the first article ranked is a right one. A sidebar that is silent when it does not know is worth more
 * than one that always offers something, so the ranking's own score is not enough.
 */
import type { RankedArticle } from "./rank-articles";
import type { TicketQuery } from "./ticket-query";

/** Below this confidence nothing is shown. */
export const MIN_CONFIDENCE = 0.3;

export function confidenceOf(_query: TicketQuery, ranked: RankedArticle[]): number {
  return ranked[0] ? 1 : 0;
}
