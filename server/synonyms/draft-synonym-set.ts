import { SYNONYM_LIMITS, type SynonymSet } from "../../lib/contract/synonym";
import { idFrom, problemWithPhrase, tidyPhrase, withoutRepeats } from "../phrases";

/** A set out of phrases as a person writes them, with the id that belongs to it, or every reason against it. */
export function draftSynonymSet(
  written: readonly string[],
  language: string | null,
): { set: SynonymSet } | { problems: string[] } {
  const phrases = withoutRepeats(written.map(tidyPhrase));
  const problems = phrases.flatMap((phrase) => problemWithPhrase(phrase, SYNONYM_LIMITS.phrase) ?? []);
  const { fewest, most } = SYNONYM_LIMITS;
  if (phrases.length < fewest || phrases.length > most) {
    problems.push(`a set has ${fewest} to ${most} different phrases, this one has ${phrases.length}`);
  }
  if (problems.length > 0) return { problems };
  const names = phrases.map((phrase) => phrase.toLowerCase()).sort((a, b) => (a < b ? -1 : 1));
  return { set: { id: idFrom([language, ...names]), language, phrases } };
}
