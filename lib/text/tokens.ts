/**
 * From text to terms. Query and index go through the same path, so that whatever is folded, split or stemmed on one
 * side is so on the other.
 */
import { fold } from "./fold";
import { type SearchLanguage, searchLanguage } from "./languages";

/**
 * A word of a text with the terms it stands for; `start` and `end` are UTF-16 offsets into the text, an elided article or
 * pronoun (`l'`, `qu’`) left out.
 */
export type Token = { start: number; end: number; word: string; terms: string[] };

/** Letters and digits, joined inside a word by an apostrophe, hyphen, dot, underscore or ampersand. */
const WORD_PATTERN = /[\p{L}\p{N}]\p{M}*(?:(?:['’ʼ‘._&‐‑-])?[\p{L}\p{N}]\p{M}*)*/gu;

/** Scripts written without spaces between words. */
const UNSPACED_PATTERN =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

const WORD_SEGMENTER = new Intl.Segmenter(undefined, { granularity: "word" });

const ELISION_PATTERN =
  /^(?:[ldjmtsnc]|qu|jusqu|lorsqu|puisqu|quoiqu|presqu|quelqu|dell|nell|all|dall|sull|un)'(?=\p{L})/u;
const ENGLISH_CLITIC_PATTERN = /'(?:s|d|ll|re|ve|m|t)$/u;

const JOINERS = /['._&-]/g;

/** Longest word, in characters, that becomes a term: beyond it stand keys, hashes and pasted nonsense. */
const MAX_WORD_LENGTH = 40;

const STEM_CACHE_LIMIT = 50_000;
const stemCaches = new WeakMap<SearchLanguage, Map<string, string>>();

function stem(word: string, language: SearchLanguage): string {
  const cache = stemCaches.get(language) ?? new Map<string, string>();
  stemCaches.set(language, cache);
  let stemmed = cache.get(word);
  if (stemmed === undefined) {
    stemmed = language.stem(word);
    if (cache.size >= STEM_CACHE_LIMIT) cache.clear();
    cache.set(word, stemmed);
  }
  return stemmed;
}

/** Ranges of the words in a text, in order. Unspaced scripts are cut by the platform's own segmenter. */
function* wordRanges(text: string): Generator<{ start: number; end: number }> {
  for (const match of text.matchAll(WORD_PATTERN)) {
    const run = match[0];
    if (!UNSPACED_PATTERN.test(run)) {
      yield { start: match.index, end: match.index + run.length };
      continue;
    }
    for (const segment of WORD_SEGMENTER.segment(run)) {
      if (!segment.isWordLike) continue;
      const start = match.index + segment.index;
      yield { start, end: start + segment.segment.length };
    }
  }
}

function addWord(terms: Set<string>, word: string, language: SearchLanguage): void {
  if (word.length === 0 || word.length > MAX_WORD_LENGTH || language.stopWords.has(word)) return;
  if (word.length === 1 && /[a-z]/.test(word)) return;
  terms.add(/\d/.test(word) ? word : stem(word, language));
}

/** Terms of one folded word: `err-4102` gives `err4102` and `4102`; `wi-fi` gives `wifi`, `wi` and `fi`. */
function termsOfWord(folded: string, language: SearchLanguage): string[] {
  const terms = new Set<string>();
  const bare = language.elides ? folded.replace(ELISION_PATTERN, "") : folded;
  // A stop word may be one only with its apostrophe ("don't", "qu'il"), so both forms are looked up.
  if ([folded, bare].some((word) => language.stopWords.has(word.replace(JOINERS, "")))) return [];
  if (/^\d+(?:\.\d+)+$/.test(bare)) return [bare];
  const word = bare.replace(ENGLISH_CLITIC_PATTERN, "");
  // Of a code only the numbers count for themselves: "err" would find every other code.
  const isCode = /\d/.test(word);
  const isPart = (part: string) => part.length > 1 && !language.stopWords.has(part) && (!isCode || /\d/.test(part));
  const parts = word.split(JOINERS).filter(isPart);
  if (parts.length === 0 && word.search(JOINERS) >= 0) return [];
  addWord(terms, word.replace(JOINERS, ""), language);
  if (word.search(JOINERS) >= 0) for (const part of parts) addWord(terms, part, language);
  return [...terms];
}

/** Words of a text that carry terms in a language (BCP 47 tag, null when unknown); stop words are left out. */
export function tokenize(text: string, language: string | null): Token[] {
  return tokenizeAll(text, language).filter(({ isStopWord }) => !isStopWord);
}

/** The same with the stop words, each as a term of its own: they tell "how do I" from "why was I". */
export function tokenizeAll(text: string, language: string | null): (Token & { isStopWord: boolean })[] {
  const rules = searchLanguage(language);
  const tokens: (Token & { isStopWord: boolean })[] = [];
  for (const { start, end } of wordRanges(text)) {
    const folded = fold(text.slice(start, end));
    const found = termsOfWord(folded, rules);
    const stopWord = folded.replace(JOINERS, "");
    const isStopWord = found.length === 0 && rules.stopWords.has(stopWord);
    const terms = isStopWord ? [stopWord] : found;
    if (terms.length === 0) continue;
    const isElided = rules.elides && ELISION_PATTERN.test(folded);
    const wordStart = isElided ? start + text.slice(start, end).search(/['’ʼ‘]/) + 1 : start;
    tokens.push({ start: wordStart, end, word: text.slice(wordStart, end), terms, isStopWord });
  }
  return tokens;
}

/** The terms of a text, one for each occurrence, in order. */
export function termsOf(text: string, language: string | null): string[] {
  return tokenize(text, language).flatMap((token) => token.terms);
}
