import type { MatchedTerm } from "../lib/worker/protocol";
import type { Formats } from "./text/formats";
import type { Text } from "./text/text";

/** The terms with the largest shares first; terms of equal shares stay in their order. */
export function byShare(terms: readonly MatchedTerm[]): MatchedTerm[] {
  return [...terms].sort((a, b) => b.share - a.share);
}

/** Less than this is not worth a line of its own. */
const MIN_REST = 0.05;

/** The share that none of the terms explains, 0 when it is too small to tell. */
export function restOf(terms: readonly MatchedTerm[]): number {
  const rest = 1 - terms.reduce((sum, term) => sum + term.share, 0);
  return rest < MIN_REST ? 0 : rest;
}

/** Where a term was found, in words: "in the title and in the text"; empty when it is not known. */
export function placesOf({ fields }: MatchedTerm, text: Text, formats: Formats): string {
  return formats.list(fields.map((field) => text.terms.places[field]));
}

/** The whole explanation of a term: "in the title, 34% of the match". */
export function explanationOf(term: MatchedTerm, text: Text, formats: Formats): string {
  const share = text.terms.ofMatch(formats.percent(term.share));
  return [placesOf(term, text, formats), share].filter((part) => part !== "").join(", ");
}
