import type { Clock } from "../clock";
import type { Place } from "./caret";
import type { ReplyEditors } from "./reply-editors";
import type { ReplyText } from "./reply-text";

/** A way to get text into an editor. Each call is for one editable, in this order; `write` and `takeBack` at once. */
export type Writer = {
  /** Gets the editor ready to be written to; nothing is written. */
  wake(editable: Element, clock: Clock): Promise<void>;
  /** Puts the caret where is to be written, with nothing selected. */
  aim(editable: Element, editors: ReplyEditors): Place;
  /** Writes at the caret, as one step of the editor's own undo. */
  write(editable: Element, text: ReplyText, flavour: "rich" | "plain", place: Place): void;
  /** Undoes what was written in this very moment. */
  takeBack(editable: Element): void;
  /** Does again what `takeBack` undid. */
  redo(editable: Element): void;
  /** Leaves the editor as it was before `wake`, apart from what was written. */
  rest(editable: Element): void;
};

/** The browser's own objects of the page an element is in. */
export function windowOf(element: Element): Window & typeof globalThis {
  const window = element.ownerDocument.defaultView;
  if (window === null) throw new Error("The page of this editor is gone.");
  return window;
}

/** Presses the editor's own key for "undo"; answers whether anybody took it. */
export function pressUndo(editable: Element): boolean {
  return pressKeyZ(editable, false);
}

/** The same for "redo". */
export function pressRedo(editable: Element): boolean {
  return pressKeyZ(editable, true);
}

function pressKeyZ(editable: Element, shiftKey: boolean): boolean {
  const window = windowOf(editable);
  const isMac = /^Mac/.test(window.navigator.platform);
  const event = new window.KeyboardEvent("keydown", {
    ...{ key: "z", code: "KeyZ", keyCode: 90, which: 90, ctrlKey: !isMac, metaKey: isMac, shiftKey },
    ...{ bubbles: true, cancelable: true, composed: true },
  });
  return !editable.dispatchEvent(event);
}

/** Resolves after so many milliseconds. */
export const pause = (clock: Clock, delayMs: number): Promise<void> =>
  new Promise((resolve) => {
    clock.after(delayMs, resolve);
  });
