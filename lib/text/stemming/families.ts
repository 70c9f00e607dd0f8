/** Words of one family that no rule of the language brings together: "bought" and "buy", "travaux" and "travail". */

/** A stemmer: takes a folded word, gives the term that stands for it and its relatives. */
export type Stem = (word: string) => string;

/** From lines of words to pairs: the stem of each word of a line, with the stem of the line's first word. */
export function familyMap(lines: string, stem: Stem): ReadonlyMap<string, string> {
  const map = new Map<string, string>();
  for (const line of lines.trim().split("\n")) {
    const [first = "", ...others] = line.trim().split(/\s+/).map(stem);
    for (const other of others) if (other !== first) map.set(other, first);
  }
  return map;
}

/** From lines "stem: word word" to pairs of word and stem, for words whose endings mislead the stemmer. */
export function exceptionMap(lines: string): ReadonlyMap<string, string> {
  const map = new Map<string, string>();
  for (const line of lines.trim().split("\n")) {
    const [stem = "", words = ""] = line.trim().split(":");
    for (const word of words.trim().split(/\s+/)) map.set(word, stem);
  }
  return map;
}
