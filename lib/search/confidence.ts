/**
 * How likely it is that the first article answers the ticket. A sidebar that is silent when it does not know is worth
 * more than one that always offers something, so the ranking's raw score is not enough: it grows with the ticket's
 * length and the base's size.
 */
import type { RankedArticle } from "./suggest-articles";
import type { TicketQuery } from "./ticket-query";

/**
 * Logistic regression over three signals, fitted on six public question-to-article sets, each set weighing the same,
 * tickets that nothing answers weighing double; see docs/relevance.md for the figures and for what it misses.
 */
const COEFFICIENTS = { intercept: -5.855, relativeScore: 0.2, coverage: 3.002, lead: 2.457 } as const;

/** Below this confidence nothing is shown. */
export const MIN_CONFIDENCE = 0.35;

/** How many articles the first one's lead is taken over. */
const LEAD_OVER = 5;

/**
 * Confidence, 0 to 1, that the first of the ranked articles is right, for a base of `librarySize` articles. Signals: the
 * first score against what the base's size makes of any score; the share of the ticket's weight that the first article
 * holds, words unknown to the base included; and how far the first stands above the mean of the first five.
 */
export function confidenceOf(query: TicketQuery, ranked: RankedArticle[], librarySize: number): number {
  const first = ranked[0];
  if (!first) return 0;
  const held = new Set(first.terms);
  let heldWeight = 0;
  let totalWeight = query.unknownWeight;
  for (const { term, weight, idf } of query.terms) {
    totalWeight += weight * idf;
    if (held.has(term)) heldWeight += weight * idf;
  }
  const leaders = ranked.slice(0, LEAD_OVER);
  const meanScore = leaders.reduce((sum, { score }) => sum + score, 0) / leaders.length;
  const evidence =
    COEFFICIENTS.intercept +
    COEFFICIENTS.relativeScore * Math.log(1 + first.score / Math.log(librarySize + 1)) +
    COEFFICIENTS.coverage * (totalWeight === 0 ? 0 : heldWeight / totalWeight) +
    COEFFICIENTS.lead * (meanScore === 0 ? 1 : first.score / meanScore);
  return 1 / (1 + Math.exp(-evidence));
}
