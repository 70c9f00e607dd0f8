/** What was typed, taken apart: the words, and the phrases that stand in quotation marks. */
import { fold } from "../text/fold";

/** Words that must stand together. `isOpen`: the closing mark is not typed yet, so that the last word may be unfinished. */
export type Phrase = { text: string; isOpen: boolean };

/** `words` is everything typed, without the quotation marks. */
type QueryText = { words: string; phrases: Phrase[] };

/** One pair of marks is as good as another: keyboards, languages and pasted text differ in them. */
const MARKS = new Set(['"', "“", "”", "„", "«", "»"]);
const WORD_CHARACTER = /[\p{L}\p{N}]/u;

/** Reads what was typed. A mark right behind a word opens nothing: 24" is a size. */
export function readQueryText(text: string): QueryText {
  const phrases: Phrase[] = [];
  let words = "";
  let phrase: string | null = null;
  let before = "";
  for (const character of text) {
    const isMark = MARKS.has(character);
    if (isMark && phrase !== null) {
      phrases.push({ text: phrase, isOpen: false });
      phrase = null;
    } else if (isMark && !WORD_CHARACTER.test(before)) phrase = "";
    else if (phrase !== null) phrase += character;
    words += isMark ? " " : character;
    before = character;
  }
  if (phrase !== null) phrases.push({ text: phrase, isOpen: !/\s$/.test(phrase) });
  return { words, phrases: phrases.filter((each) => plainText(each.text) !== " ") };
}

/** Scripts without spaces have no word ends to look for. */
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}]/u;

/** A text as it is compared: folded, with one space for whatever stands between two words, and one at each end. */
function plainText(text: string): string {
  return ` ${fold(text)
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, " ")
    .trim()} `.replace(/^ {2}$/, " ");
}

/** Whether a text says the words of a phrase one after the other; case, accents and punctuation do not count. */
export function hasPhrase(text: string, phrase: Phrase): boolean {
  const wanted = plainText(phrase.text);
  const where = plainText(text);
  if (UNSPACED.test(wanted)) return where.replaceAll(" ", "").includes(wanted.replaceAll(" ", ""));
  return where.includes(phrase.isOpen ? wanted.trimEnd() : wanted);
}
