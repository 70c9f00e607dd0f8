/**
 * How likely it is that the first article ranked is a right one. A sidebar that is silent when it does not know is worth more
 * than one that always offers something, so the ranking's own score is not enough.
 */
import type { SuggestWhen } from "../contract/suggest-when";
import { CONFIDENCE_WEIGHTS } from "./confidence-weights";
import type { RankedArticle } from "./rank-articles";
import type { TicketQuery } from "./ticket-query";

/** What the confidence is made of; each is of the order of 1. */
export type Signals = Record<keyof typeof CONFIDENCE_WEIGHTS, number>;

/** The first article is compared with as many behind it. */
const NEIGHBOURS = 5;

/** How far the first stands out is counted up to so many standard deviations of the others. */
const MOST_DEVIATIONS = 10;

function deviations(scores: number[]): number {
  const [first = 0, ...others] = scores;
  if (others.length < 2) return 1;
  const mean = others.reduce((sum, score) => sum + score, 0) / others.length;
  const variance = others.reduce((sum, score) => sum + (score - mean) ** 2, 0) / others.length;
  return variance === 0 ? 0 : Math.min(MOST_DEVIATIONS, (first - mean) / Math.sqrt(variance));
}

/** The signals of a ranking; null when nothing was ranked. */
export function signalsOf(query: TicketQuery, ranked: RankedArticle[]): Signals | null {
  const [first] = ranked;
  if (!first) return null;
  const scores = ranked.map(({ score }) => score);
  const second = scores[1] ?? 0;
  const behind = scores.slice(1, 1 + NEIGHBOURS);
  const mean = behind.reduce((sum, score) => sum + score, 0) / NEIGHBOURS;
  const score = Math.log1p(first.score);
  const standing = first.score === 0 ? 0 : 1 - mean / first.score;
  const standsOut = Math.log1p(Math.max(0, deviations(scores)));
  const length = Math.log1p(query.terms.length) / 4;
  return {
    constant: 1,
    lead: first.score === 0 ? 0 : 1 - second / first.score,
    titleSpelling: first.look.features.titleLetters,
    ...{ score, standing, standsOut, length },
    scoreByLength: score * length,
    standingByLength: standing * length,
    standsOutByLength: standsOut * length,
  };
}

/** Probability, 0 to 1, that the first article ranked is right; 0 without one. */
export function confidenceOf(query: TicketQuery, ranked: RankedArticle[]): number {
  const signals = signalsOf(query, ranked);
  if (!signals) return 0;
  let evidence = 0;
  for (const [name, weight] of Object.entries(CONFIDENCE_WEIGHTS)) evidence += weight * signals[name as keyof Signals];
  return 1 / (1 + Math.exp(-evidence));
}

export type Certainty = "sure" | "maybe";

/**
 * Below `maybe` nothing is shown, from `sure` on without reservation. "balanced" shows at most one wrong panel in five beside
 * tickets that nothing answers and keeps nine in ten of the others on the set of dialogues with unanswerable tickets; the two
 * others move it by what an agent notices (docs/relevance.md).
 */
export const CERTAINTY_THRESHOLDS: Readonly<Record<SuggestWhen, { maybe: number; sure: number }>> = {
  rarely: { maybe: 0.7, sure: 0.8 },
  balanced: { maybe: 0.55, sure: 0.7 },
  often: { maybe: 0.3, sure: 0.7 },
};

/** How sure suggestions of this confidence are; null when they are not to be shown. */
export function certaintyOf(confidence: number, suggestWhen: SuggestWhen): Certainty | null {
  const { maybe, sure } = CERTAINTY_THRESHOLDS[suggestWhen];
  return confidence >= sure ? "sure" : confidence >= maybe ? "maybe" : null;
}
