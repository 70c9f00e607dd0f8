/**
 * What use has taught, in the form ranking reads: for each term the articles that tickets with this term were solved
 * with. Weights are kept in steps of 2^-16, so that sums are exact and never depend on the order of teaching.
 */

/** The read side of learning. Weights and totals are decayed numbers of tickets. */
export type LearnedModel = {
  /** Decayed number of tickets of all articles. */
  readonly total: number;
  /** Decayed number of tickets an article solved; 0 for an article nothing is known of. */
  articleTotal(articleId: string): number;
  /** Sum of the weights of an article's single words, or of its pairs of words; 0 for an article nothing is known of. */
  articleLength(articleId: string, of: "words" | "pairs"): number;
  /** How much of these tickets had a term; the sum of its postings. */
  termTotal(term: string): number;
  /** By article, how much of its tickets had a term; empty for an unknown term. Not a copy: it changes with the model. */
  postings(term: string): ReadonlyMap<string, number>;
  /** Articles of which something is known. */
  readonly articleIds: ReadonlySet<string>;
};

/** What is known of one article, at the time of the model. `terms` never weigh more than `tickets`. */
export type LearnedEntry = { articleId: string; tickets: number; terms: ReadonlyMap<string, number> };

/** A model that follows what is taught, article by article. */
export type UpdatableModel = LearnedModel & {
  /** Adds what is known of an article or puts it in the place of what was known. */
  put(entry: LearnedEntry): void;
  /** An unknown id changes nothing. */
  remove(articleId: string): void;
};

const NO_POSTINGS: ReadonlyMap<string, number> = new Map();

/** The model before anything was taught. */
export const NOTHING_LEARNED: LearnedModel = {
  total: 0,
  articleTotal: () => 0,
  articleLength: () => 0,
  termTotal: () => 0,
  postings: () => NO_POSTINGS,
  articleIds: new Set(),
};

const STEPS_PER_TICKET = 65_536;

function toStep(weight: number): number {
  return Math.round(weight * STEPS_PER_TICKET) / STEPS_PER_TICKET;
}

/** Pairs are two words with a space between them. */
function isPair(term: string): boolean {
  return term.includes(" ");
}

type Posting = { total: number; weights: Map<string, number> };

/** A model of these entries; two models of equal entries are equal, whatever their history. */
export function createLearnedModel(entries: Iterable<LearnedEntry> = []): UpdatableModel {
  const tickets = new Map<string, number>();
  const termsOf = new Map<string, string[]>();
  const lengths = new Map<string, { words: number; pairs: number }>();
  const postings = new Map<string, Posting>();
  const articleIds = new Set<string>();
  let total = 0;

  function addPosting(term: string, articleId: string, weight: number): void {
    const posting = postings.get(term) ?? { total: 0, weights: new Map() };
    posting.total += weight;
    posting.weights.set(articleId, weight);
    postings.set(term, posting);
  }

  function removePosting(term: string, articleId: string): void {
    const posting = postings.get(term);
    if (!posting) return;
    posting.total -= posting.weights.get(articleId) ?? 0;
    posting.weights.delete(articleId);
    if (posting.weights.size === 0) postings.delete(term);
  }

  function remove(articleId: string): void {
    for (const term of termsOf.get(articleId) ?? []) removePosting(term, articleId);
    total -= tickets.get(articleId) ?? 0;
    tickets.delete(articleId);
    termsOf.delete(articleId);
    lengths.delete(articleId);
    articleIds.delete(articleId);
  }

  function put({ articleId, tickets: count, terms }: LearnedEntry): void {
    remove(articleId);
    const steps = toStep(count);
    const weighed = [...terms]
      .map(([term, weight]) => [term, toStep(weight)] as const)
      .filter(([, weight]) => weight > 0);
    if (steps <= 0 || weighed.length === 0) return;
    total += steps;
    tickets.set(articleId, steps);
    articleIds.add(articleId);
    termsOf.set(
      articleId,
      weighed.map(([term]) => term),
    );
    const length = { words: 0, pairs: 0 };
    for (const [term, weight] of weighed) {
      addPosting(term, articleId, weight);
      length[isPair(term) ? "pairs" : "words"] += weight;
    }
    lengths.set(articleId, length);
  }

  for (const entry of entries) put(entry);
  return {
    get total() {
      return total;
    },
    articleTotal: (articleId) => tickets.get(articleId) ?? 0,
    articleLength: (articleId, of) => lengths.get(articleId)?.[of] ?? 0,
    termTotal: (term) => postings.get(term)?.total ?? 0,
    postings: (term) => postings.get(term)?.weights ?? NO_POSTINGS,
    articleIds,
    put,
    remove,
  };
}
