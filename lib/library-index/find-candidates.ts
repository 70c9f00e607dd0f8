/** Finds the best articles for a weighted query, over all segments. */
import { type BestPlaces, createBestPlaces } from "./best-places";
import {
  type Bm25f,
  countsInDocument,
  type LocalTerms,
  localTerms,
  type Norms,
  normsOf,
  scoreOf,
  scoresIn,
  type WeightedTerm,
} from "./bm25f";
import { FIELDS } from "./fields";
import type { Segment } from "./segment";
import type { Place } from "./segment-store";
import type { Tally } from "./tally";

/** An article in its place, with its score and the packed counts of each term of the query. */
export type FoundPlace = Place & { score: number; counts: Uint32Array };

export type Finder = {
  /** The best live articles that hold any of the terms, ties by id. Terms without weight find nothing. */
  findAny(segments: readonly Segment[], terms: readonly WeightedTerm[], limit: number, bm25f: Bm25f): FoundPlace[];
  /** The best live articles that hold a term of every group, ties by id. */
  findAll(segments: readonly Segment[], groups: readonly WeightedTerm[][], limit: number, bm25f: Bm25f): FoundPlace[];
  /** The same of given places, whether or not they hold any of the terms, in the order given. */
  look(places: readonly Place[], terms: readonly WeightedTerm[], bm25f: Bm25f): FoundPlace[];
};

/** Norms of segments, kept for one set of constants until the library changes. */
function createNorms(tally: Tally): (segment: Segment, bm25f: Bm25f) => Norms {
  const kept = new WeakMap<Segment, { bm25f: Bm25f; revision: number; norms: Norms }>();
  return (segment, bm25f) => {
    const known = kept.get(segment);
    const { revision } = tally;
    if (known?.bm25f === bm25f && known.revision === revision) return known.norms;
    const averages = FIELDS.map((_, field) => tally.averageLength(field));
    const norms = normsOf(segment, bm25f, averages);
    kept.set(segment, { bm25f, revision, norms });
    return norms;
  };
}

/** A query's terms in each segment, looked up once. */
function createLookup(terms: readonly WeightedTerm[]): (segment: Segment) => LocalTerms {
  const known = new Map<Segment, LocalTerms>();
  return (segment) => {
    const local = known.get(segment) ?? localTerms(segment, terms);
    known.set(segment, local);
    return local;
  };
}

/** In how many groups from the first on, without a gap, each document holds a term. */
function groupsHeld(segment: Segment, { numbers }: LocalTerms, groups: readonly WeightedTerm[][]): Uint16Array {
  const held = new Uint16Array(segment.articles.length);
  let term = 0;
  groups.forEach((group, position) => {
    for (const last = term + group.length; term < last; term += 1) {
      const number = numbers[term] ?? -1;
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

function withCounts(best: BestPlaces, local: (segment: Segment) => LocalTerms): FoundPlace[] {
  return best.inOrder().map(({ segment, document, score }) => {
    return { segment, document, score, counts: countsInDocument(segment, document, local(segment)) };
  });
}

/** A finder that takes the fields' mean lengths from the tally. */
export function createFinder(tally: Tally): Finder {
  const norms = createNorms(tally);
  return {
    findAny(segments, terms, limit, bm25f) {
      const best = createBestPlaces(limit);
      const local = createLookup(terms);
      for (const segment of segments) {
        const scores = scoresIn(segment, local(segment), norms(segment, bm25f), bm25f.k);
        for (let document = 0; document < scores.length; document += 1) {
          const score = scores[document] ?? 0;
          if (score > 0 && segment.dead[document] === 0) best.offer(segment, document, score);
        }
      }
      return withCounts(best, local);
    },
    findAll(segments, groups, limit, bm25f) {
      const best = createBestPlaces(limit);
      const local = createLookup(groups.flat());
      for (const segment of segments) {
        const held = groupsHeld(segment, local(segment), groups);
        const scores = scoresIn(segment, local(segment), norms(segment, bm25f), bm25f.k);
        for (let document = 0; document < scores.length; document += 1) {
          if (held[document] !== groups.length || segment.dead[document] === 1) continue;
          best.offer(segment, document, scores[document] ?? 0);
        }
      }
      return withCounts(best, local);
    },
    look(places, terms, bm25f) {
      const local = createLookup(terms);
      return places.map(({ segment, document }) => {
        const counts = countsInDocument(segment, document, local(segment));
        const score = scoreOf(counts, local(segment).weights, norms(segment, bm25f), document, bm25f.k);
        return { segment, document, score, counts };
      });
    },
  };
}
