/**
 * From text to terms. Query and index go through the same path, so that whatever is folded, split or stemmed on one
 * side is so on the other.
 */
import { fold } from "./fold";
import { type SearchLanguage, searchLanguage } from "./languages";
import { endOfAccountNumber, readNumber } from "./quantities";
import { hangulTerms, unspacedWords } from "./unspaced";
import { readAddress } from "./web-addresses";
import { createWordReader, type WordReader } from "./word-terms";
import { nextWord, type WordRange } from "./words";

/**
 * A word of a text with the terms it stands for; `start` and `end` are UTF-16 offsets into the text, an elided article or
 * pronoun (`l'`, `qu’`) left out.
 */
export type Token = { start: number; end: number; word: string; terms: string[] };

/** Longest word, in characters, that becomes a term: beyond it stand keys, hashes and pasted nonsense. */
const MAX_WORD_LENGTH = 40;

type ReadToken = Token & { isStopWord: boolean };

/** A reading of one text under way. Each `read` function adds what it finds and says where the next word may begin. */
type Reading = {
  text: string;
  rules: SearchLanguage;
  reader: WordReader;
  keepsStopWords: boolean;
  tokens: ReadToken[];
};

const readers = new WeakMap<SearchLanguage, WordReader>();

function readerOf(rules: SearchLanguage): WordReader {
  const reader = readers.get(rules) ?? createWordReader(rules);
  readers.set(rules, reader);
  return reader;
}

function addToken({ text, tokens }: Reading, start: number, end: number, terms: string[], isStopWord = false): void {
  if (terms.length > 0) tokens.push({ start, end, word: text.slice(start, end), terms, isStopWord });
}

function readPlainWord(reading: Reading, word: WordRange): number {
  const { text, reader } = reading;
  if (word.end - word.start > MAX_WORD_LENGTH) return word.end;
  const known = reader.read(text.slice(word.start, word.end));
  if (known.joins) {
    const next = nextWord(text, word.end);
    const isNeighbour = next !== null && next.start === word.end + 1 && next.end - next.start <= MAX_WORD_LENGTH;
    const joined = isNeighbour ? known.joins.get(fold(text.slice(next.start, next.end))) : undefined;
    if (next && joined !== undefined) {
      addToken(reading, word.start + known.skip, next.end, [joined, ...known.terms]);
      return next.end;
    }
  }
  if (known.stopWord === null) addToken(reading, word.start + known.skip, word.end, known.terms);
  else if (reading.keepsStopWords) addToken(reading, word.start, word.end, [known.stopWord], true);
  return word.end;
}

function readWordWithDigits(reading: Reading, word: WordRange): number {
  const { text, rules, reader } = reading;
  if (/^\d/.test(text.charAt(word.start))) {
    const number = readNumber(text, word.start, rules);
    if (number && number.end >= word.end) {
      addToken(reading, word.start, number.end, number.terms);
      return number.end;
    }
  }
  const accountEnd = endOfAccountNumber(text, word.start);
  if (accountEnd !== null) return accountEnd;
  if (word.end - word.start <= MAX_WORD_LENGTH) {
    const known = reader.readCode(text.slice(word.start, word.end));
    addToken(reading, word.start + known.skip, word.end, known.terms);
  }
  return word.end;
}

function readUnspaced(reading: Reading, run: WordRange): number {
  // Folding may change a run's length (half-width kana); then its words are told by the run as a whole.
  const raw = reading.text.slice(run.start, run.end);
  const folded = fold(raw);
  for (const { start, end, terms } of unspacedWords(folded)) {
    const isSameLength = folded.length === raw.length;
    addToken(reading, isSameLength ? run.start + start : run.start, isSameLength ? run.start + end : run.end, terms);
  }
  return run.end;
}

function readWord(reading: Reading, word: WordRange): number {
  const { text, reader } = reading;
  if (word.script === "unspaced") return readUnspaced(reading, word);
  if (word.script === "hangul") {
    if (word.end - word.start <= MAX_WORD_LENGTH) {
      addToken(reading, word.start, word.end, hangulTerms(fold(text.slice(word.start, word.end))));
    }
    return word.end;
  }
  const address = readAddress(text, word);
  if (address) {
    for (const { start, end } of address.words)
      addToken(reading, start, end, reader.read(text.slice(start, end)).terms);
    return address.end;
  }
  return word.hasDigit ? readWordWithDigits(reading, word) : readPlainWord(reading, word);
}

function readText(text: string, language: string | null, keepsStopWords: boolean): ReadToken[] {
  const rules = searchLanguage(language);
  const reading: Reading = { text, rules, reader: readerOf(rules), keepsStopWords, tokens: [] };
  let from = 0;
  for (let word = nextWord(text, from); word; word = nextWord(text, from)) from = readWord(reading, word);
  return reading.tokens;
}

/** Words of a text that carry terms in a language (BCP 47 tag, null when unknown); stop words are left out. */
export function tokenize(text: string, language: string | null): Token[] {
  return readText(text, language, false);
}

/** The same with the stop words, each as a term of its own: they tell "how do I" from "why was I". */
export function tokenizeAll(text: string, language: string | null): (Token & { isStopWord: boolean })[] {
  return readText(text, language, true);
}

/** The terms of a text, one for each occurrence, in order. */
export function termsOf(text: string, language: string | null): string[] {
  return tokenize(text, language).flatMap((token) => token.terms);
}
