/** What this machine has learnt about one article. Everything fades by half each half-life, reckoned when it is written. */
import { MAX_TERMS_PER_ARTICLE } from "../contract/learned-terms";
import { TEXT_ANALYSIS_VERSION } from "../text/analysis-version";
import { decayBetween } from "./decay";

/** Weights by term. A Map, because a term may be `constructor`. */
export type TermWeights = ReadonlyMap<string, number>;

/** As of `updatedAtMs`. `doubts` (0 to 1) say what share of the team's weight of a term this agent's flags took. */
export type LearnedArticle = {
  articleId: string;
  /** Version of how texts became these terms. */
  analysis: number;
  /** Sum of the strengths of the tickets that taught it. */
  tickets: number;
  terms: TermWeights;
  doubts: TermWeights;
  updatedAtMs: number;
};

/** Of what was learnt long ago, as much is not worth keeping. */
const DUST = 0.01;

/** An article nothing has been learnt about. */
function unknownArticle(articleId: string, atMs: number): LearnedArticle {
  return {
    articleId,
    analysis: TEXT_ANALYSIS_VERSION,
    tickets: 0,
    terms: new Map(),
    doubts: new Map(),
    updatedAtMs: atMs,
  };
}

/**
 * A stored article as it may be taught further at the present time: terms of another text analysis are other words, so it
 * starts anew then. One from the future, written while the clock was wrong, counts as of now.
 */
export function teachable(stored: LearnedArticle | undefined, articleId: string, atMs: number): LearnedArticle {
  if (stored?.analysis !== TEXT_ANALYSIS_VERSION) return unknownArticle(articleId, atMs);
  return { ...stored, updatedAtMs: Math.min(stored.updatedAtMs, atMs) };
}

function scaled(weights: TermWeights, factor: number): Map<string, number> {
  return new Map([...weights].map(([term, weight]) => [term, weight * factor]));
}

/** The same, as it stands at a time; an earlier time than its own changes nothing. */
export function decayedTo(article: LearnedArticle, atMs: number): LearnedArticle {
  if (atMs <= article.updatedAtMs) return article;
  const left = decayBetween(article.updatedAtMs, atMs);
  return {
    ...article,
    tickets: article.tickets * left,
    terms: scaled(article.terms, left),
    doubts: scaled(article.doubts, left),
    updatedAtMs: atMs,
  };
}

/**
 * Without dust and without the weakest beyond the limit; of equal ones the later in the alphabet go. In the order of the
 * alphabet: nothing tells in which order a ticket had its words.
 */
function strongest(weights: TermWeights): Map<string, number> {
  const kept = [...weights].filter(([, weight]) => weight >= DUST);
  if (kept.length > MAX_TERMS_PER_ARTICLE) {
    kept.sort(([a, one], [b, other]) => other - one || (a < b ? -1 : 1));
    kept.length = MAX_TERMS_PER_ARTICLE;
  }
  return new Map(kept.sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** What changes at a time: tickets and weights to add, or with a minus sign to take back. */
export type Gain = { tickets: number; terms: TermWeights; atMs: number };

/** Adds a gain, old or new: the order of gains makes no difference. Nothing falls below zero. */
export function withGain(article: LearnedArticle, gain: Gain): LearnedArticle {
  const base = decayedTo(article, gain.atMs);
  const left = decayBetween(gain.atMs, base.updatedAtMs);
  const terms = new Map(base.terms);
  for (const [term, weight] of gain.terms) terms.set(term, (terms.get(term) ?? 0) + weight * left);
  return { ...base, tickets: Math.max(0, base.tickets + gain.tickets * left), terms: strongest(terms) };
}

/** The same with other doubts, as of the article's own time. */
export function withDoubts(article: LearnedArticle, doubts: TermWeights): LearnedArticle {
  return { ...article, doubts: strongest(doubts) };
}
