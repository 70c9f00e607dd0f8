import { byCodeUnit, type Segment } from "./segment";

/** Where an article stands, with its score. */
export type ScoredPlace = { segment: Segment; document: number; score: number };

export type BestPlaces = {
  offer(segment: Segment, document: number, score: number): void;
  /** Those kept, best first. */
  inOrder(): ScoredPlace[];
};

function idOf({ segment, document }: ScoredPlace): string {
  return segment.articles[document]?.id ?? "";
}

function byScoreThenId(a: ScoredPlace, b: ScoredPlace): number {
  return b.score - a.score || byCodeUnit(idOf(a), idOf(b));
}

/** Keeps the `limit` best places offered, ties by id, without sorting the others: a heap with the worst kept on top. */
export function createBestPlaces(limit: number): BestPlaces {
  const heap: ScoredPlace[] = [];
  const isWorse = (a: ScoredPlace | undefined, b: ScoredPlace | undefined) => !!a && !!b && byScoreThenId(a, b) > 0;

  function swap(one: number, other: number): void {
    const [a, b] = [heap[one], heap[other]];
    if (!a || !b) return;
    heap[one] = b;
    heap[other] = a;
  }

  function rise(from: number): void {
    for (let at = from; at > 0; ) {
      const parent = (at - 1) >>> 1;
      if (!isWorse(heap[at], heap[parent])) return;
      swap(at, parent);
      at = parent;
    }
  }

  function sink(): void {
    for (let at = 0; ; ) {
      let worst = at;
      for (const child of [2 * at + 1, 2 * at + 2]) if (isWorse(heap[child], heap[worst])) worst = child;
      if (worst === at) return;
      swap(at, worst);
      at = worst;
    }
  }

  return {
    offer(segment, document, score) {
      const place = { segment, document, score };
      const [worst] = heap;
      if (heap.length < limit) {
        heap.push(place);
        rise(heap.length - 1);
      } else if (worst && isWorse(worst, place)) {
        heap[0] = place;
        sink();
      }
    },
    inOrder: () => [...heap].sort(byScoreThenId),
  };
}
