/**
 * What past tickets say for an article: how far the words of this ticket are those of tickets it solved. Words that carry a
 * matter, all words with the function words between them, and pairs are looked at apart, each by BM25 over what was learnt.
 */
import type { LearnedModel } from "../learning/learned-model";
import type { LibraryIndex } from "../library-index/library-index";
import { LEARNED } from "./weights";

/** Values between 0 and 1; `byTerm` splits `words` among the ticket's terms. */
export type LearnedEvidence = {
  learnedWords: number;
  learnedPhrasing: number;
  learnedPairs: number;
  byTerm: ReadonlyMap<string, number>;
};

/** The customer's terms, each once: `words` without function words, `phrasing` with them; `pairs` as the learnt ones are written. */
export type CustomerTerms = { words: ReadonlySet<string>; phrasing: ReadonlySet<string>; pairs: ReadonlySet<string> };

type Kind = "words" | "phrasing" | "pairs";
type Scores = Map<string, { sum: number; byTerm: Map<string, number> }>;

/** What nothing was learnt for. */
export const NO_EVIDENCE: LearnedEvidence = { learnedWords: 0, learnedPhrasing: 0, learnedPairs: 0, byTerm: new Map() };

/** Rarity among the articles something was learnt for, as BM25 has it. */
function rarity(articles: number, holding: number): number {
  return Math.log(1 + (articles - holding + 0.5) / (holding + 0.5));
}

function scoreKind(model: LearnedModel, terms: ReadonlySet<string>, kind: Kind): Scores {
  const lengthOf = (id: string) => model.articleLength(id, kind === "pairs" ? "pairs" : "words");
  const articles = model.articleIds.size;
  const lengths = [...model.articleIds].map(lengthOf).filter((length) => length > 0);
  const meanLength = lengths.reduce((sum, length) => sum + length, 0) / (lengths.length || 1);
  const scores: Scores = new Map();
  let total = 0;
  for (const term of terms) {
    const postings = model.postings(term);
    // A pair that nobody knows says nothing against an article: most pairs come once.
    if (postings.size > 0 || kind !== "pairs") total += rarity(articles, Math.max(1, postings.size));
    for (const [id, weight] of postings) {
      const count = (weight * meanLength) / lengthOf(id);
      const value = (rarity(articles, postings.size) * count) / (count + LEARNED.k);
      const known = scores.get(id) ?? { sum: 0, byTerm: new Map() };
      known.sum += value;
      known.byTerm.set(term, value);
      scores.set(id, known);
    }
  }
  for (const score of scores.values()) {
    score.sum /= total;
    for (const [term, value] of score.byTerm) score.byTerm.set(term, value / total);
  }
  return scores;
}

function best(scores: Scores): number {
  let most = 0;
  for (const { sum } of scores.values()) most = Math.max(most, sum);
  return most;
}

/** The articles with the most evidence, and the evidence of any article. */
export function createLearnedEvidence(index: LibraryIndex, model: LearnedModel, customer: CustomerTerms) {
  const kinds: Kind[] = ["words", "phrasing", "pairs"];
  const scores = model.articleIds.size === 0 ? [] : kinds.map((kind) => scoreKind(model, customer[kind], kind));
  const bests = scores.map(best);

  /**
   * Only what stands out counts: each score is multiplied by its share of the best article's. Few tickets count less than
   * many, and an article with a long text of its own leans less on them than one that is little more than a title.
   */
  function of(id: string): LearnedEvidence {
    if (!scores.some((byId) => byId.has(id))) return NO_EVIDENCE;
    const tickets = model.articleTotal(id);
    const own = index.fieldLength(id, "body") + index.fieldLength(id, "headings");
    const trust = (tickets / (tickets + LEARNED.tickets)) * (LEARNED.ownWords / (LEARNED.ownWords + own));
    const factors = kinds.map((_, at) => {
      const sum = scores[at]?.get(id)?.sum ?? 0;
      return sum === 0 ? 0 : (trust * sum) / (bests[at] ?? 1);
    });
    const [learnedWords = 0, learnedPhrasing = 0, learnedPairs = 0] = kinds.map(
      (_, at) => (factors[at] ?? 0) * (scores[at]?.get(id)?.sum ?? 0),
    );
    const byTerm = new Map<string, number>();
    for (const [term, value] of scores[0]?.get(id)?.byTerm ?? []) byTerm.set(term, value * (factors[0] ?? 0));
    return { learnedWords, learnedPhrasing, learnedPairs, byTerm };
  }

  return {
    of,
    /** At most `limit` articles that past tickets speak for, best first, ties by id. */
    articleIds(limit: number): string[] {
      const sums = new Map<string, number>();
      for (const byId of scores) for (const [id, { sum }] of byId) sums.set(id, (sums.get(id) ?? 0) + sum);
      return [...sums]
        .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
        .slice(0, limit)
        .map(([id]) => id);
    },
  };
}
