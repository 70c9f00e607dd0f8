import { render } from "preact";
import { type Ui, UiContext } from "../ui";
import { CopyPiece } from "./CopyPiece";
import { listText } from "./plain-text";

/** One step is a sentence; it needs no button. */
const MIN_STEPS = 2;

/** Puts a copy button at each code block and each list of steps; answers a function that takes them away. */
export function addCopyPieces(container: Element, ui: Ui): () => void {
  const slots: HTMLElement[] = [];
  function add(after: Element, kind: "code" | "steps", textOf: () => string): void {
    const slot = container.ownerDocument.createElement("div");
    slot.className = `${kind}-slot`;
    after.after(slot);
    slots.push(slot);
    render(
      <UiContext.Provider value={ui}>
        <CopyPiece kind={kind} textOf={textOf} />
      </UiContext.Provider>,
      slot,
    );
  }
  for (const code of container.querySelectorAll("pre")) {
    add(code, "code", () => (code.textContent ?? "").replace(/\n$/, ""));
  }
  for (const list of container.querySelectorAll("ol")) {
    const isNested = list.parentElement?.closest("ol, ul, table") !== null;
    if (!isNested && list.querySelectorAll(":scope > li").length >= MIN_STEPS) add(list, "steps", () => listText(list));
  }
  return () => {
    for (const slot of slots) {
      render(null, slot);
      slot.remove();
    }
  };
}
