/**
 * BM25F: the counts of a term in an article's fields become one count, each field by its share and its length, and that
 * count saturates. Every sum runs in the order of the query's terms, so that a score is the same to the last bit whatever
 * the order and the history of the articles.
 */
import { BODY_ONLY, countIn, FIELDS, type Field } from "./fields";
import { lengthOf, type Segment, termNumber } from "./segment";

/** A term of a query; its weight already holds how rare it is. */
export type WeightedTerm = { term: string; weight: number };

/** `k`: saturation; for each field its share and how much its length counts against it (`b`, 0 to 1). */
export type Bm25f = { k: number; fields: Record<Field, { share: number; b: number }> };

/** What one occurrence counts for, FIELDS.length numbers a document. */
export type Norms = Float64Array;

const [TITLE, HEADINGS, TAGS, BODY] = [0, 1, 2, 3] as const;

/** Norms of a segment's documents; `averages` are the mean lengths of the fields in the whole library. */
export function normsOf(segment: Segment, { fields }: Bm25f, averages: readonly number[]): Norms {
  const norms = new Float64Array(segment.articles.length * FIELDS.length);
  for (let document = 0; document < segment.articles.length; document += 1) {
    FIELDS.forEach((name, field) => {
      const length = lengthOf(segment, document, field);
      // A field without terms counts nothing, and with `b: 1` its norm would be infinite.
      if (length === 0) return;
      const { share, b } = fields[name];
      norms[document * FIELDS.length + field] = share / (1 - b + (b * length) / (averages[field] ?? 1));
    });
  }
  return norms;
}

/** The saturated count of a term in a document, 0 to 1. */
function saturated(packed: number, norms: Norms, document: number, k: number): number {
  const base = document * FIELDS.length;
  let count = packed;
  if (packed <= BODY_ONLY) count *= norms[base + BODY] ?? 0;
  else {
    count =
      countIn(packed, "title") * (norms[base + TITLE] ?? 0) +
      countIn(packed, "headings") * (norms[base + HEADINGS] ?? 0) +
      countIn(packed, "tags") * (norms[base + TAGS] ?? 0) +
      countIn(packed, "body") * (norms[base + BODY] ?? 0);
  }
  return count > 0 ? count / (k + count) : 0;
}

/** Adds what terms are worth to the scores of a segment's documents, live or dead; `visit` hears of each one matched. */
export function addScores(
  segment: Segment,
  terms: readonly WeightedTerm[],
  norms: Norms,
  k: number,
  scores: Float64Array,
): void {
  const { offsets, documents, counts } = segment;
  for (const { term, weight } of terms) {
    const number = termNumber(segment, term);
    if (number < 0) continue;
    const end = offsets[number + 1] ?? 0;
    for (let at = offsets[number] ?? 0; at < end; at += 1) {
      const document = documents[at] ?? 0;
      scores[document] = (scores[document] ?? 0) + weight * saturated(counts[at] ?? 0, norms, document, k);
    }
  }
}

/** The packed counts of a term in a document; 0 when it has it nowhere. */
function countsOf({ offsets, documents, counts }: Segment, number: number, document: number): number {
  let low = offsets[number] ?? 0;
  let high = offsets[number + 1] ?? 0;
  const end = high;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((documents[middle] ?? 0) < document) low = middle + 1;
    else high = middle;
  }
  return low < end && documents[low] === document ? (counts[low] ?? 0) : 0;
}

/** The packed counts of each term in a document, in the terms' order. */
export function countsInDocument(segment: Segment, document: number, terms: readonly WeightedTerm[]): Uint32Array {
  return Uint32Array.from(terms, ({ term }) => {
    const number = termNumber(segment, term);
    return number < 0 ? 0 : countsOf(segment, number, document);
  });
}

/** The score of one document by its counts: the very number that `addScores` gives it. */
export function scoreOf(
  counts: Uint32Array,
  terms: readonly WeightedTerm[],
  norms: Norms,
  document: number,
  k: number,
): number {
  let score = 0;
  terms.forEach(({ weight }, at) => {
    const packed = counts[at] ?? 0;
    if (packed !== 0) score += weight * saturated(packed, norms, document, k);
  });
  return score;
}
