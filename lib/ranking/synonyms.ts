/** What the team says is the same thing: a phrase in the ticket brings the words of its synonyms into the query. */
import type { SynonymSet } from "../contract/synonym";
import { primaryLanguage } from "../text/languages";
import { tokenize } from "../text/tokens";
import { createPhraseTrie, type PhraseTrie, type PhraseWord } from "./phrase-trie";

/**
 * A word that a synonym brings. `label` is what the ticket says instead, `phrase` the synonym as the team wrote it, `weight`
 * (above 0, at most SYNONYM_WEIGHT) its share of the weight of a word that the ticket has itself.
 */
export type SynonymWord = { terms: string[]; label: string; phrase: string; weight: number };

export type Synonyms = {
  /**
   * Words of the synonyms of every phrase found in a text, in its order. Of phrases that overlap the first counts, of
   * those that begin together the longest. Never a term that the text has itself, and no synonyms of synonyms.
   * `language` is the one the text was split into terms by.
   */
  expand(text: readonly PhraseWord[], language: string | null): SynonymWord[];
};

/**
 * What a synonym counts beside a word of the ticket. It says what the customer may mean, not what they said. The words of
 * a longer phrase share it: each alone says less than the phrase.
 */
export const SYNONYM_WEIGHT = 0.5;

/** `others` are the set's other phrases word by word, each word with its weight. */
type Entry = { phrase: string; others(): Omit<SynonymWord, "label">[] };

/** Split at the first use, since few of a team's phrases are ever said. */
function createEntry(set: SynonymSet, phrase: string, language: string | null): Entry {
  let words: ReturnType<Entry["others"]> | null = null;
  const split = () =>
    set.phrases.flatMap((other) => {
      if (other === phrase) return [];
      const tokens = tokenize(other, set.language ?? language);
      return tokens.map(({ terms }) => ({ terms, phrase: other, weight: SYNONYM_WEIGHT / tokens.length }));
    });
  return {
    phrase,
    others() {
      words ??= split();
      return words;
    },
  };
}

function compile(sets: SynonymSet[], language: string | null): PhraseTrie<Entry> {
  const trie = createPhraseTrie<Entry>();
  for (const set of sets) {
    const isOf =
      set.language === null || language === null || primaryLanguage(set.language) === primaryLanguage(language);
    if (!isOf) continue;
    for (const phrase of new Set(set.phrases)) trie.add(phrase, language, createEntry(set, phrase, language));
  }
  return trie;
}

/** Adds the words of an entry's other phrases; a word that is there keeps the greater weight. Terms in `known` are left out. */
function addWords(found: Map<string, SynonymWord>, entry: Entry, label: string, known: ReadonlySet<string>): void {
  for (const { terms, phrase, weight } of entry.others()) {
    const [whole] = terms;
    if (whole === undefined || known.has(whole)) continue;
    const before = found.get(whole);
    if (before && before.weight >= weight) continue;
    found.set(whole, { terms: terms.filter((term) => !known.has(term)), label, phrase, weight });
  }
}

/** The synonyms of a team. The order of its sets makes no difference. */
export function createSynonyms(sets: readonly SynonymSet[]): Synonyms {
  const sorted = [...sets].sort((a, b) => (a.id < b.id ? -1 : 1));
  const tries = new Map<string | null, PhraseTrie<Entry>>();

  function trieOf(language: string | null): PhraseTrie<Entry> {
    const trie = tries.get(language) ?? compile(sorted, language);
    tries.set(language, trie);
    return trie;
  }

  return {
    expand(text, language) {
      if (sorted.length === 0) return [];
      const trie = trieOf(language);
      const known = new Set(text.flatMap(({ terms }) => terms));
      const expanded = new Set<Entry>();
      const found = new Map<string, SynonymWord>();
      for (let at = 0; at < text.length; ) {
        const [longest] = trie.matchesAt(text, at);
        for (const entry of longest?.values ?? []) {
          if (expanded.has(entry)) continue;
          expanded.add(entry);
          // Of several words the phrase is given as the team wrote it: the stop words between them are gone.
          const label = longest?.length === 1 ? (text[at]?.label ?? entry.phrase) : entry.phrase;
          addWords(found, entry, label, known);
        }
        at += longest?.length ?? 1;
      }
      return [...found.values()];
    },
  };
}

/** For a team without synonyms. */
export const NO_SYNONYMS: Synonyms = createSynonyms([]);
