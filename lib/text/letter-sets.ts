/**
 * Which letters a word has, as bits: words that differ by few edits differ in few bits, so a scan over these numbers
 * finds nearly all words that cannot be meant without looking at them.
 */

export type LetterSets = { once: number; twice: number };

/** Bits of the letters a word has, and of those it has twice or more. */
export function letterSetsOf(word: string): LetterSets {
  let once = 0;
  let twice = 0;
  for (let at = 0; at < word.length; at += 1) {
    const bit = 1 << (word.charCodeAt(at) & 31);
    twice |= once & bit;
    once |= bit;
  }
  return { once, twice };
}

/** Number of bits set, of 32. */
export function bitCount(bits: number): number {
  let count = bits - ((bits >>> 1) & 0x55555555);
  count = (count & 0x33333333) + ((count >>> 2) & 0x33333333);
  return Math.imul((count + (count >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
