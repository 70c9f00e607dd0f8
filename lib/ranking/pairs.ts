/** Two different terms that stand close together. */
import { PAIR_DISTANCE } from "./weights";

export type Occurring = { position: number; term: number };

/** The key of two terms of a query by their numbers, whichever comes first. */
export function pairKey(one: number, other: number): number {
  return one < other ? one * 65_536 + other : other * 65_536 + one;
}

/** The two numbers of a pair's key. */
export function termsOfPair(key: number): [number, number] {
  return [Math.floor(key / 65_536), key % 65_536];
}

/** The keys of all pairs in a sequence of places, in the order of their positions. */
export function pairsOf(places: readonly Occurring[]): Set<number> {
  const found = new Set<number>();
  let from = 0;
  places.forEach(({ position, term }, at) => {
    while (position - (places[from]?.position ?? position) > PAIR_DISTANCE) from += 1;
    for (let before = from; before < at; before += 1) {
      const earlier = places[before];
      if (earlier && earlier.position !== position && earlier.term !== term) found.add(pairKey(earlier.term, term));
    }
  });
  return found;
}
