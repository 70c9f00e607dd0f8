import { isShown } from "../engine/find";
import { findInPage, type PageScope } from "../engine/page-scope";
import type { EditorStrategy, ReplyEditors } from "./reply-editors";

export type FoundEditor = { element: Element; name: string; flavour: EditorStrategy["flavour"] };

/** An element that can be written in. */
export const EDITABLE = '[contenteditable]:not([contenteditable="false" i])';

/** While the panel has the focus, the element that had it in the page remains the page's active one. */
function isActive(element: Element): boolean {
  const root = element.getRootNode();
  return "activeElement" in root && element.contains(root.activeElement as Element | null);
}

/**
 * The editor an agent would write in: the active one, else the last one shown of the first strategy that finds any;
 * null when none is open. Hidden ones do not count.
 */
export function findEditor(
  page: PageScope,
  strategies: EditorStrategy[],
  within: ReplyEditors["within"],
): FoundEditor | null {
  let lastShown: FoundEditor | null = null;
  for (const { name, selector, flavour } of strategies) {
    const shown = findInPage(page, selector, within === "document" ? within : undefined)
      .filter((element) => element.matches(EDITABLE) && isShown(element))
      .map((element) => ({ element, name, flavour }));
    const active = shown.find(({ element }) => isActive(element));
    if (active !== undefined) return active;
    lastShown ??= shown.at(-1) ?? null;
  }
  return lastShown;
}
