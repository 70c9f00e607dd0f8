/**
 * Finds phrases in a text that is read once, word by word, whatever their number. Words are compared by their terms, so that
 * a phrase is found in all its forms.
 */
import { isDeterminer } from "../text/determiners";
import { type Token, tokenizeAll } from "../text/tokens";

/** A word of a text: the terms it stands for, its whole form first, and the word as it was written. */
export type PhraseWord = { terms: string[]; label: string; isStopWord?: boolean };

/**
 * A phrase found: how many words of the text it takes, how many of its own had to be there, and what was kept under it.
 */
export type PhraseMatch<Value> = { length: number; words: number; values: readonly Value[] };

/**
 * Which words of a phrase have to be there. `telling`: the stop words are passed over in phrase and text. `whole`: so they
 * are, unless they leave the phrase with a single word or none; then it is found as it stands, but for articles and
 * possessives at its beginning ("never turned up" is not said of a light that was turned off).
 */
export type PhraseReading = "telling" | "whole";

export type PhraseTrie<Value> = {
  /** Keeps a value under a phrase. Read as `telling`, a phrase of stop words alone is never found. */
  add(phrase: string, language: string | null, value: Value): void;
  /** The phrases that begin at a position of a text, longest first. */
  matchesAt(text: readonly PhraseWord[], position: number): PhraseMatch<Value>[];
};

type Node<Value> = { next: Map<string, Node<Value>>; values: Value[] };

type ReadWord = Token & { isStopWord: boolean };

/** Ways to write a phrase. A hyphen may be left out by one and set by another, so both are kept. */
function waysToWrite(phrase: string, language: string | null): ReadWord[][] {
  const apart = phrase.replace(/[-‐‑]/g, " ");
  return (apart === phrase ? [phrase] : [phrase, apart]).map((way) => tokenizeAll(way, language));
}

function withoutDeterminers(words: ReadWord[]): ReadWord[] {
  const first = words.findIndex(({ terms: [term = ""], isStopWord }) => !isStopWord || !isDeterminer(term));
  return first === -1 ? [] : words.slice(first);
}

function needsStopWords(words: ReadWord[], reading: PhraseReading): boolean {
  return reading === "whole" && words.filter(({ isStopWord }) => !isStopWord).length <= 1;
}

/** An empty trie; `reading` holds for all its phrases. */
export function createPhraseTrie<Value>(reading: PhraseReading = "telling"): PhraseTrie<Value> {
  const createNode = (): Node<Value> => ({ next: new Map(), values: [] });
  /** Of the words that tell, and of all words. */
  const roots = { telling: createNode(), whole: createNode() };

  function keep(root: Node<Value>, words: ReadWord[], value: Value): void {
    let node = root;
    for (const [term] of words.map(({ terms }) => terms)) {
      if (term === undefined) continue;
      const next = node.next.get(term) ?? createNode();
      node.next.set(term, next);
      node = next;
    }
    if (node !== root && !node.values.includes(value)) node.values.push(value);
  }

  function find(root: Node<Value>, text: readonly PhraseWord[], position: number): PhraseMatch<Value>[] {
    const matches: PhraseMatch<Value>[] = [];
    // A word may stand for several terms, and a phrase may go on with any of them.
    let open = [root];
    let words = 0;
    for (let at = position; at < text.length && open.length > 0; at += 1) {
      const word = text[at];
      if (word?.isStopWord && root === roots.telling) {
        if (at === position) return [];
        continue;
      }
      const terms = new Set(word?.terms);
      open = open.flatMap(({ next }) => [...terms].flatMap((term) => next.get(term) ?? []));
      words += 1;
      const values = open.flatMap((node) => node.values);
      if (values.length > 0) matches.unshift({ length: at - position + 1, words, values });
    }
    return matches;
  }

  return {
    add(phrase, language, value) {
      for (const way of waysToWrite(phrase, language)) {
        if (needsStopWords(way, reading)) keep(roots.whole, withoutDeterminers(way), value);
        else
          keep(
            roots.telling,
            way.filter(({ isStopWord }) => !isStopWord),
            value,
          );
      }
    },
    matchesAt(text, position) {
      const matches = [...find(roots.telling, text, position), ...find(roots.whole, text, position)];
      return matches.sort((one, other) => other.length - one.length);
    },
  };
}
