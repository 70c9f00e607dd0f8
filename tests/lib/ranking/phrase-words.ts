import fc from "fast-check";
import type { PhraseWord } from "../../../lib/ranking/phrase-trie";
import { tokenizeAll } from "../../../lib/text/tokens";

/** A text as the ranking hands it over. */
export function wordsOf(text: string, language: string | null = "en"): PhraseWord[] {
  return tokenizeAll(text, language).map(({ terms, word, isStopWord }) => ({ terms, label: word, isStopWord }));
}

const WORD = fc.constantFrom("card", "cards", "credit", "virement", "wi-fi", "wifi", "l'eau", "the", "x", "éé", "東京");

/** Texts in which phrases of the same few words often meet, and any other. */
export const anyText = fc.oneof(
  fc.array(WORD, { maxLength: 12 }).map((words) => words.join(" ")),
  fc.string({ unit: "binary", maxLength: 80 }),
);

export const anyPhrase = fc.oneof(
  fc.array(WORD, { minLength: 1, maxLength: 3 }).map((words) => words.join(" ")),
  fc.string({ unit: "binary", minLength: 1, maxLength: 20 }),
);

export const anyLanguage = fc.constantFrom("en", "fr", "de", "ja", null);
