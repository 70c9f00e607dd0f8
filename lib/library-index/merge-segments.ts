import { FIELDS } from "./fields";
import { byCodeUnit, liveCount, liveFrequency, PART_END, SAME_WORD, type Segment, startsOf, TEXT_END } from "./segment";

const GONE = 0xffffffff;

type Source = {
  segment: Segment;
  /** New number of each live document, GONE for the others. */
  documents: Uint32Array;
  /** New number of each term. */
  terms: Uint32Array;
};

/** Which of a segment's terms a live document still has. */
function liveTerms(segment: Segment): readonly string[] {
  if (liveCount(segment) === segment.articles.length) return segment.terms;
  return segment.terms.filter((_, number) => liveFrequency(segment, number) > 0);
}

/** Both lists are sorted, so one walk finds every place; terms that nobody has any more get any number. */
function renumber(from: readonly string[], to: readonly string[]): Uint32Array {
  const numbers = new Uint32Array(from.length);
  let at = 0;
  from.forEach((term, number) => {
    while (at < to.length && (to[at] ?? "") < term) at += 1;
    numbers[number] = at;
  });
  return numbers;
}

function sourcesOf(segments: readonly Segment[], terms: readonly string[]): Source[] {
  let next = 0;
  return segments.map((segment) => {
    const documents = Uint32Array.from(segment.dead, (mark) => {
      if (mark === 1) return GONE;
      next += 1;
      return next - 1;
    });
    return { segment, documents, terms: renumber(segment.terms, terms) };
  });
}

/** Calls back for every posting of a live document: new number of its term, then of its document, then the counts. */
function forEachPosting(sources: Source[], visit: (term: number, document: number, packed: number) => void): void {
  for (const { segment, documents, terms } of sources) {
    for (let number = 0; number < segment.terms.length; number += 1) {
      const end = segment.offsets[number + 1] ?? 0;
      for (let at = segment.offsets[number] ?? 0; at < end; at += 1) {
        const document = documents[segment.documents[at] ?? 0] ?? GONE;
        if (document !== GONE) visit(terms[number] ?? 0, document, segment.counts[at] ?? 0);
      }
    }
  }
}

function mergePostings(sources: Source[], termCount: number): Pick<Segment, "offsets" | "documents" | "counts"> {
  const sizes = new Uint32Array(termCount);
  forEachPosting(sources, (term) => {
    sizes[term] = (sizes[term] ?? 0) + 1;
  });
  const offsets = startsOf(sizes);
  const next = offsets.slice();
  const documents = new Uint32Array(offsets[termCount] ?? 0);
  const counts = new Uint32Array(documents.length);
  forEachPosting(sources, (term, document, packed) => {
    const at = next[term] ?? 0;
    documents[at] = document;
    counts[at] = packed;
    next[term] = at + 1;
  });
  return { offsets, documents, counts };
}

function mergeSequences(sources: Source[], sizes: Uint32Array): Pick<Segment, "sequences" | "starts"> {
  const starts = startsOf(sizes);
  const sequences = new Uint32Array(starts[sizes.length] ?? 0);
  let to = 0;
  for (const { segment, documents, terms } of sources) {
    for (let document = 0; document < documents.length; document += 1) {
      if (documents[document] === GONE) continue;
      const end = segment.starts[document + 1] ?? 0;
      for (let at = segment.starts[document] ?? 0; at < end; at += 1) {
        const code = segment.sequences[at] ?? PART_END;
        const isMark = code >= TEXT_END;
        sequences[to] = isMark ? code : (terms[(code & ~SAME_WORD) >>> 0] ?? 0) | (code & SAME_WORD);
        to += 1;
      }
    }
  }
  return { sequences, starts };
}

/** One segment of the live documents of several, in their order; what was dead leaves no trace. */
export function mergeSegments(segments: readonly Segment[]): Segment {
  // Sorted runs one after the other: the platform's sort finds them and only merges.
  const terms = [...new Set(segments.flatMap(liveTerms).sort(byCodeUnit))];
  const sources = sourcesOf(segments, terms);
  const articles = segments.flatMap(({ articles, dead }) => articles.filter((_, document) => dead[document] === 0));
  const lengths = new Uint32Array(articles.length * FIELDS.length);
  const sizes = new Uint32Array(articles.length);
  for (const { segment, documents } of sources) {
    documents.forEach((number, document) => {
      if (number === GONE) return;
      sizes[number] = (segment.starts[document + 1] ?? 0) - (segment.starts[document] ?? 0);
      const from = document * FIELDS.length;
      lengths.set(segment.lengths.subarray(from, from + FIELDS.length), number * FIELDS.length);
    });
  }
  return {
    articles,
    terms,
    ...mergePostings(sources, terms.length),
    ...mergeSequences(sources, sizes),
    lengths,
    dead: new Uint8Array(articles.length),
  };
}
