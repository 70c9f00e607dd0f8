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

type Entry = { set: SynonymSet; phrase: string };

function compile(sets: SynonymSet[], language: string | null): PhraseTrie<Entry> {
  const trie = createPhraseTrie<Entry>();
  for (const set of sets) {
    const isOf =
      set.language === null || language === null || primaryLanguage(set.language) === primaryLanguage(language);
    if (isOf) for (const phrase of new Set(set.phrases)) trie.add(phrase, language, { set, phrase });
  }
  return trie;
}

/** The words of a set's other phrases that `known` does not hold yet. */
function otherWords({ set, phrase }: Entry, label: string, language: string | null, known: ReadonlySet<string>) {
  return set.phrases.flatMap((other): SynonymWord[] => {
    if (other === phrase) return [];
    const words = tokenize(other, set.language ?? language);
    return words.flatMap((word) => {
      const isKnown = word.terms[0] === undefined || known.has(word.terms[0]);
      const terms = word.terms.filter((term) => !known.has(term));
      return isKnown ? [] : [{ terms, label, phrase: other, weight: SYNONYM_WEIGHT / words.length }];
    });
  });
}

/** Each word once, with the weight of the synonym that gives it most. */
function strongest(words: SynonymWord[]): SynonymWord[] {
  const byTerm = new Map<string, SynonymWord>();
  for (const word of words) {
    const key = word.terms[0] ?? "";
    const known = byTerm.get(key);
    if (!known || known.weight < word.weight) byTerm.set(key, word);
  }
  return [...byTerm.values()];
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
      const found: SynonymWord[] = [];
      for (let at = 0; at < text.length; ) {
        const [longest] = trie.matchesAt(text, at);
        for (const entry of longest?.values ?? []) {
          if (expanded.has(entry)) continue;
          expanded.add(entry);
          // Of several words the phrase is given as the team wrote it: the stop words between them are gone.
          const label = longest?.length === 1 ? (text[at]?.label ?? entry.phrase) : entry.phrase;
          found.push(...otherWords(entry, label, language, known));
        }
        at += longest?.length ?? 1;
      }
      return strongest(found);
    },
  };
}

/** For a team without synonyms. */
export const NO_SYNONYMS: Synonyms = createSynonyms([]);
