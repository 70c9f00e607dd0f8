/** From typed text to the words to look for, in every language of the base at once. */
import type { LibraryIndex } from "../library-index/library-index";
import { type Token, tokenize } from "../text/tokens";

/**
 * A word as typed with its terms in every language of the base. `isNeeded`: in none of them is it a word that is left out
 * of the index, like "how" in English.
 */
export type SearchWord = { label: string; terms: string[]; isNeeded: boolean };

/** The words of a text, each once for each place. */
export function searchWords(index: LibraryIndex, text: string): SearchWord[] {
  const words = new Map<number, { label: string; terms: string[]; languages: number }>();
  const collect = (tokens: Token[]) => {
    for (const { start, word, terms } of tokens) {
      const known = words.get(start) ?? { label: word, terms: [], languages: 0 };
      words.set(start, { ...known, terms: [...new Set([...known.terms, ...terms])], languages: known.languages + 1 });
    }
  };
  const languages = index.languages();
  const readIn = languages.length > 0 ? languages : [null];
  for (const language of readIn) collect(tokenize(text, language));
  // A query of stop words alone ("how to") still means something to the one who typed it.
  if (words.size === 0) collect(tokenize(text, null));
  return [...words]
    .sort(([a], [b]) => a - b)
    .map(([, { label, terms, languages: count }]) => ({ label, terms, isNeeded: count >= readIn.length }));
}
