/** Terms are shortened and without accents; people read and write words. */

/** Most characters a word may have beyond its term. */
const LONGEST_ENDING = 5;

const WORD = /[\p{L}\p{M}]{2,40}/gu;

/** The word these texts use most often for a term, or the term itself when they have none. */
export function spellTerm(term: string, texts: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const text of texts) {
    for (const [match] of text.matchAll(WORD)) {
      const word = match.toLowerCase().normalize("NFC");
      const folded = foldWord(word);
      if (folded.startsWith(term) && folded.length <= term.length + LONGEST_ENDING) {
        counts.set(word, (counts.get(word) ?? 0) + 1);
      }
    }
  }
  const [best] = [...counts].sort(([a, ofA], [b, ofB]) => ofB - ofA || a.length - b.length || (a < b ? -1 : 1));
  return best?.[0] ?? term;
}

/** Small letters without accents, near enough to how terms are folded to find a term's word. */
export function foldWord(word: string): string {
  const plain = word.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  return plain.replaceAll("œ", "oe").replaceAll("æ", "ae").replaceAll("ß", "ss");
}
