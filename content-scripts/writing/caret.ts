/** The place in an editor at which is written. Works while the panel has the focus: the page keeps its selection. */
import { isElement } from "../engine/find";
import type { ReplyEditors } from "./reply-editors";

/** Whether a text goes into the line of the caret, or needs one of its own there. */
export type Place = "inline" | "newLine";

/** The page's selection when all of it lies in the editable; null when it is elsewhere. */
export function selectionIn(editable: Element): Selection | null {
  const selection = editable.ownerDocument.getSelection();
  if (selection === null || selection.rangeCount === 0) return null;
  return editable.contains(selection.anchorNode) && editable.contains(selection.focusNode) ? selection : null;
}

const elementAt = (node: Node | null): Element | null => (node === null || isElement(node) ? node : node.parentElement);

/** The outermost element around a node, inside the editable, that matches. */
function outermostAround(editable: Element, node: Node | null, selector: string): Element | null {
  let found: Element | null = null;
  for (let up = elementAt(node); up !== null && up !== editable; up = up.parentElement) {
    if (up.matches(selector)) found = up;
  }
  return found;
}

const isLine = (element: Element | null | undefined): element is Element =>
  element?.matches("p, div") === true && element.getAttribute("contenteditable") !== "false";

const isEmpty = (element: Element): boolean => (element.textContent ?? "").trim() === "";

/** The line to write on when no caret is known: the last one above signature and quoted mail, or an empty first one. */
function lineAbove(editable: Element, below: Element | null): Element | null {
  if (below !== null) return isLine(below.previousElementSibling) ? below.previousElementSibling : null;
  const first = editable.firstElementChild;
  return isLine(first) && isEmpty(first) ? first : null;
}

function collapseAbove(selection: Selection, editable: Element, below: Element | null): Place {
  const line = lineAbove(editable, below);
  if (line === null) {
    const parent = below?.parentNode ?? editable;
    selection.collapse(parent, below === null ? 0 : [...parent.childNodes].indexOf(below));
    return "newLine";
  }
  // A line break at the end holds an empty line open: what is written goes before it.
  const isHeldOpen = line.lastChild?.nodeName === "BR";
  selection.collapse(line, line.childNodes.length - (isHeldOpen ? 1 : 0));
  return "inline";
}

/**
 * Leaves a caret in the editable and nothing selected: where it was, unless that is in quoted mail; else above
 * signature and quoted mail; else at the start. Answers whether what is written there needs a line of its own.
 */
export function placeCaret(editable: Element, { below, quoted }: ReplyEditors): Place {
  const own = selectionIn(editable);
  if (own !== null) {
    own.collapseToEnd();
    if (outermostAround(editable, own.anchorNode, quoted.join(", ")) === null) return "inline";
  }
  const selection = own ?? editable.ownerDocument.getSelection();
  if (selection === null) return "inline";
  const first = editable.querySelector(below.join(", "));
  return collapseAbove(selection, editable, outermostAround(editable, first, below.join(", ")));
}

/** Whether words stand right before or after the caret, so that what is written there would run into them. */
export function wordsAtCaret(editable: Element): { before: boolean; after: boolean } {
  const selection = selectionIn(editable);
  const block = elementAt(selection?.focusNode ?? null)?.closest("p, div, li, td, blockquote, pre");
  if (!selection?.focusNode || !block || !editable.contains(block)) return { before: false, after: false };
  const { focusNode, focusOffset } = selection;
  const range = editable.ownerDocument.createRange();
  range.selectNodeContents(block);
  range.setEnd(focusNode, focusOffset);
  const before = range.cloneContents();
  range.selectNodeContents(block);
  range.setStart(focusNode, focusOffset);
  return {
    before: before.lastChild?.nodeName !== "BR" && /\S$/u.test(before.textContent ?? ""),
    after: /^[\p{L}\p{N}]/u.test(range.cloneContents().textContent ?? ""),
  };
}
