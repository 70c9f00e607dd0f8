const WORDS_A_MINUTE = 200;
/** Scripts that part no words: about as many characters make one. */
const CHARACTERS_A_WORD = 2;

/** How long a text takes to read, in whole minutes; 0 under one. */
export function readingMinutes(bodyHtml: string): number {
  const text = bodyHtml.replace(/<[^>]*>/g, " ").replace(/&[a-z0-9#]+;/gi, " ");
  const unspaced = text.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/gu)?.length ?? 0;
  const words = text.match(/[\p{L}\p{N}]+(?:['’.-][\p{L}\p{N}]+)*/gu)?.length ?? 0;
  return Math.floor(Math.max(words, unspaced / CHARACTERS_A_WORD) / WORDS_A_MINUTE);
}
