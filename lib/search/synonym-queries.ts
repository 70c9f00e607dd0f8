/** What was typed, said again in the words that the team says mean the same. */
import type { LibraryIndex } from "../library-index/library-index";
import type { Synonyms } from "../ranking/synonyms";
import { tokenize } from "../text/tokens";
import { type SearchWord, searchWords } from "./search-words";

/** A word of the query; `said` is what was typed in its place, null for a word that was typed. */
export type SynonymWord = SearchWord & { said: string | null };

/** A team with many words for a thing has the most used ones first. */
const MAX_QUERIES = 6;

/** The query once for each other phrase that the team has for something in it. */
export function synonymQueries(
  index: LibraryIndex,
  text: string,
  words: readonly SearchWord[],
  synonyms: Synonyms,
): SynonymWord[][] {
  const queries = new Map<string, SynonymWord[]>();
  const languages = index.languages();
  for (const language of languages) {
    const tokens = tokenize(text, language).map(({ terms, word }) => ({ terms, label: word }));
    for (const { label, phrase } of synonyms.expand(tokens, language)) {
      if (queries.has(phrase) || queries.size >= MAX_QUERIES) continue;
      const covered = new Set(languages.flatMap((each) => tokenize(label, each).flatMap(({ terms }) => terms)));
      const rest = words.filter(({ terms }) => !terms.some((term) => covered.has(term)));
      const others = searchWords(index, phrase).map((word) => ({ ...word, said: label }));
      queries.set(phrase, [...rest.map((word) => ({ ...word, said: null })), ...others]);
    }
  }
  return [...queries.values()];
}
