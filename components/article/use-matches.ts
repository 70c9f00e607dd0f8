import { useCallback, useEffect, useMemo, useState } from "preact/hooks";
import type { MatchedTerm } from "../../lib/worker/protocol";
import { markRanges } from "../article-body/mark-words";
import { foundPlaces, type MatchPlace, matchedPlaces } from "./matches";

export type Matches = {
  count: number;
  /** Which one the agent is at, counted from 1; 0 before the first step. */
  at: number;
  /** Steps round: forwards by 1, backwards by -1. Answers which one it came to, 0 when there is none. */
  step(by: 1 | -1): number;
  /** Where the matched words of the ticket stand closest; null while something is searched for, or when there is none. */
  best: MatchPlace | null;
};

/** Marks what matches in the text: what is searched for, or else the words of the ticket. `body` null: nothing is shown. */
export function useMatches(body: HTMLElement | null, terms: readonly MatchedTerm[], words: string): Matches {
  const isSearching = words.trim() !== "";
  const { places, best } = useMemo(() => {
    if (!body) return { places: [], best: null };
    return isSearching ? { places: foundPlaces(body, words), best: null } : matchedPlaces(body, terms);
  }, [body, terms, words, isSearching]);
  const [step, setStep] = useState<{ places: MatchPlace[]; at: number } | null>(null);
  // Other places: the count begins anew.
  const at = step?.places === places ? step.at : 0;

  useEffect(() => {
    const ranges = places.flatMap((place) => place.ranges);
    return markRanges(isSearching ? "found-words" : "matched-words", ranges, window);
  }, [places, isSearching]);
  useEffect(() => markRanges("current-match", places[at - 1]?.ranges ?? [], window), [places, at]);

  const go = useCallback(
    (by: 1 | -1) => {
      if (places.length === 0) return 0;
      const next = at === 0 && by === -1 ? places.length : ((at - 1 + by + places.length) % places.length) + 1;
      setStep({ places, at: next });
      places[next - 1]?.block.scrollIntoView?.({ block: "center" });
      return next;
    },
    [places, at],
  );
  // The first hit comes into view while the agent still types.
  useEffect(() => {
    if (isSearching && places.length > 0) {
      setStep({ places, at: 1 });
      places[0]?.block.scrollIntoView?.({ block: "center" });
    }
  }, [places, isSearching]);
  return { count: places.length, at, step: go, best };
}
