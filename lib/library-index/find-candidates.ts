/** Finds the best articles for a weighted query, over all segments. */
import { createBestPlaces, type ScoredPlace } from "./best-places";
import { addScores, type Bm25f, type Norms, normsOf, type WeightedTerm } from "./bm25f";
import type { Segment } from "./segment";
import { termNumber } from "./segment";

/** Gives the norms of segments; those of one set of constants are kept until the library changes. */
export type NormsBySegment = (segment: Segment, bm25f: Bm25f) => Norms;

/** `averages` are the library's mean field lengths now; `revision` is another number after every change. */
export function createNorms(averages: () => readonly number[], revision: () => number): NormsBySegment {
  const kept = new WeakMap<Segment, { bm25f: Bm25f; revision: number; norms: Norms }>();
  return (segment, bm25f) => {
    const known = kept.get(segment);
    if (known?.bm25f === bm25f && known.revision === revision()) return known.norms;
    const norms = normsOf(segment, bm25f, averages());
    kept.set(segment, { bm25f, revision: revision(), norms });
    return norms;
  };
}

type Search = { segments: readonly Segment[]; bm25f: Bm25f; norms: NormsBySegment; limit: number };

/** The best articles that hold any of the terms, ties by id. Terms without weight find nothing. */
export function findAny({ segments, bm25f, norms, limit }: Search, terms: readonly WeightedTerm[]): ScoredPlace[] {
  const best = createBestPlaces(limit);
  for (const segment of segments) {
    const scores = new Float64Array(segment.articles.length);
    addScores(segment, terms, norms(segment, bm25f), bm25f.k, scores);
    for (let document = 0; document < scores.length; document += 1) {
      const score = scores[document] ?? 0;
      if (score > 0 && segment.dead[document] === 0) best.offer(segment, document, score);
    }
  }
  return best.inOrder();
}

/** In how many groups from the first on, without a gap, each document holds a term. */
function groupsHeld(segment: Segment, groups: readonly WeightedTerm[][]): Uint16Array {
  const held = new Uint16Array(segment.articles.length);
  groups.forEach((group, position) => {
    for (const { term } of group) {
      const number = termNumber(segment, term);
      if (number < 0) continue;
      const end = segment.offsets[number + 1] ?? 0;
      for (let at = segment.offsets[number] ?? 0; at < end; at += 1) {
        const document = segment.documents[at] ?? 0;
        if (held[document] === position) held[document] = position + 1;
      }
    }
  });
  return held;
}

/** The best articles that hold a term of every group, ties by id. */
export function findAll({ segments, bm25f, norms, limit }: Search, groups: readonly WeightedTerm[][]): ScoredPlace[] {
  const best = createBestPlaces(limit);
  for (const segment of segments) {
    const held = groupsHeld(segment, groups);
    const scores = new Float64Array(segment.articles.length);
    addScores(segment, groups.flat(), norms(segment, bm25f), bm25f.k, scores);
    for (let document = 0; document < scores.length; document += 1) {
      if (held[document] !== groups.length || segment.dead[document] === 1) continue;
      best.offer(segment, document, scores[document] ?? 0);
    }
  }
  return best.inOrder();
}
