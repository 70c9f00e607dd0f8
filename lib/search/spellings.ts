import type { LibraryIndex } from "../library-index/library-index";

/** A term of the library that may be what was typed; `likeness` is 1 for the very term and less for others. */
export type Spelling = { term: string; likeness: number };

/** As many endings of an unfinished word are looked for, the most common first. */
const MAX_ENDINGS = 1_000;

/** What was typed wrong, or is a part of a longer word, is one of so many words, and counts half at most. */
const MAX_RELATED = 20;
const RELATED_SHARE = 0.5;

/** An ending counts less the more letters it adds; no ending counts as much as the word itself. */
function likenessOfEnding(typed: string, term: string): number {
  return (0.4 * typed.length) / (typed.length + 0.3 * (term.length - typed.length));
}

/** What a typed word, given as its terms, may stand for in the library; each term once, with its best likeness. */
export function spellingsOf(
  index: LibraryIndex,
  terms: string[],
  { isUnfinished, fuzzy }: { isUnfinished: boolean; fuzzy: boolean },
): Spelling[] {
  const likenesses = new Map<string, number>();
  const add = (term: string, likeness: number) => likenesses.set(term, Math.max(likeness, likenesses.get(term) ?? 0));
  for (const term of terms) {
    if (index.documentFrequency(term) > 0) add(term, 1);
    if (isUnfinished) {
      for (const ending of index.termsWithPrefix(term, MAX_ENDINGS)) {
        if (ending !== term) add(ending, likenessOfEnding(term, ending));
      }
    }
    if (!fuzzy) continue;
    for (const related of index.relatedTerms(term, MAX_RELATED)) add(related.term, RELATED_SHARE * related.similarity);
  }
  return [...likenesses].map(([term, likeness]) => ({ term, likeness }));
}
