/**
 * What past tickets say for an article: how far the words of this ticket are those of tickets it solved. Words that carry a
 * matter, all words with the function words between them, and pairs are looked at apart, each by BM25 over what was learnt.
 */
import type { LearnedModel } from "../learning/learned-model";
import type { LibraryIndex } from "../library-index/library-index";
import { ALTERNATIVES, LEARNED } from "./weights";

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
const KINDS: Kind[] = ["words", "phrasing", "pairs"];

/** What nothing was learnt for. */
export const NO_EVIDENCE: LearnedEvidence = { learnedWords: 0, learnedPhrasing: 0, learnedPairs: 0, byTerm: new Map() };

/** Rarity among the articles something was learnt for, as BM25 has it. */
function rarity(articles: number, holding: number): number {
  return Math.log(1 + (articles - holding + 0.5) / (holding + 0.5));
}

/** What is looked for, each with its weight, 0 to 1, and how much the ticket says that nothing was learnt of. */
type Wanted = { weights: ReadonlyMap<string, number>; unknown: number };

/** The customer's terms and, as far as they are alike, the learnt ones spelt like them; pairs are looked for as they are. */
function wantedOf(model: LearnedModel, terms: ReadonlySet<string>, kind: Kind): Wanted {
  const weights = new Map<string, number>();
  const add = (term: string, weight: number) => weights.set(term, Math.min(1, (weights.get(term) ?? 0) + weight));
  let unknown = 0;
  let lookedUp = 0;
  for (const term of terms) {
    if (model.postingList(term).numbers.length > 0) add(term, 1);
    // A pair that nobody knows says nothing against an article: most pairs come once.
    else if (kind !== "pairs") unknown += 1;
    if (kind === "pairs" || lookedUp >= LEARNED.lookedUp) continue;
    lookedUp += 1;
    for (const other of model.similarTerms(term, ALTERNATIVES.most)) add(other.term, other.similarity ** LEARNED.power);
  }
  return { weights, unknown };
}

/** Scores, 0 to 1, by the numbers that the model gives articles; `best` is the highest. */
type Scores = Wanted & {
  sums: Float64Array;
  best: number;
  /** What a term with a learnt weight gives the article of a number. */
  worth(term: string, weight: number, number: number): number;
};

function scoreKind(model: LearnedModel, terms: ReadonlySet<string>, kind: Kind): Scores {
  const lengths = model.lengthList(kind === "pairs" ? "pairs" : "words");
  const articles = model.articleIds.size;
  let sum = 0;
  let count = 0;
  for (const length of lengths) {
    sum += length;
    if (length > 0) count += 1;
  }
  const meanLength = count === 0 ? 0 : sum / count;
  const wanted = wantedOf(model, terms, kind);
  let total = wanted.unknown * rarity(articles, 1);
  for (const [term, share] of wanted.weights) total += share * rarity(articles, model.postingList(term).numbers.length);
  const worth = (term: string, weight: number, number: number) => {
    const times = (weight * meanLength) / (lengths[number] ?? 1);
    const share = ((wanted.weights.get(term) ?? 0) * rarity(articles, model.postingList(term).numbers.length)) / total;
    return share * (times / (times + LEARNED.k));
  };
  const sums = new Float64Array(model.numberCount);
  for (const term of wanted.weights.keys()) {
    const { numbers, weights } = model.postingList(term);
    numbers.forEach((number, at) => {
      sums[number] = (sums[number] ?? 0) + worth(term, weights[at] ?? 0, number);
    });
  }
  return { ...wanted, sums, worth, best: sums.reduce((most, one) => Math.max(most, one), 0) };
}

/** Of each kind what the customer's terms found; nothing where nothing was learnt. */
export type LearnedScores = { model: LearnedModel; scores: Scores[] };

/** Reads what past tickets say about a ticket. */
export function scoreLearned(model: LearnedModel, customer: CustomerTerms): LearnedScores {
  const scores = model.articleIds.size === 0 ? [] : KINDS.map((kind) => scoreKind(model, customer[kind], kind));
  return { model, scores };
}

/** At most `limit` articles that past tickets speak for, best first, ties by id. */
export function bestLearned({ model, scores }: LearnedScores, limit: number): string[] {
  const found: { id: string; sum: number }[] = [];
  for (let number = 0; scores.length > 0 && number < model.numberCount; number += 1) {
    const sum = scores.reduce((all, { sums }) => all + (sums[number] ?? 0), 0);
    if (sum > 0) found.push({ id: model.articleId(number), sum });
  }
  return found
    .sort((a, b) => b.sum - a.sum || (a.id < b.id ? -1 : 1))
    .slice(0, limit)
    .map(({ id }) => id);
}

/**
 * How far an article's past tickets are believed, 0 to 1. Its own text is what was known of it before: the more terms that
 * has, the more tickets it takes. One or two beside a long text are noise, which only settles what was nearly even.
 */
function trustIn(tickets: number, ownTerms: number): number {
  const believed = tickets / (tickets + LEARNED.tickets * (1 + ownTerms / LEARNED.ownTerms));
  return Math.max(0, believed - (LEARNED.faint * ownTerms) / (ownTerms + LEARNED.ownTerms));
}

/** The evidence for articles. Only what stands out counts: each score is multiplied by its share of the best article's. */
export function evidenceFor(
  index: LibraryIndex,
  { model, scores }: LearnedScores,
  ids: readonly string[],
): ReadonlyMap<string, LearnedEvidence> {
  const evidence = new Map<string, LearnedEvidence>();
  const [words] = scores;
  if (!words) return evidence;
  const wanted = new Set(ids);
  const shares = new Map<number, { factor: number; byTerm: Map<string, number> }>();
  for (let number = 0; number < model.numberCount; number += 1) {
    const id = model.articleId(number);
    if (!wanted.has(id) || !scores.some(({ sums }) => (sums[number] ?? 0) > 0)) continue;
    const ownTerms = index.fieldLength(id, "body") + index.fieldLength(id, "headings");
    const trust = trustIn(model.articleTotal(id), ownTerms);
    if (trust === 0) continue;
    const [learnedWords = 0, learnedPhrasing = 0, learnedPairs = 0] = scores.map(({ sums, best }) =>
      best === 0 ? 0 : (trust * (sums[number] ?? 0) ** 2) / best,
    );
    const byTerm = new Map<string, number>();
    evidence.set(id, { learnedWords, learnedPhrasing, learnedPairs, byTerm });
    shares.set(number, { byTerm, factor: words.best === 0 ? 0 : (trust * (words.sums[number] ?? 0)) / words.best });
  }
  for (const term of words.weights.keys()) {
    const { numbers, weights } = model.postingList(term);
    numbers.forEach((number, at) => {
      const share = shares.get(number);
      share?.byTerm.set(term, share.factor * words.worth(term, weights[at] ?? 0, number));
    });
  }
  return evidence;
}
