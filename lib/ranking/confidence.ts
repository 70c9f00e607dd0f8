/**
 * How likely it is that the list holds an article that answers the ticket. A sidebar that is silent when it does not know is worth
 * more than one that always offers something, so the ranking's raw score is not enough: it grows with the ticket's
 * length and the base's size.
 */
import type { RankedArticle } from "./suggest-articles";
import type { TicketQuery } from "./ticket-query";

/**
 * Logistic regression of "a right article is among the first five" over four signals, fitted on six public
 * question-to-article sets: each set weighs the same, tickets that nothing answers double, tickets whose answer was not
 * found half. See docs/relevance.md for the figures and for what it misses.
 */
const COEFFICIENTS = { intercept: -5.757, relativeScore: 0.395, coverage: 3.763, lead: 0.98, title: 0.639 } as const;

/** Below this confidence nothing is shown. */
export const MIN_CONFIDENCE = 0.3;

/**
 * The lead is taken over this many articles and counted up to this factor. Places that no article takes count as half of
 * the first, so that the only article found in a tiny base is neither condemned nor certain.
 */
const LEAD = { over: 5, most: 2.5, emptyPlace: 0.5 } as const;

/** Words that no article holds are half names and typing errors, half matters the base does not know. */
const UNKNOWN_SHARE = 0.5;

function leadOf(ranked: RankedArticle[]): number {
  const first = ranked[0]?.score ?? 0;
  const places = Array.from({ length: LEAD.over }, (_, place) => ranked[place]?.score ?? first * LEAD.emptyPlace);
  const mean = places.reduce((sum, score) => sum + score, 0) / LEAD.over;
  return mean === 0 ? 0 : Math.min(LEAD.most, first / mean);
}

function coverageOf(query: TicketQuery, first: RankedArticle): number {
  const held = new Set(first.terms);
  let heldWeight = 0;
  let totalWeight = query.unknownWeight * UNKNOWN_SHARE;
  for (const { term, weight, idf } of query.terms) {
    totalWeight += weight * idf;
    if (held.has(term)) heldWeight += weight * idf;
  }
  return totalWeight === 0 ? 0 : heldWeight / totalWeight;
}

/**
 * Confidence, 0 to 1, that a right article is among the first five ranked, for a base of `librarySize` articles. Signals: the
 * first score against what the base's size makes of any score; the share of the ticket's weight that the first article
 * holds; how far the first stands above the mean of the first five; and how much of its title the ticket says.
 */
export function confidenceOf(query: TicketQuery, ranked: RankedArticle[], librarySize: number): number {
  const first = ranked[0];
  if (!first) return 0;
  const evidence =
    COEFFICIENTS.intercept +
    COEFFICIENTS.relativeScore * Math.log(1 + first.score / Math.log(librarySize + 1)) +
    COEFFICIENTS.coverage * coverageOf(query, first) +
    COEFFICIENTS.lead * leadOf(ranked) +
    COEFFICIENTS.title * Math.log(1 + first.titleWeight);
  return 1 / (1 + Math.exp(-evidence));
}
