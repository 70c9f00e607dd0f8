/** Minimal view of the CSS Custom Highlight API, which leaves the nodes as they are. */
type HighlightRegistry = { set(name: string, highlight: Highlight): void; delete(name: string): void };

const HIGHLIGHT_NAME = "matched-words";
const MAX_RANGES = 400;

/**
 * Marks the words that start with one of the stems (lower case, no accents) and answers a function that takes the
 * marks away. Does nothing in a browser without CSS highlights.
 */
export function markWords(container: Element, stems: readonly string[], view: Window & typeof globalThis): () => void {
  const { highlights } = (view as { CSS?: { highlights?: HighlightRegistry } }).CSS ?? {};
  if (!highlights || stems.length === 0) return () => undefined;
  highlights.set(HIGHLIGHT_NAME, new view.Highlight(...matchingRanges(container, stems)));
  return () => highlights.delete(HIGHLIGHT_NAME);
}

/** Ranges of the words under `container` that start with one of the stems, in reading order. */
export function matchingRanges(container: Element, stems: readonly string[]): Range[] {
  const ranges: Range[] = [];
  const walker = container.ownerDocument.createTreeWalker(container, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node !== null && ranges.length < MAX_RANGES; node = walker.nextNode()) {
    for (const word of (node.textContent ?? "").matchAll(/[\p{L}\p{N}]+/gu)) {
      if (!stems.some((stem) => isFormOf(folded(word[0]), stem))) continue;
      const range = container.ownerDocument.createRange();
      range.setStart(node, word.index);
      range.setEnd(node, word.index + word[0].length);
      ranges.push(range);
    }
  }
  return ranges;
}

/** A long rest, above all after a short stem, means another word that happens to begin alike. */
function longestEnding(stem: string): number {
  return stem.length < 5 ? 2 : 6;
}

function isFormOf(word: string, stem: string): boolean {
  return stem !== "" && word.startsWith(stem) && word.length - stem.length <= longestEnding(stem);
}

function folded(word: string): string {
  return word.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
}
