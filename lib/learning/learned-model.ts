/**
 * What use has taught, in the form ranking reads: for each term the articles that tickets with this term were solved
 * with. Weights are kept in steps of 2^-16, so that sums are exact and never depend on the order of teaching.
 */
import { createSimilarTerms, type SimilarTerm } from "../text/similar-terms";

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
  /** By article, how much of its tickets had a term; empty for an unknown term. A copy. */
  postings(term: string): ReadonlyMap<string, number>;
  /** The same without a copy, for who reads long lists; it changes with the model. */
  postingList(term: string): PostingList;
  /** `articleLength` by the number of an article, 0 for a number that stands for none now; it changes with the model. */
  lengthList(of: "words" | "pairs"): readonly number[];
  /** The article of a number in a posting list; numbers are below `numberCount`. */
  articleId(number: number): string;
  readonly numberCount: number;
  /** Learnt words spelt like a word, the most alike first, at most `limit`. */
  similarTerms(term: string, limit: number): SimilarTerm[];
  /** Articles of which something is known. */
  readonly articleIds: ReadonlySet<string>;
};

/** Articles by number, and how much of each one's tickets had a term, in no particular order. */
export type PostingList = { readonly numbers: readonly number[]; readonly weights: readonly number[] };

/** What is known of one article, at the time of the model. `terms` never weigh more than `tickets`. */
export type LearnedEntry = { articleId: string; tickets: number; terms: ReadonlyMap<string, number> };

/** A model that follows what is taught, article by article. */
export type UpdatableModel = LearnedModel & {
  /** Adds what is known of an article or puts it in the place of what was known. */
  put(entry: LearnedEntry): void;
  /** An unknown id changes nothing. */
  remove(articleId: string): void;
};

const NO_LIST: PostingList = { numbers: [], weights: [] };

/** The model before anything was taught. */
export const NOTHING_LEARNED: LearnedModel = {
  total: 0,
  articleTotal: () => 0,
  articleLength: () => 0,
  lengthList: () => [],
  termTotal: () => 0,
  postings: () => new Map(),
  postingList: () => NO_LIST,
  articleId: () => "",
  numberCount: 0,
  similarTerms: () => [],
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

type Posting = { total: number; numbers: number[]; weights: number[] };

/** The postings of all terms. Lists of numbers, because most terms have one posting and some have thousands. */
function createPostings() {
  const similar = createSimilarTerms();
  const byTerm = new Map<string, Posting>();
  return {
    get: (term: string) => byTerm.get(term),
    similar: similar.similar,
    add(term: string, number: number, weight: number): void {
      const posting = byTerm.get(term);
      if (posting) {
        posting.total += weight;
        posting.numbers.push(number);
        posting.weights.push(weight);
      } else {
        byTerm.set(term, { total: weight, numbers: [number], weights: [weight] });
        if (!isPair(term)) similar.add(term);
      }
    },
    remove(term: string, number: number): void {
      const posting = byTerm.get(term);
      const at = posting?.numbers.indexOf(number) ?? -1;
      if (!posting || at < 0) return;
      posting.total -= posting.weights[at] ?? 0;
      // The last one takes its place: the order means nothing.
      const [lastNumber = 0, lastWeight = 0] = [posting.numbers.pop(), posting.weights.pop()];
      if (at < posting.numbers.length) {
        posting.numbers[at] = lastNumber;
        posting.weights[at] = lastWeight;
      }
      if (posting.numbers.length > 0) return;
      byTerm.delete(term);
      similar.remove(term);
    },
  };
}

type KnownArticle = { number: number; tickets: number; terms: string[]; words: number; pairs: number };

/** A model of these entries; two models of equal entries are equal, whatever their history. */
export function createLearnedModel(entries: Iterable<LearnedEntry> = []): UpdatableModel {
  const postings = createPostings();
  const articles = new Map<string, KnownArticle>();
  const articleIds = new Set<string>();
  const idByNumber: string[] = [];
  const freeNumbers: number[] = [];
  const lengths = { words: [] as number[], pairs: [] as number[] };
  let total = 0;

  function remove(articleId: string): void {
    const known = articles.get(articleId);
    if (!known) return;
    for (const term of known.terms) postings.remove(term, known.number);
    total -= known.tickets;
    freeNumbers.push(known.number);
    lengths.words[known.number] = 0;
    lengths.pairs[known.number] = 0;
    articles.delete(articleId);
    articleIds.delete(articleId);
  }

  function put({ articleId, tickets, terms }: LearnedEntry): void {
    remove(articleId);
    const steps = toStep(tickets);
    const weighed = [...terms]
      .map(([term, weight]) => [term, toStep(weight)] as const)
      .filter(([, weight]) => weight > 0);
    if (steps <= 0 || weighed.length === 0) return;
    const number = freeNumbers.pop() ?? idByNumber.length;
    idByNumber[number] = articleId;
    const known = { number, tickets: steps, terms: weighed.map(([term]) => term), words: 0, pairs: 0 };
    for (const [term, weight] of weighed) {
      postings.add(term, number, weight);
      known[isPair(term) ? "pairs" : "words"] += weight;
    }
    lengths.words[number] = known.words;
    lengths.pairs[number] = known.pairs;
    articles.set(articleId, known);
    articleIds.add(articleId);
    total += steps;
  }

  for (const entry of entries) put(entry);
  const articleId = (number: number) => idByNumber[number] ?? "";
  return {
    get total() {
      return total;
    },
    get numberCount() {
      return idByNumber.length;
    },
    articleTotal: (id) => articles.get(id)?.tickets ?? 0,
    articleLength: (id, of) => articles.get(id)?.[of] ?? 0,
    lengthList: (of) => lengths[of],
    termTotal: (term) => postings.get(term)?.total ?? 0,
    postings(term) {
      const { numbers, weights } = postings.get(term) ?? NO_LIST;
      return new Map(numbers.map((number, at) => [articleId(number), weights[at] ?? 0]));
    },
    postingList: (term) => postings.get(term) ?? NO_LIST,
    articleId,
    similarTerms: postings.similar,
    articleIds,
    put,
    remove,
  };
}
