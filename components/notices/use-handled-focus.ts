import type { RefObject } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";
import { usePanelModel } from "../state/panel-model";

/**
 * Where the focus goes when a notice was dealt with: to the next one, else to the first suggestion, else to the search box.
 * After an undo it goes to the notice that is back. An agent who has turned elsewhere keeps the focus there.
 */
export function useHandledFocus(section: RefObject<HTMLElement>): void {
  const { notices } = usePanelModel();
  const handled = notices.handled.value;
  const before = useRef(handled);
  useLayoutEffect(() => {
    const last = before.current;
    before.current = handled;
    if (last === handled || !isFocusFree(section.current)) return;
    const heads = [...(section.current?.querySelectorAll<HTMLElement>("[data-action=toggle-notice]") ?? [])];
    if (handled) focusOn(heads[handled.position] ?? firstSuggestion(section.current));
    else if (last)
      focusOn(heads.find((head) => head.closest<HTMLElement>("[data-notice]")?.dataset.notice === last.notice.id));
  }, [handled, section]);
}

/** Nobody has the focus, or what has it is among the notices. */
function isFocusFree(section: HTMLElement | null): boolean {
  const focused = document.activeElement;
  return focused === null || focused === document.body || section?.contains(focused) === true;
}

function firstSuggestion(section: HTMLElement | null): HTMLElement | null {
  const panel = section?.closest(".panel") ?? null;
  const card = panel?.querySelector<HTMLElement>(".panel-main .card [data-action=open]") ?? null;
  return card ?? panel?.querySelector<HTMLElement>("[data-action=search]") ?? null;
}

function focusOn(element: HTMLElement | null | undefined): void {
  element?.focus();
}
