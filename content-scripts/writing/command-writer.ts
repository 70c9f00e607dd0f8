/** Writing into an editor that reads its own DOM (Froala): the browser's editing command, which tells the editor itself. */
import { placeCaret, selectionIn } from "./caret";
import { parseHtml } from "./parse-html";
import { pressUndo, type Writer, windowOf } from "./writer";

/** For browsers that refuse the command here: puts the nodes in and tells the editor as typing would. */
function insertNodes(editable: Element, html: string): void {
  const range = selectionIn(editable)?.getRangeAt(0);
  if (range === undefined) return;
  const fragment = editable.ownerDocument.createDocumentFragment();
  fragment.append(...editable.ownerDocument.importNode(parseHtml(html), true).childNodes);
  range.insertNode(fragment);
  editable.ownerDocument.getSelection()?.collapseToEnd();
  editable.dispatchEvent(new (windowOf(editable).Event)("input", { bubbles: true, composed: true }));
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
    placeCaret(editable, editors);
  },
  write(editable, { html }) {
    const { ownerDocument: document } = editable;
    const before = editable.textContent;
    document.execCommand?.("insertHTML", false, html);
    if (editable.textContent === before) insertNodes(editable, html);
  },
  takeBack(editable) {
    if (!pressUndo(editable)) editable.ownerDocument.execCommand?.("undo");
  },
  rest: () => undefined,
};
