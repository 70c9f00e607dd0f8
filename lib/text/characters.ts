/** What a character is to the reader of words. Asked for every character of every text, so it is looked up in a table. */

/** Kinds of characters. `UNSPACED` scripts have no spaces between words; `INVISIBLE` signs may stand inside a word. */
export const OTHER = 0;
export const LETTER = 1;
export const DIGIT = 2;
export const MARK = 3;
export const JOINER = 4;
export const INVISIBLE = 5;
export const HANGUL = 6;
export const UNSPACED = 7;

const UNSPACED_LETTER =
  /^[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Thai}\p{scx=Lao}\p{scx=Khmer}\p{scx=Myanmar}]$/u;

function kindOf(character: string): number {
  if (/^['’ʼ‘._&‐‑-]$/.test(character)) return JOINER;
  if (/^[\u00ad\u200b\u2060\ufeff]$/.test(character)) return INVISIBLE;
  if (/^\p{M}$/u.test(character)) return MARK;
  if (/^\p{N}$/u.test(character)) return DIGIT;
  if (!/^\p{L}$/u.test(character)) return OTHER;
  if (UNSPACED_LETTER.test(character)) return UNSPACED;
  return /^\p{Script=Hangul}$/u.test(character) ? HANGUL : LETTER;
}

const BLOCK_LENGTH = 256;
const blocks: (Uint8Array | undefined)[] = [];

function makeBlock(number: number): Uint8Array {
  const start = number * BLOCK_LENGTH;
  const block = Uint8Array.from({ length: BLOCK_LENGTH }, (_, at) => kindOf(String.fromCodePoint(start + at)));
  blocks[number] = block;
  return block;
}

/** The kind of the character with this code point. A lone surrogate is `OTHER`. */
export function kindOfCodePoint(codePoint: number): number {
  const block = blocks[codePoint >> 8] ?? makeBlock(codePoint >> 8);
  return block[codePoint & 0xff] ?? OTHER;
}
