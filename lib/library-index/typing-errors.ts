/** A term of the library that another may have been meant for; `similarity` is below 1. */
export type RelatedTerm = { term: string; similarity: number; kind: "typo" | "compound" | "part" };

/** Letters inserted, left out, exchanged or swapped with a neighbour between two words; `most + 1` stands for more. */
function distance(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const exchanged = (last[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      let least = Math.min(exchanged, (last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1);
      if (a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) least = Math.min(least, (beforeLast[j - 2] ?? most) + 1);
      row.push(least);
    }
    if (Math.min(...row) > most) return most + 1;
    beforeLast = last;
    last = row;
  }
  return last[b.length] ?? most + 1;
}

/** Terms that differ from a word of five letters or more by one letter, two from eight letters on; the most alike first. */
export function typingErrors(word: string, terms: string[]): RelatedTerm[] {
  if (word.length < 5 || /\d/.test(word)) return [];
  const most = word.length < 8 ? 1 : 2;
  return terms.flatMap((term) => {
    const errors = distance(word, term, most);
    return errors > 0 && errors <= most ? [{ term, similarity: 1 - errors / word.length, kind: "typo" as const }] : [];
  });
}
