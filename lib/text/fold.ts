// biome-ignore lint/suspicious/noControlCharactersInRegex: the whole of ASCII is meant.
const PLAIN_ASCII = /^[\x00-\x7f]*$/;

/**
 * Marks that writers leave out: accents of Latin, Greek and Cyrillic letters, vowel points of Hebrew and Arabic. Those
 * of Indic scripts, Thai and kana are letters in all but name and stay.
 */
const OPTIONAL_MARKS = /[\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u05bf\u05c1-\u05c7\u064b-\u065f\u0670]/g;

/** Soft hyphens and zero-width signs: invisible, and inside words. */
const INVISIBLE = /[\u00ad\u200b\u2060\ufeff]/g;

/**
 * Folds case, accents, ligatures, typographic apostrophes and hyphens: `Évènement` and `evenement` become the same word.
 * Letters of every script are kept.
 */
export function fold(text: string): string {
  // Most words are plain ASCII, and folding is half the work of reading a text.
  if (PLAIN_ASCII.test(text)) return text.toLowerCase();
  return text
    .normalize("NFKD")
    .replace(OPTIONAL_MARKS, "")
    .replace(INVISIBLE, "")
    .toLowerCase()
    .normalize("NFC")
    .replace(/œ/g, "oe")
    .replace(/æ/g, "ae")
    .replace(/ß/g, "ss")
    .replace(/[øđł]/g, (letter) => (letter === "ø" ? "o" : letter === "đ" ? "d" : "l"))
    .replace(/[’ʼ‘]/g, "'")
    .replace(/[‐‑]/g, "-");
}
