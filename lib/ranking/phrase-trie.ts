/**
 * Finds phrases in a text that is read once, word by word, whatever their number. Words are compared by their terms, so that
 * a phrase is found in all its forms.
 */
import { tokenize } from "../text/tokens";

/** A word of a text: the terms it stands for, its whole form first, and the word as it was written. */
export type PhraseWord = { terms: string[]; label: string };

/** A phrase found: its length in words, and what was kept under it. */
export type PhraseMatch<Value> = { length: number; values: readonly Value[] };

export type PhraseTrie<Value> = {
  /** Keeps a value under a phrase; a phrase of stop words alone is never found. */
  add(phrase: string, language: string | null, value: Value): void;
  /** The phrases that begin at a position of a text, longest first. */
  matchesAt(text: readonly PhraseWord[], position: number): PhraseMatch<Value>[];
};

type Node<Value> = { next: Map<string, Node<Value>>; values: Value[] };

/** Whole forms of a phrase's words. A hyphen may be left out by one and set by another, so both ways are kept. */
function waysToWrite(phrase: string, language: string | null): string[][] {
  const apart = phrase.replace(/[-‐‑]/g, " ");
  const ways = (apart === phrase ? [phrase] : [phrase, apart]).map((way) =>
    tokenize(way, language).flatMap(({ terms: [whole] }) => (whole === undefined ? [] : [whole])),
  );
  return [...new Map(ways.map((terms) => [terms.join(" "), terms])).values()].filter((terms) => terms.length > 0);
}

/** An empty trie. */
export function createPhraseTrie<Value>(): PhraseTrie<Value> {
  const createNode = (): Node<Value> => ({ next: new Map(), values: [] });
  const root = createNode();
  return {
    add(phrase, language, value) {
      for (const terms of waysToWrite(phrase, language)) {
        let node = root;
        for (const term of terms) {
          const next = node.next.get(term) ?? createNode();
          node.next.set(term, next);
          node = next;
        }
        node.values.push(value);
      }
    },
    matchesAt(text, position) {
      const matches: PhraseMatch<Value>[] = [];
      // A word may stand for several terms, and a phrase may go on with any of them.
      let open = [root];
      for (let at = position; at < text.length && open.length > 0; at += 1) {
        const terms = new Set(text[at]?.terms);
        open = open.flatMap(({ next }) => [...terms].flatMap((term) => next.get(term) ?? []));
        const values = open.flatMap((node) => node.values);
        if (values.length > 0) matches.unshift({ length: at - position + 1, values });
      }
      return matches;
    },
  };
}
