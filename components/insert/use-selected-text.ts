import type { RefObject } from "preact";
import { useLayoutEffect, useState } from "preact/hooks";

/** The text selected inside an element, as it reads on screen; empty when nothing is, or when more than it is. */
export function useSelectedText(container: RefObject<HTMLElement>): string {
  const [selected, setSelected] = useState("");
  // In the very turn that shows the text: what is selected before the next frame is selected, too.
  useLayoutEffect(() => {
    const look = () => setSelected(container.current ? selectedIn(container.current) : "");
    look();
    document.addEventListener("selectionchange", look);
    return () => document.removeEventListener("selectionchange", look);
  }, [container]);
  return selected;
}

/** The words selected inside an element, and nowhere else. */
export function selectedIn(container: HTMLElement): string {
  const selection = container.ownerDocument.getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return "";
  const range = selection.getRangeAt(0);
  if (!range.intersectsNode(container)) return "";
  const inside = range.cloneRange();
  if (!container.contains(range.startContainer)) inside.setStart(container, 0);
  if (!container.contains(range.endContainer)) inside.setEnd(container, container.childNodes.length);
  // The selection's own words keep their line breaks. A triple click ends in the next paragraph, without a word of it.
  const words = selection.toString().trim();
  return withoutSpace(words) === withoutSpace(inside.toString()) ? words : "";
}

function withoutSpace(text: string): string {
  return text.replace(/\s+/g, "");
}
