/** Minimal view of the CSS Custom Highlight API, which leaves the nodes as they are. */
type HighlightRegistry = { set(name: string, highlight: Highlight): void; delete(name: string): void };

/** What can be marked in an open article, each in a look of its own. */
export type MarkName = "matched-words" | "found-words" | "current-match";

export type MarkedWord = { range: Range; stem: string };

const MAX_RANGES = 400;

/**
 * Marks ranges and answers a function that takes the marks away. Does nothing in a browser without CSS highlights.
 */
export function markRanges(name: MarkName, ranges: readonly Range[], view: Window & typeof globalThis): () => void {
  const { highlights } = (view as { CSS?: { highlights?: HighlightRegistry } }).CSS ?? {};
  if (!highlights || ranges.length === 0) return () => undefined;
  highlights.set(name, new view.Highlight(...ranges));
  return () => highlights.delete(name);
}

/** Words under `container` that start with one of the stems (lower case, no accents), in reading order. */
export function matchingWords(container: Element, stems: readonly string[]): MarkedWord[] {
  const found: MarkedWord[] = [];
  if (stems.length === 0) return found;
  const walker = container.ownerDocument.createTreeWalker(container, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node !== null && found.length < MAX_RANGES; node = walker.nextNode()) {
    for (const word of (node.textContent ?? "").matchAll(/[\p{L}\p{N}]+/gu)) {
      const form = folded(word[0]);
      const stem = stems.find((each) => isFormOf(form, each));
      if (stem === undefined) continue;
      const range = container.ownerDocument.createRange();
      range.setStart(node, word.index);
      range.setEnd(node, word.index + word[0].length);
      found.push({ range, stem });
    }
  }
  return found;
}

/** A long rest, above all after a short stem, means another word that happens to begin alike. */
function longestEnding(stem: string): number {
  return stem.length < 5 ? 2 : 6;
}

function isFormOf(word: string, stem: string): boolean {
  return stem !== "" && word.startsWith(stem) && word.length - stem.length <= longestEnding(stem);
}

/** Lower case, without accents. */
export function folded(word: string): string {
  return word.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
}
