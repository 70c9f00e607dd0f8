/**
 * Writing into an editor with a model of its own (CKEditor 5), which puts direct changes back and is fed by paste
 * events. It pastes over whatever its model has selected, and while the panel has the focus it takes no notice of the
 * page's selection. So it is told that it has the focus, shows its selection, and is given a caret first.
 */
import { selectionIn } from "./caret";
import type { ReplyText } from "./reply-text";
import { pause, pressRedo, pressUndo, type Writer, windowOf } from "./writer";

/** CKEditor 5 shows its selection 50 ms after it got the focus (48.5, 2026-11). */
const SHOW_SELECTION_MS = 80;

type PageWindow = Window & typeof globalThis;

/** What Firefox adds for content scripts: the page's own objects, and copies that the page may read. */
type FirefoxWindow = PageWindow & { wrappedJSObject?: PageWindow };
type FirefoxGlobal = typeof globalThis & { cloneInto?: <T>(value: T, target: object) => T };

/**
 * A paste event that the page's scripts can read. Firefox keeps from them what a content script put into it, so there
 * the event is one of the page's own, filled after it was made.
 */
function pasteEvent(window: FirefoxWindow, { html, plain }: ReplyText, isRich: boolean): ClipboardEvent {
  const shape = { bubbles: true, cancelable: true, composed: true };
  const fill = (transfer: DataTransfer | null) => {
    transfer?.setData("text/plain", plain);
    if (isRich) transfer?.setData("text/html", html);
  };
  const page = window.wrappedJSObject;
  const { cloneInto } = globalThis as FirefoxGlobal;
  if (page !== undefined && cloneInto !== undefined) {
    const event = new page.ClipboardEvent("paste", cloneInto(shape, page));
    fill(event.clipboardData);
    return event;
  }
  const clipboardData = new window.DataTransfer();
  fill(clipboardData);
  return new window.ClipboardEvent("paste", { ...shape, clipboardData });
}

export const pasteWriter: Writer = {
  async wake(editable, clock) {
    editable.dispatchEvent(new (windowOf(editable).FocusEvent)("focus"));
    if (selectionIn(editable) === null) await pause(clock, SHOW_SELECTION_MS);
  },
  aim(editable) {
    selectionIn(editable)?.collapseToEnd();
    // The browser tells of it only after this task.
    editable.ownerDocument.dispatchEvent(new (windowOf(editable).Event)("selectionchange"));
    return "inline";
  },
  write(editable, text, flavour) {
    editable.dispatchEvent(pasteEvent(windowOf(editable), text, flavour === "rich"));
  },
  takeBack(editable) {
    pressUndo(editable);
  },
  redo(editable) {
    pressRedo(editable);
  },
  rest(editable) {
    if (editable.ownerDocument.hasFocus()) return;
    editable.dispatchEvent(new (windowOf(editable).FocusEvent)("blur"));
  },
};
