import type { MatchedTerm } from "../../lib/worker/protocol";
import { blockOf, findInBody } from "../article-body/find-in-body";
import { matchingWords } from "../article-body/mark-words";

/** A place of the text that is worth going to: what is marked there, all of it in one block. */
export type MatchPlace = { ranges: Range[]; block: Element };

/** Places where the typed words stand, each by itself. */
export function foundPlaces(body: Element, words: string): MatchPlace[] {
  return findInBody(body, words).map((range) => ({ ranges: [range], block: blockOf(range.startContainer, body) }));
}

/** Blocks that hold matched words of the ticket, and the one that holds most of them by weight. */
export function matchedPlaces(
  body: Element,
  terms: readonly MatchedTerm[],
): { places: MatchPlace[]; best: MatchPlace | null } {
  const shares = new Map(terms.map(({ term, share }) => [term, share]));
  const words = matchingWords(body, [...shares.keys()]);
  const places: (MatchPlace & { stems: Set<string> })[] = [];
  for (const { range, stem } of words) {
    const block = blockOf(range.startContainer, body);
    const last = places.at(-1);
    if (last?.block === block) {
      last.ranges.push(range);
      last.stems.add(stem);
    } else places.push({ ranges: [range], block, stems: new Set([stem]) });
  }
  let best: MatchPlace | null = null;
  let bestWeight = 0;
  for (const place of places) {
    const weight = [...place.stems].reduce((sum, stem) => sum + (shares.get(stem) ?? 0), 0);
    if (weight > bestWeight) [best, bestWeight] = [place, weight];
  }
  return { places, best };
}
