/** Tells from the index alone which articles may hold a phrase, so that only few have to be read to be sure. */
import type { IndexedArticle, LibraryIndex } from "../library-index/library-index";
import { tokenize } from "../text/tokens";
import type { Phrase } from "./query-text";

/** As many endings of an unfinished last word are looked for. */
const MAX_ENDINGS = 1_000;

/** The words of a phrase by number, in order, and the terms that stand for each number. */
type Wanted = { order: number[]; numbers: ReadonlyMap<string, number> };

function wantedOf(index: LibraryIndex, { text, isOpen }: Phrase, language: string): Wanted {
  const numbers = new Map<string, number>();
  const tokens = tokenize(text, language);
  const order = tokens.map(({ terms }, position) => {
    const isUnfinished = isOpen && position === tokens.length - 1;
    const forms = isUnfinished ? terms.flatMap((term) => [term, ...index.termsWithPrefix(term, MAX_ENDINGS)]) : terms;
    // A word that comes twice keeps its number.
    const number = numbers.get(terms[0] ?? "") ?? position;
    for (const form of forms) if (!numbers.has(form)) numbers.set(form, number);
    return number;
  });
  return { order, numbers };
}

/** Whether an article may hold a phrase. True for what the index cannot tell: words that it leaves out of every text. */
export function createPhraseSearch(index: LibraryIndex, phrase: Phrase): (article: IndexedArticle) => boolean {
  const byLanguage = new Map<string, Wanted>();
  return ({ id, language }) => {
    const wanted = byLanguage.get(language) ?? wantedOf(index, phrase, language);
    byLanguage.set(language, wanted);
    const { order, numbers } = wanted;
    if (order.length === 0) return true;
    const at = new Map<number, Set<number>>();
    for (const { position, term } of index.occurrences(id, numbers)) {
      at.set(position, (at.get(position) ?? new Set()).add(term));
    }
    return [...at.keys()].some((start) => order.every((number, step) => at.get(start + step)?.has(number)));
  };
}
