/**
 * Folds case, accents, ligatures, typographic apostrophes and hyphens: `Évènement` and `evenement` become the same word.
 * Letters of every script are kept.
 */
export function fold(text: string): string {
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
