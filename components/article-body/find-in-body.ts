/** Finds typed words in an article's text, across emphasis and links, case and accents aside. */
import { folded } from "./mark-words";

const BLOCKS =
  "address, article, aside, blockquote, caption, dd, details, div, dl, dt, figcaption, figure, h1, h2, h3, h4, h5, h6, hr, li, ol, p, pre, section, summary, table, td, th, tr, ul";
const MAX_FOUND = 999;

/** Where a letter of the folded text comes from. */
type Origin = { node: Node; start: number; end: number };
type FoldedText = { text: string; origins: Origin[] };

/** The smallest block of the text that a node stands in; the container when there is none. */
export function blockOf(node: Node, container: Element): Element {
  const element = node instanceof Element ? node : node.parentElement;
  const block = element?.closest(BLOCKS);
  return block && block !== container && container.contains(block) ? block : container;
}

/** The text as it is searched: folded, white space as one space, blocks apart. */
function foldText(container: Element): FoldedText {
  const origins: Origin[] = [];
  let text = "";
  let block: Element | null = null;
  const walker = container.ownerDocument.createTreeWalker(container, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const own = blockOf(node, container);
    if (block !== null && own !== block) {
      text += "\n";
      origins.push({ node, start: 0, end: 0 });
    }
    block = own;
    let at = 0;
    for (const character of node.textContent ?? "") {
      const isSpace = /\s/.test(character);
      const letters = isSpace ? (/\s$/.test(text) ? "" : " ") : folded(character);
      for (let letter = 0; letter < letters.length; letter += 1) {
        origins.push({ node, start: at, end: at + character.length });
      }
      text += letters;
      at += character.length;
    }
  }
  return { text, origins };
}

/** Ranges of every place where the words stand, in reading order; none for blank words. */
export function findInBody(container: Element, words: string): Range[] {
  const wanted = folded(words).replace(/\s+/g, " ").trim();
  if (wanted === "") return [];
  const { text, origins } = foldText(container);
  const ranges: Range[] = [];
  for (let at = text.indexOf(wanted); at !== -1; at = text.indexOf(wanted, at + wanted.length)) {
    const [first, last] = [origins[at], origins[at + wanted.length - 1]];
    if (!first || !last || ranges.length === MAX_FOUND) break;
    const range = container.ownerDocument.createRange();
    range.setStart(first.node, first.start);
    range.setEnd(last.node, last.end);
    ranges.push(range);
  }
  return ranges;
}
