/**
 * A segment: some articles in typed arrays that never change, but for the mark of those that were replaced or removed.
 * It knows its own terms and nothing of other segments, so that it can be stored, loaded and merged by itself.
 */
import { FIELDS } from "./fields";
import type { ArticleFacts, ReadArticle } from "./read-article";

/** Documents are numbered within the segment; so are terms, in the order of `terms`. */
export type Segment = {
  readonly articles: readonly ArticleFacts[];
  /** Sorted by code unit. */
  readonly terms: readonly string[];
  /** Postings of term t: from `offsets[t]` to `offsets[t + 1]` in `documents` (ascending) and `counts` (packed). */
  readonly offsets: Uint32Array;
  readonly documents: Uint32Array;
  readonly counts: Uint32Array;
  /** The terms of document d in the order of its text, from `starts[d]` to `starts[d + 1]`, numbers of terms with the marks below. */
  readonly sequences: Uint32Array;
  readonly starts: Uint32Array;
  /** Terms of each field, FIELDS.length numbers a document. */
  readonly lengths: Uint32Array;
  /** 1 for a document that was replaced or removed. */
  readonly dead: Uint8Array;
};

/** In a sequence: the end of a part, and the end of the last part, after which come the tags' terms. */
export const PART_END = 0xffffffff;
export const TEXT_END = 0xfffffffe;
/** Set on a term that stands for the same word as the one before. */
export const SAME_WORD = 0x80000000;

/** Strings by code unit: the same everywhere, unlike the locale's order. */
export function byCodeUnit(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The first position in sorted terms that is not before a string. */
export function lowerBound(terms: readonly string[], wanted: string): number {
  let low = 0;
  let high = terms.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((terms[middle] ?? "") < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Made when a segment is first asked: hundreds of terms are looked up for each ticket, and a binary search is slower. */
const numbersOf = new WeakMap<Segment, ReadonlyMap<string, number>>();

/** The number of a term in a segment; -1 when no document has it. */
export function termNumber(segment: Segment, term: string): number {
  let numbers = numbersOf.get(segment);
  if (!numbers) {
    numbers = new Map(segment.terms.map((each, number) => [each, number]));
    numbersOf.set(segment, numbers);
  }
  return numbers.get(term) ?? -1;
}

function sequenceOf({ parts, tagTerms }: ReadArticle, numbers: ReadonlyMap<string, number>): number[] {
  const sequence: number[] = [];
  parts.forEach((words, position) => {
    if (position > 0) sequence.push(PART_END);
    for (const terms of words) {
      terms.forEach((term, at) => {
        sequence.push(((numbers.get(term) ?? 0) | (at > 0 ? SAME_WORD : 0)) >>> 0);
      });
    }
  });
  sequence.push(TEXT_END);
  for (const term of tagTerms) sequence.push(numbers.get(term) ?? 0);
  return sequence;
}

/** Counts by position, turned into where each position's stretch starts; one more number than `sizes` has. */
export function startsOf(sizes: ArrayLike<number>): Uint32Array {
  const starts = new Uint32Array(sizes.length + 1);
  for (let at = 0; at < sizes.length; at += 1) starts[at + 1] = (starts[at] ?? 0) + (sizes[at] ?? 0);
  return starts;
}

/** Puts articles into a new segment, numbered as they come. */
export function buildSegment(articles: ReadArticle[]): Segment {
  const terms = [...new Set(articles.flatMap(({ counts }) => [...counts.keys()]))].sort(byCodeUnit);
  const numbers = new Map(terms.map((term, number) => [term, number]));
  const sizes = new Uint32Array(terms.length);
  for (const { counts } of articles) {
    for (const term of counts.keys()) {
      const number = numbers.get(term) ?? 0;
      sizes[number] = (sizes[number] ?? 0) + 1;
    }
  }
  const offsets = startsOf(sizes);
  const next = offsets.slice();
  const documents = new Uint32Array(offsets[terms.length] ?? 0);
  const counts = new Uint32Array(documents.length);
  articles.forEach((article, document) => {
    for (const [term, packed] of article.counts) {
      const number = numbers.get(term) ?? 0;
      const at = next[number] ?? 0;
      documents[at] = document;
      counts[at] = packed;
      next[number] = at + 1;
    }
  });
  const sequences = articles.map((article) => sequenceOf(article, numbers));
  return {
    articles: articles.map(({ facts }) => facts),
    ...{ terms, offsets, documents, counts },
    sequences: Uint32Array.from(sequences.flat()),
    starts: startsOf(sequences.map((sequence) => sequence.length)),
    lengths: Uint32Array.from(articles.flatMap(({ lengths }) => lengths)),
    dead: new Uint8Array(articles.length),
  };
}

/** The numbers of the terms that a document has anywhere, tags included, each once. */
export function termsOfDocument({ sequences, starts }: Segment, document: number): Set<number> {
  const numbers = new Set<number>();
  const end = starts[document + 1] ?? 0;
  for (let at = starts[document] ?? 0; at < end; at += 1) {
    const code = sequences[at] ?? PART_END;
    if (code < TEXT_END) numbers.add((code & ~SAME_WORD) >>> 0);
  }
  return numbers;
}

/** How many terms a field of a document has. */
export function lengthOf({ lengths }: Segment, document: number, field: number): number {
  return lengths[document * FIELDS.length + field] ?? 0;
}

/** Documents neither replaced nor removed. */
export function liveCount({ dead }: Segment): number {
  let count = 0;
  for (const mark of dead) count += 1 - mark;
  return count;
}

/** How many live documents have a term. */
export function liveFrequency({ offsets, documents, dead }: Segment, number: number): number {
  const end = offsets[number + 1] ?? 0;
  let count = 0;
  for (let at = offsets[number] ?? 0; at < end; at += 1) count += 1 - (dead[documents[at] ?? 0] ?? 1);
  return count;
}

/** Bytes of a segment's typed arrays. */
export function bytesOf({ offsets, documents, counts, sequences, starts, lengths, dead }: Segment): number {
  const arrays = [offsets, documents, counts, sequences, starts, lengths, dead];
  return arrays.reduce((sum, array) => sum + array.byteLength, 0);
}
