// biome-ignore lint/suspicious/noControlCharactersInRegex: the whole of ASCII is meant.
const PLAIN_ASCII = /^[\x00-\x7f]*$/;

/**
 * Folds case, accents, ligatures, typographic apostrophes and hyphens: `Évènement` and `evenement` become the same word.
 * Letters of every script are kept.
 */
export function fold(text: string): string {
  // Most words are plain ASCII, and folding is half the work of reading a text.
  if (PLAIN_ASCII.test(text)) return text.toLowerCase();
  return text
    .normalize("NFKD")
    .replace(/\p{M}+/gu, "")
    .toLowerCase()
    .replace(/œ/g, "oe")
    .replace(/æ/g, "ae")
    .replace(/ß/g, "ss")
    .replace(/ø/g, "o")
    .replace(/ł/g, "l")
    .replace(/[’ʼ‘]/g, "'")
    .replace(/[‐‑]/g, "-");
}
