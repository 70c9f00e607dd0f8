/** Writing into an editor that reads its own DOM (Froala): the browser's editing command, which tells the editor itself. */
import { placeCaret, selectionIn } from "./caret";
import { parseHtml } from "./parse-html";
import { pressRedo, pressUndo, type Writer, windowOf } from "./writer";

/** Puts the nodes in and tells the editor as typing would, where the command is refused or would do something else. */
function insertNodes(editable: Element, html: string): void {
  const range = selectionIn(editable)?.getRangeAt(0);
  if (range === undefined) return;
  const fragment = editable.ownerDocument.createDocumentFragment();
  fragment.append(...editable.ownerDocument.importNode(parseHtml(editable, html), true).childNodes);
  range.insertNode(fragment);
  editable.ownerDocument.getSelection()?.collapseToEnd();
  editable.dispatchEvent(new (windowOf(editable).Event)("input", { bubbles: true, composed: true }));
}

/** The empty lines made for a text, by editable. */
const ownLines = new WeakMap<Element, Element>();

/**
 * Makes an empty line at the caret and puts the caret into it. Browsers write at a caret between two blocks as if it
 * stood in the lower one, which may be the signature.
 */
function openLine(editable: Element): void {
  const selection = selectionIn(editable);
  const { ownerDocument } = editable;
  const line = ownerDocument.createElement("p");
  line.append(ownerDocument.createElement("br"));
  selection?.getRangeAt(0).insertNode(line);
  selection?.collapse(line, 0);
  ownLines.set(editable, line);
}

function dropEmptyLine(editable: Element): void {
  const line = ownLines.get(editable);
  if (line?.textContent === "") line.remove();
}

export const commandWriter: Writer = {
  wake: async () => undefined,
  aim(editable, editors) {
    const { activeElement } = editable.ownerDocument;
    // Selecting in it would not make it the active one, and the agent wants to go on writing there.
    if (selectionIn(editable) === null && !editable.contains(activeElement)) {
      (editable as HTMLElement).focus({ preventScroll: true });
      editable.ownerDocument.getSelection()?.removeAllRanges();
    }
    return placeCaret(editable, editors);
  },
  write(editable, { html }, _flavour, place) {
    ownLines.delete(editable);
    if (place === "newLine") openLine(editable);
    const before = editable.textContent;
    editable.ownerDocument.execCommand?.("insertHTML", false, html);
    if (editable.textContent === before) insertNodes(editable, html);
    if (editable.textContent === before) dropEmptyLine(editable);
  },
  takeBack(editable) {
    // The browser's own undo is that of the field in use, which may be another one.
    const isInUse = editable.contains(editable.ownerDocument.activeElement);
    if (!pressUndo(editable) && isInUse) editable.ownerDocument.execCommand?.("undo");
    dropEmptyLine(editable);
  },
  redo(editable) {
    const isInUse = editable.contains(editable.ownerDocument.activeElement);
    if (!pressRedo(editable) && isInUse) editable.ownerDocument.execCommand?.("redo");
  },
  rest: () => undefined,
};
