/** The terms of single words in one language. Words repeat, so what was once read is remembered. */
import { readCode } from "./codes";
import { fold } from "./fold";
import type { SearchLanguage } from "./languages";

/**
 * `skip`: UTF-16 units of an elided article at the word's start. `terms`: empty for a stop word, which is then in `stopWord`.
 * `joins`: the words after it that make one word with it ("log" and "in"), with the term of both.
 */
export type WordReading = {
  skip: number;
  terms: string[];
  stopWord: string | null;
  joins: ReadonlyMap<string, string> | null;
};

export type WordReader = {
  /** A word without digits, as the text has it. */
  read(word: string): WordReading;
  /** A word with digits. */
  readCode(word: string): WordReading;
};

const ELISION =
  /^(?:[ldjmtsnc]|qu|jusqu|lorsqu|puisqu|quoiqu|presqu|quelqu|dell|nell|all|dall|sull|un)'(?=[\p{L}\p{N}])/u;
const ENGLISH_CLITIC = /'(?:s|d|ll|re|ve|m|t)$/u;
const APOSTROPHE = /['’ʼ‘]/;
const JOINERS = /['._&-]/g;

/** A site's name written without the rest of its address ("acme.com"). */
const DOMAIN = /^(?:www\.)?([\p{L}-]{2,})\.(?:com|net|org|io|eu|fr|de|es|it|nl|pt|be|ch|ca|uk|co\.uk)$/u;

/** Shorter parts of a joined word ("wi", "fi") are no words. */
const MIN_PART = 3;

/** Shortest part of a hyphenated word that stands for itself when its other parts are stop words: not "fil" of "sans-fil". */
const MIN_LONE_PART = 4;

const CACHE_LIMIT = 50_000;

function wordReader(rules: SearchLanguage) {
  const stopWords = rules.stopWords;

  function addTerm(terms: Set<string>, word: string): void {
    if (word.length === 0 || stopWords.has(word) || (word.length === 1 && /[a-z]/.test(word))) return;
    terms.add(rules.stem(word));
  }

  /** Parts of a joined word that are terms of their own; null when it is made of stop words and single letters. */
  function partsOf(word: string): string[] | null {
    const all = word.split(JOINERS).filter((part) => part !== "");
    while (rules.cliticParts && all.length > 1 && rules.cliticParts.has(all.at(-1) ?? "")) all.pop();
    if (all.every((part) => part.length === 1 || stopWords.has(part))) return null;
    const parts = all.filter((part) => part.length >= MIN_PART && !stopWords.has(part));
    return parts.length > 1 || all.length === 1 ? parts : parts.filter((part) => part.length >= MIN_LONE_PART);
  }

  function addJoinedWord(terms: Set<string>, word: string): void {
    const parts = partsOf(word);
    if (parts === null) return;
    const whole = word.replace(JOINERS, "");
    const isVerbWithPronoun = rules.cliticParts?.has(word.split(JOINERS).at(-1) ?? "") && !rules.lexical.has(whole);
    if (!isVerbWithPronoun) addTerm(terms, whole);
    const isLetterAndWord = /^[a-z]-/.test(word) || rules.lexical.has(whole);
    if (!isLetterAndWord) for (const part of parts) addTerm(terms, part);
  }

  function termsOfWord(folded: string): string[] {
    const bare = rules.elides ? folded.replace(ELISION, "") : folded;
    // A stop word may be one only with its apostrophe ("don't", "qu'il"), so both forms are looked up.
    if ([folded, bare].some((word) => stopWords.has(word.replace(JOINERS, "")))) return [];
    const word = bare.replace(ENGLISH_CLITIC, "").replace(DOMAIN, "$1");
    const expanded = rules.abbreviations.get(word.replace(JOINERS, ""));
    const terms = new Set<string>();
    if (expanded) for (const each of expanded) addTerm(terms, each);
    else if (word.search(JOINERS) >= 0) addJoinedWord(terms, word);
    else addTerm(terms, word);
    return [...terms];
  }

  function skipOf(word: string, folded: string): number {
    return rules.elides && ELISION.test(folded) ? word.search(APOSTROPHE) + 1 : 0;
  }

  return {
    read(word: string): WordReading {
      const folded = fold(word);
      const terms = termsOfWord(folded);
      const whole = folded.replace(JOINERS, "");
      return {
        skip: skipOf(word, folded),
        terms,
        stopWord: terms.length === 0 && stopWords.has(whole) ? whole : null,
        joins: rules.joins.get(folded) ?? rules.joins.get(rules.stem(folded)) ?? null,
      };
    },
    readCode(word: string): WordReading {
      const folded = fold(word);
      const skip = skipOf(word, folded);
      const { terms, names } = readCode((skip > 0 ? folded.replace(ELISION, "") : folded).replace(ENGLISH_CLITIC, ""));
      const all = new Set(terms);
      for (const name of names) addTerm(all, name);
      return { skip, terms: [...all], stopWord: null, joins: null };
    },
  };
}

/** Reads words by the rules of a language, each spelling once. */
export function createWordReader(rules: SearchLanguage): WordReader {
  const reader = wordReader(rules);
  const known = new Map<string, WordReading>();
  return {
    read(word) {
      let reading = known.get(word);
      if (reading === undefined) {
        reading = reader.read(word);
        if (known.size >= CACHE_LIMIT) known.clear();
        known.set(word, reading);
      }
      return reading;
    },
    readCode: reader.readCode,
  };
}
