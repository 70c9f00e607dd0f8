import { PART_END, SAME_WORD, type Segment, TEXT_END, termNumber } from "./segment";

/**
 * One place of a query term in an article. `term` is the number the caller gave it; `part` is 0 in the title, 1 in the
 * summary, 2 and more in the sections. `position` counts words that carry terms, all terms of one word at the same
 * position, with a gap between parts.
 */
export type Occurrence = { position: number; term: number; part: number };

/** So far apart are the last word of a part and the first of the next, that no two words count as neighbours. */
const PART_GAP = 10;

/** Where a document has terms (term to the caller's number), in the order of its text. */
export function occurrencesIn(segment: Segment, document: number, terms: ReadonlyMap<string, number>): Occurrence[] {
  const wanted = new Map<number, number>();
  for (const [term, given] of terms) {
    const number = termNumber(segment, term);
    if (number >= 0) wanted.set(number, given);
  }
  const found: Occurrence[] = [];
  let position = -1;
  let part = 0;
  const end = segment.starts[document + 1] ?? 0;
  for (let at = segment.starts[document] ?? 0; at < end; at += 1) {
    const code = segment.sequences[at] ?? TEXT_END;
    if (code === TEXT_END) break;
    if (code === PART_END) {
      part += 1;
      position += PART_GAP;
      continue;
    }
    if (code < SAME_WORD) position += 1;
    const term = wanted.get(code < SAME_WORD ? code : code - SAME_WORD);
    if (term !== undefined) found.push({ position, term, part });
  }
  return found;
}

/** The terms of a document's title. */
export function titleTermsOf(segment: Segment, document: number): Set<string> {
  const terms = new Set<string>();
  const end = segment.starts[document + 1] ?? 0;
  for (let at = segment.starts[document] ?? 0; at < end; at += 1) {
    const code = segment.sequences[at] ?? TEXT_END;
    if (code >= TEXT_END) break;
    terms.add(segment.terms[(code & ~SAME_WORD) >>> 0] ?? "");
  }
  return terms;
}
