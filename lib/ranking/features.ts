/**
 * What a second look sees in an article: a few numbers between 0 and about 1, each the sum of what the query's terms give it.
 * The explanation shown to agents is that same sum, so it cannot disagree with the order.
 */
import { type Bm25f, type Candidate, countIn, FIELDS, type LibraryIndex } from "../library-index/library-index";
import { gramsOf } from "../text/similar-terms";
import { termsOf } from "../text/tokens";
import { FEATURE_WEIGHTS, FEATURES, type Feature } from "./feature-weights";
import { type LearnedEvidence, NO_EVIDENCE } from "./learned-evidence";
import { pairsOf, termsOfPair } from "./pairs";
import { inverseDocumentFrequency, normalised, type TicketQuery } from "./ticket-query";
import { BODY_BM25F, PASSAGE_WORDS, WORDS_BM25F } from "./weights";

/** Per feature its value; the values of an article that shares nothing with the ticket are 0. */
export type Features = Record<Feature, number>;

/** `score` is the weighted sum of the features; `byTerm` splits it among the query's terms, in their order. */
export type SecondLook = { features: Features; score: number; byTerm: Float64Array };

/** What the second look needs of a query, made once for all candidates. */
export type Spectacles = {
  index: LibraryIndex;
  query: TicketQuery;
  /** Every stand-in of every term in a row, as candidates' counts have them; `owner` and `likeness` of each. */
  owners: Uint16Array;
  likeness: Float64Array;
  /** Terms of the base to the number of the query's term they stand for best, and how well. */
  standsFor: ReadonlyMap<string, { number: number; likeness: number }>;
  /** The terms themselves, for places in the text. */
  numbers: ReadonlyMap<string, number>;
};

/** Prepares the second look for a query. */
export function createSpectacles(index: LibraryIndex, query: TicketQuery): Spectacles {
  const owners: number[] = [];
  const likeness: number[] = [];
  const standsFor = new Map<string, { number: number; likeness: number }>();
  query.terms.forEach(({ alternatives }, number) => {
    for (const alternative of alternatives) {
      owners.push(number);
      likeness.push(alternative.likeness);
      const known = standsFor.get(alternative.term);
      if (!known || known.likeness < alternative.likeness) {
        standsFor.set(alternative.term, { number, likeness: alternative.likeness });
      }
    }
  });
  const numbers = new Map(query.terms.map(({ term }, number) => [term, number]));
  return { index, query, owners: Uint16Array.from(owners), likeness: Float64Array.from(likeness), standsFor, numbers };
}

/** Adds to `byTerm` and answers the sum. */
type Measure = (spectacles: Spectacles, candidate: Candidate, byTerm: Float64Array) => number;

/** BM25F over all stand-ins of a term as if they were one word, each as far as it is alike. */
function soften(bm25f: Bm25f): Measure {
  return ({ index, query, owners, likeness }, { article, counts }, byTerm) => {
    const norms = FIELDS.map((field) => {
      const { share, b } = bm25f.fields[field];
      const average = index.averageLength(field);
      return average === 0 ? 0 : share / (1 - b + (b * index.fieldLength(article.id, field)) / average);
    });
    const counted = new Float64Array(query.terms.length);
    counts.forEach((packed, at) => {
      if (packed === 0) return;
      const sum = FIELDS.reduce((total, field, number) => total + countIn(packed, field) * (norms[number] ?? 0), 0);
      const owner = owners[at] ?? 0;
      counted[owner] = (counted[owner] ?? 0) + (likeness[at] ?? 0) * sum;
    });
    return addShares(byTerm, query, (number) => {
      const count = counted[number] ?? 0;
      return count === 0 ? 0 : count / (bm25f.k + count);
    });
  };
}

/** Adds each term's share of the query's weight, as far as `held` (0 to 1) says; answers the sum. */
function addShares(byTerm: Float64Array, query: TicketQuery, held: (number: number) => number): number {
  let sum = 0;
  query.terms.forEach(({ weight }, number) => {
    const share = query.totalWeight === 0 ? 0 : (weight / query.totalWeight) * held(number);
    byTerm[number] = (byTerm[number] ?? 0) + share;
    sum += share;
  });
  return sum;
}

/** How much of its title, by rarity, the ticket says in the same words; those spelt alike are for `alikeInLetters`. */
const coverTitle: Measure = ({ index, numbers }, { article }, byTerm) => {
  const idfs = [...article.titleTerms].map((term) => [term, inverseDocumentFrequency(index, term)] as const);
  const total = idfs.reduce((sum, [, idf]) => sum + idf, 0);
  let covered = 0;
  for (const [term, idf] of idfs) {
    const number = numbers.get(term);
    if (number === undefined || total === 0) continue;
    byTerm[number] = (byTerm[number] ?? 0) + idf / total;
    covered += idf / total;
  }
  return covered;
};

