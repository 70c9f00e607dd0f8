import type { RefObject } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";

const CONTROLS = "button, a[href], input, select, textarea";

/**
 * Lets Tab go through the controls of one card and then leave the list: the card that had the focus last, at first the first
 * one. Arrows lead from card to card ("roving tabindex", WAI-ARIA Authoring Practices).
 */
export function useRovingCards(): RefObject<HTMLUListElement> {
  const list = useRef<HTMLUListElement>(null);
  useLayoutEffect(() => {
    const element = list.current;
    if (!element) return;
    let currentId: string | undefined;
    function rove(): void {
      const cards = [...(element?.querySelectorAll<HTMLElement>(":scope > [data-card]") ?? [])];
      const current = cards.find(({ dataset }) => dataset.card === currentId) ?? cards[0];
      for (const card of cards) {
        for (const control of card.querySelectorAll<HTMLElement>(CONTROLS)) {
          if (card === current) control.removeAttribute("tabindex");
          else control.tabIndex = -1;
        }
      }
    }
    const onFocus = ({ target }: FocusEvent) => {
      currentId = target instanceof Element ? target.closest<HTMLElement>("[data-card]")?.dataset.card : undefined;
      rove();
    };
    // Cards and their controls come and go with answers, flags and marks.
    const observer = new MutationObserver(rove);
    observer.observe(element, { childList: true, subtree: true });
    element.addEventListener("focusin", onFocus);
    rove();
    return () => {
      observer.disconnect();
      element.removeEventListener("focusin", onFocus);
    };
  }, []);
  return list;
}
