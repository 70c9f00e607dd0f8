import { byCodeUnit, lowerBound, type Segment } from "./segment";
import type { Tally } from "./tally";

/** Terms of live articles that begin with a prefix, at most `limit`: those of most articles, ties by code unit. */
export function termsWithPrefix(segments: readonly Segment[], tally: Tally, prefix: string, limit: number): string[] {
  const found = new Set<string>();
  for (const { terms } of segments) {
    for (let at = lowerBound(terms, prefix); terms[at]?.startsWith(prefix); at += 1) found.add(terms[at] ?? "");
  }
  return [...found]
    .filter((term) => tally.frequency(term) > 0)
    .sort((a, b) => tally.frequency(b) - tally.frequency(a) || byCodeUnit(a, b))
    .slice(0, limit);
}