/** Cosine of the runs of letters in ticket and title. What no term of the query explains is the ticket's as a whole. */
const alikeInLetters: Measure = ({ index, query, standsFor }, { article }, byTerm) => {
  const grams = new Map<string, number>();
  const owner = new Map<string, number>();
  for (const term of article.titleTerms) {
    const number = standsFor.get(term)?.number;
    for (const gram of gramsOf(term)) {
      grams.set(gram, index.gramWeight(gram));
      if (number !== undefined) owner.set(gram, number);
    }
  }
  let cosine = 0;
  for (const [gram, weight] of normalised(grams)) {
    const product = weight * (query.letters.get(gram) ?? 0);
    const number = owner.get(gram);
    if (number !== undefined) byTerm[number] = (byTerm[number] ?? 0) + product;
    cosine += product;
  }
  return cosine;
};

type Places = ReturnType<LibraryIndex["occurrences"]>;

function measurePairs({ query }: Spectacles, places: Places, byTerm: Float64Array): number {
  let sum = 0;
  for (const key of pairsOf(places)) {
    const share = query.totalWeight === 0 ? 0 : (query.pairs.get(key) ?? 0) / query.totalWeight;
    for (const number of termsOfPair(key)) byTerm[number] = (byTerm[number] ?? 0) + share / 2;
    sum += share;
  }
  return sum;
}

/** The most that any stretch of the article holds of the ticket; a word twice in it counts a third more than once. */
function measurePassage({ query }: Spectacles, places: Places, byTerm: Float64Array): number {
  const step = PASSAGE_WORDS / 2;
  const windows = new Map<number, Map<number, number>>();
  for (const { position, term } of places) {
    const last = Math.floor(position / step);
    for (const window of last === 0 ? [0] : [last - 1, last]) {
      const counts = windows.get(window) ?? new Map<number, number>();
      windows.set(window, counts.set(term, (counts.get(term) ?? 0) + 1));
    }
  }
  let best: ReadonlyMap<number, number> | undefined;
  let bestWeight = 0;
  for (const counts of windows.values()) {
    let weight = 0;
    for (const [number, count] of counts) weight += (query.terms[number]?.weight ?? 0) * ((2 * count) / (1 + count));
    if (weight > bestWeight) [best, bestWeight] = [counts, weight];
  }
  if (!best) return 0;
  const held = best;
  return addShares(byTerm, query, (number) => {
    const count = held.get(number) ?? 0;
    return (2 * count) / (1 + count);
  });
}

/** How strongly the ticket tells of a situation the article belongs to. */
function situationOf({ situations }: TicketQuery, { article }: Candidate): number {
  const own = situations.filter(({ name }) => article.situations.includes(name));
  return own.reduce((most, { strength }) => Math.max(most, strength), 0);
}

/** The share of an article's category and tags that the ticket's fields and tags name. */
function fieldShare({ fieldTerms }: TicketQuery, { article }: Candidate): number {
  const named = [...article.category, ...article.tags];
  if (fieldTerms.size === 0 || named.length === 0) return 0;
  const held = named.filter((name) => {
    const terms = termsOf(name, article.language);
    return terms.length > 0 && terms.every((term) => fieldTerms.has(term));
  });
  return held.length / named.length;
}

/** Features of the article's own words, each with how it is measured. */
const MEASURES = {
  words: soften(WORDS_BM25F),
  body: soften(BODY_BM25F),
  title: coverTitle,
  titleLetters: alikeInLetters,
} as const;

/** Looks at a candidate; `learned` is what past tickets say for it, `weights` are the learnt ones but in the tuning. */
export function lookAt(
  spectacles: Spectacles,
  candidate: Candidate,
  learned: LearnedEvidence = NO_EVIDENCE,
  weights: Readonly<Record<Feature, number>> = FEATURE_WEIGHTS,
): SecondLook {
  const { index, query, numbers } = spectacles;
  const places = index.occurrences(candidate.article.id, numbers);
  const byTerm = new Float64Array(query.terms.length);
  /** Measures one feature and adds its weighted shares to those of the terms. */
  const measured = (feature: Feature, measure: (own: Float64Array) => number): number => {
    const own = new Float64Array(byTerm.length);
    const value = measure(own);
    own.forEach((share, number) => {
      byTerm[number] = (byTerm[number] ?? 0) + weights[feature] * share;
    });
    return value;
  };
  const measureOwn = (feature: keyof typeof MEASURES) =>
    measured(feature, (own) => MEASURES[feature](spectacles, candidate, own));
  const features: Features = {
    words: measureOwn("words"),
    body: measureOwn("body"),
    title: measureOwn("title"),
    titleLetters: measureOwn("titleLetters"),
    pairs: measured("pairs", (own) => measurePairs(spectacles, places, own)),
    passage: measured("passage", (own) => measurePassage(spectacles, places, own)),
    learnedWords: measured("learnedWords", (own) => {
      for (const [term, share] of learned.byTerm) {
        const number = numbers.get(term);
        if (number !== undefined) own[number] = share;
      }
      return learned.learnedWords;
    }),
    learnedPhrasing: learned.learnedPhrasing,
    learnedPairs: learned.learnedPairs,
    situation: situationOf(query, candidate),
    ticketFields: fieldShare(query, candidate),
  };
  const score = FEATURES.reduce((sum, feature) => sum + weights[feature] * features[feature], 0);
  return { features, score, byTerm };
}
