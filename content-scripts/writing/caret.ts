/** The place in an editor at which is written. Works while the panel has the focus: the page keeps its selection. */
import { isElement } from "../engine/find";
import type { ReplyEditors } from "./reply-editors";

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

/** Puts the caret at the end of what is written above an element, or, with nothing there, before the element. */
function collapseAbove(selection: Selection, editable: Element, below: Element | null): void {
  const before = below === null ? null : below.previousElementSibling;
  // A button or a picture holds no text, and a line break would take the caret behind it.
  if (before?.matches("p, div") && before.getAttribute("contenteditable") !== "false") {
    selection.selectAllChildren(before);
    const last = before.lastChild;
    if (last !== null && last.nodeName === "BR") selection.collapse(before, before.childNodes.length - 1);
    else selection.collapseToEnd();
    return;
  }
  const parent = below?.parentNode ?? editable;
  selection.collapse(parent, below === null ? 0 : [...parent.childNodes].indexOf(below));
}

/**
 * Leaves a caret in the editable and nothing selected: where it was, unless that is in quoted mail; else above
 * signature and quoted mail; else at the start.
 */
export function placeCaret(editable: Element, { below, quoted }: ReplyEditors): void {
  const own = selectionIn(editable);
  if (own !== null) own.collapseToEnd();
  const selection = own ?? editable.ownerDocument.getSelection();
  if (selection === null) return;
  const quotedMail = own === null ? null : outermostAround(editable, own.anchorNode, quoted.join(", "));
  if (own !== null && quotedMail === null) return;
  const first = editable.querySelector(below.join(", "));
  collapseAbove(selection, editable, outermostAround(editable, first, below.join(", ")));
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
