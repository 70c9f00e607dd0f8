/**
 * Tells the language of a ticket by its function words. It runs in the worker and in the bench alike, where the
 * browser's own detector is out of reach, and short mails hold enough of these words.
 */
import { fold } from "./fold";
import { SEARCH_LANGUAGES } from "./languages";

/** Text beyond this many characters changes nothing in the verdict. */
const MAX_EXAMINED_LENGTH = 4_000;

/** A verdict needs this much evidence, and this many times the evidence of the second language. */
const MIN_EVIDENCE = 1;
const MIN_LEAD = 1.2;

const languagesOfStopWord = new Map<string, string[]>();
for (const [language, { stopWords }] of SEARCH_LANGUAGES) {
  for (const word of stopWords) languagesOfStopWord.set(word, [...(languagesOfStopWord.get(word) ?? []), language]);
}

/** Primary language subtag of a text, null when its words do not tell. */
export function detectLanguage(text: string): string | null {
  const evidence = new Map<string, number>();
  const words = fold(text.slice(0, MAX_EXAMINED_LENGTH)).match(/\p{L}+/gu) ?? [];
  for (const word of words) {
    const languages = languagesOfStopWord.get(word) ?? [];
    for (const language of languages) evidence.set(language, (evidence.get(language) ?? 0) + 1 / languages.length);
  }
  const [first, second] = [...evidence].sort((a, b) => b[1] - a[1]);
  if (!first || first[1] < MIN_EVIDENCE) return null;
  return second && first[1] < second[1] * MIN_LEAD ? null : first[0];
}
