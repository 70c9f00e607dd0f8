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

/** Terms as one segment numbers them: `numbers[i]` is -1 where no document of it has the i-th term. */
export type LocalTerms = { numbers: Int32Array; weights: Float64Array };

/** Looks a query's terms up in a segment, in their order. */
export function localTerms(segment: Segment, terms: readonly WeightedTerm[]): LocalTerms {
  return {
    numbers: Int32Array.from(terms, ({ term }) => termNumber(segment, term)),
    weights: Float64Array.from(terms, ({ weight }) => weight),
  };
}

/** What terms are worth in each of a segment's documents, live or dead. */
export function scoresIn(segment: Segment, { numbers, weights }: LocalTerms, norms: Norms, k: number): Float64Array {
  const { offsets, documents, counts } = segment;
  const scores = new Float64Array(segment.articles.length);
  for (let term = 0; term < numbers.length; term += 1) {
    const number = numbers[term] ?? -1;
    if (number < 0) continue;
    const weight = weights[term] ?? 0;
    const end = offsets[number + 1] ?? 0;
    for (let at = offsets[number] ?? 0; at < end; at += 1) {
      const document = documents[at] ?? 0;
      scores[document] = (scores[document] ?? 0) + weight * saturated(counts[at] ?? 0, norms, document, k);
    }
  }
  return scores;
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
export function countsInDocument(segment: Segment, document: number, { numbers }: LocalTerms): Uint32Array {
  const counts = new Uint32Array(numbers.length);
  for (let term = 0; term < numbers.length; term += 1) {
    const number = numbers[term] ?? -1;
    if (number >= 0) counts[term] = countsOf(segment, number, document);
  }
  return counts;
}

/** The score of one document by its counts: the very number that `scoresIn` gives it. */
export function scoreOf(counts: Uint32Array, weights: Float64Array, norms: Norms, document: number, k: number): number {
  let score = 0;
  for (let term = 0; term < counts.length; term += 1) {
    const packed = counts[term] ?? 0;
    if (packed !== 0) score += (weights[term] ?? 0) * saturated(packed, norms, document, k);
  }
  return score;
}
