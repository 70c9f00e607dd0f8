/**
 * Which terms go with the same articles more often than chance has it: normalised pointwise mutual information over the
 * articles that have shared terms. It cannot tell synonyms from words of one matter, so a person judges.
 */
import { isOtherForm } from "./other-form";

/** An article's single-word terms with the number of agents behind each. */
export type TaughtArticle = { articleId: string; agentsByTerm: ReadonlyMap<string, number> };

/** Two terms in the order of the alphabet, the articles that have both, and how unlike chance that is, 0 to 1. */
export type TermPair = { terms: [string, string]; articleIds: string[]; agents: number; score: number };

/** Fewer articles together say nothing. */
const LEAST_ARTICLES_TOGETHER = 2;

/** A term of more than this part of the articles goes with everything. */
const COMMON_SHARE = 0.2;
const LEAST_COMMON = 10;

/** The pairs likeliest to be synonyms, best first. Forms of one word are left out. */
export function pairTerms(taught: readonly TaughtArticle[], limit: number): TermPair[] {
  const articlesByTerm = indexByTerm(taught);
  const pairs: TermPair[] = [];
  for (const [key, together] of countTogether(taught, articlesByTerm)) {
    if (together < LEAST_ARTICLES_TOGETHER) continue;
    const [a = "", b = ""] = key.split(" ");
    const score = associationOf(together, sizeOf(articlesByTerm, a), sizeOf(articlesByTerm, b), taught.length);
    if (score > 0 && !isOtherForm(a, b)) pairs.push({ terms: [a, b], articleIds: [], agents: 0, score });
  }
  pairs.sort((x, y) => y.score - x.score || (x.terms.join(" ") < y.terms.join(" ") ? -1 : 1));
  return pairs.slice(0, limit).map((pair) => withEvidence(pair, articlesByTerm));
}

type ArticlesByTerm = ReadonlyMap<string, ReadonlyMap<string, number>>;

/** For each term that is neither alone nor everywhere: its articles, with the agents behind it there. */
function indexByTerm(taught: readonly TaughtArticle[]): ArticlesByTerm {
  const articlesByTerm = new Map<string, Map<string, number>>();
  for (const { articleId, agentsByTerm } of taught) {
    for (const [term, agents] of agentsByTerm) {
      const articles = articlesByTerm.get(term) ?? new Map<string, number>();
      articlesByTerm.set(term, articles.set(articleId, agents));
    }
  }
  const most = Math.max(LEAST_COMMON, taught.length * COMMON_SHARE);
  for (const [term, { size }] of articlesByTerm) {
    if (size < LEAST_ARTICLES_TOGETHER || size > most) articlesByTerm.delete(term);
  }
  return articlesByTerm;
}

function countTogether(taught: readonly TaughtArticle[], articlesByTerm: ArticlesByTerm): Map<string, number> {
  const together = new Map<string, number>();
  for (const { agentsByTerm } of taught) {
    const terms = [...agentsByTerm.keys()].filter((term) => articlesByTerm.has(term)).sort((a, b) => (a < b ? -1 : 1));
    for (const [at, a] of terms.entries()) {
      for (const b of terms.slice(at + 1)) together.set(`${a} ${b}`, (together.get(`${a} ${b}`) ?? 0) + 1);
    }
  }
  return together;
}

/** Normalised pointwise mutual information, lowered where few articles stand behind it. */
function associationOf(together: number, ofA: number, ofB: number, articles: number): number {
  if (together === articles) return 0;
  const mutual = Math.log((together * articles) / (ofA * ofB));
  const normalised = mutual / -Math.log(together / articles);
  return Math.round(normalised * (together / (together + 1)) * 1000) / 1000;
}

function withEvidence(pair: TermPair, articlesByTerm: ArticlesByTerm): TermPair {
  const [ofA, ofB] = pair.terms.map((term) => articlesByTerm.get(term) ?? new Map<string, number>());
  const articleIds = [...(ofA?.keys() ?? [])].filter((id) => ofB?.has(id));
  const agents = articleIds.flatMap((id) => [ofA?.get(id) ?? 0, ofB?.get(id) ?? 0]);
  return { ...pair, articleIds, agents: Math.min(...agents) };
}

function sizeOf(articlesByTerm: ArticlesByTerm, term: string): number {
  return articlesByTerm.get(term)?.size ?? 0;
}
