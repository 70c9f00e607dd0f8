/**
 * Which terms go with the same articles more often than chance has it: normalised pointwise mutual information over the
 * articles that have shared terms. It cannot tell synonyms from words of one matter, so a person judges.
 */
import { isOtherForm } from "./other-form";

/** An article's single-word terms, heaviest first, with the number of agents behind each. */
export type TaughtArticle = { articleId: string; agentsByTerm: ReadonlyMap<string, number> };

/** Two terms in the order of the alphabet, the articles that have both, and how unlike chance that is, 0 to 1. */
export type TermPair = { terms: [string, string]; articleIds: string[]; agents: number; score: number };

/** Fewer articles together say nothing. */
const LEAST_ARTICLES_TOGETHER = 2;

/** A term of more than this part of the articles goes with everything, as function words do. */
const COMMON_SHARE = 0.2;
const LEAST_COMMON = 4;

/** The heaviest terms of an article that are looked at, common ones left out. */
const TERMS_PER_ARTICLE = 40;

/** The pairs likeliest to be synonyms, best first. Forms of one word are left out. */
export function pairTerms(taught: readonly TaughtArticle[], limit: number): TermPair[] {
  const { terms, articlesOf, termsOf } = indexTerms(taught);
  const sizeOf = (id: number) => articlesOf[id]?.length ?? 0;
  const best = createBestPairs(limit);
  // One array of counts for all terms in turn: millions of pairs would not fit in a map.
  const counts = new Int32Array(terms.length);
  for (const [a, term] of terms.entries()) {
    const partners = countPartners(a, articlesOf[a] ?? [], termsOf, counts);
    for (const b of partners) {
      const together = counts[b] ?? 0;
      counts[b] = 0;
      if (together < LEAST_ARTICLES_TOGETHER) continue;
      const score = associationOf(together, sizeOf(a), sizeOf(b), taught.length);
      const partner = terms[b] ?? "";
      if (score > 0 && !isOtherForm(term, partner)) best.add({ terms: [term, partner], score });
    }
  }
  return best.inOrder().map((pair) => withEvidence(pair, taught));
}

/** Terms that are neither alone nor everywhere, by the alphabet: a number each, for quick counting. */
type TermIndex = {
  terms: string[];
  /** By the term's number: the places of its articles. */
  articlesOf: number[][];
  /** By the article's place: the numbers of its terms. */
  termsOf: number[][];
};

function indexTerms(taught: readonly TaughtArticle[]): TermIndex {
  const frequencies = new Map<string, number>();
  for (const { agentsByTerm } of taught) {
    for (const term of agentsByTerm.keys()) frequencies.set(term, (frequencies.get(term) ?? 0) + 1);
  }
  const most = Math.max(LEAST_COMMON, taught.length * COMMON_SHARE);
  const terms = [...frequencies]
    .filter(([, articles]) => articles >= LEAST_ARTICLES_TOGETHER && articles <= most)
    .map(([term]) => term)
    .sort((a, b) => (a < b ? -1 : 1));
  const idOf = new Map(terms.map((term, id) => [term, id]));
  const termsOf = taught.map(({ agentsByTerm }) => {
    const known = [...agentsByTerm.keys()].flatMap((term) => idOf.get(term) ?? []);
    return known.slice(0, TERMS_PER_ARTICLE);
  });
  const articlesOf: number[][] = terms.map(() => []);
  for (const [article, ids] of termsOf.entries()) for (const id of ids) articlesOf[id]?.push(article);
  return { terms, articlesOf, termsOf };
}

/** Counts the later terms of these articles into `counts`, and answers which they are. */
function countPartners(
  term: number,
  articles: readonly number[],
  termsOf: readonly (readonly number[])[],
  counts: Int32Array,
): number[] {
  const partners: number[] = [];
  for (const article of articles) {
    for (const other of termsOf[article] ?? []) {
      if (other <= term) continue;
      const count = counts[other] ?? 0;
      if (count === 0) partners.push(other);
      counts[other] = count + 1;
    }
  }
  return partners;
}

/** Normalised pointwise mutual information, lowered where few articles stand behind it. */
function associationOf(together: number, ofA: number, ofB: number, articles: number): number {
  if (together === articles) return 0;
  const mutual = Math.log((together * articles) / (ofA * ofB));
  const normalised = mutual / -Math.log(together / articles);
  return Math.round(normalised * (together / (together + 1)) * 1000) / 1000;
}

type ScoredPair = Pick<TermPair, "terms" | "score">;

/** Keeps the best so many of the pairs added, without holding all of them. */
function createBestPairs(limit: number) {
  let pairs: ScoredPair[] = [];
  const cut = () => {
    pairs.sort((x, y) => y.score - x.score || (x.terms.join(" ") < y.terms.join(" ") ? -1 : 1));
    pairs = pairs.slice(0, limit);
  };
  let least = 0;
  return {
    add(pair: ScoredPair) {
      if (pair.score < least) return;
      pairs.push(pair);
      if (pairs.length < limit * 10) return;
      cut();
      least = pairs.at(-1)?.score ?? 0;
    },
    inOrder() {
      cut();
      return pairs;
    },
  };
}

function withEvidence({ terms: [a, b], score }: ScoredPair, taught: readonly TaughtArticle[]): TermPair {
  const both = taught.filter(({ agentsByTerm }) => agentsByTerm.has(a) && agentsByTerm.has(b));
  const agents = both.flatMap(({ agentsByTerm }) => [agentsByTerm.get(a) ?? 0, agentsByTerm.get(b) ?? 0]);
  return { terms: [a, b], articleIds: both.map(({ articleId }) => articleId), agents: Math.min(...agents), score };
}
