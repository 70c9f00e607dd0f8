import type { RefObject } from "preact";
import { useEffect, useRef } from "preact/hooks";

/**
 * Keeps the focus in a list whose parts come and go: when what had it is gone, the focus goes to the title of the same card, else
 * of the first one, else to the first button. An agent who has turned elsewhere keeps the focus there.
 */
export function useKeptFocus(): RefObject<HTMLElement> {
  const list = useRef<HTMLElement>(null);
  const lastCard = useRef<string | null>(null);
  useEffect(() => {
    const { current } = list;
    if (!current) return;
    const end = new AbortController();
    const { signal } = end;
    current.addEventListener("focusin", (event) => (lastCard.current = cardOf(event.target)), { signal });
    // What is taken out of the page may lose the focus without a word; what says so is still there.
    current.addEventListener(
      "focusout",
      (event) => {
        if (current.contains(event.target as Node)) lastCard.current = null;
      },
      { signal },
    );
    return () => end.abort();
  }, []);
  // After every drawing: whatever was drawn may have taken the focus with it.
  useEffect(() => {
    if (lastCard.current === null || list.current?.contains(document.activeElement)) return;
    const isLost = document.activeElement === document.body || document.activeElement === null;
    const cards = [...(list.current?.querySelectorAll<HTMLElement>("[data-card]") ?? [])];
    const card = cards.find((one) => one.dataset.card === lastCard.current) ?? cards[0];
    lastCard.current = null;
    const next = card?.querySelector<HTMLElement>("[data-action=open]") ?? list.current?.querySelector("button");
    if (isLost) next?.focus();
  });
  return list;
}

/** The card an element stands in; empty outside of all. */
function cardOf(target: EventTarget | null): string {
  return (target instanceof Element && target.closest<HTMLElement>("[data-card]")?.dataset.card) || "";
}
