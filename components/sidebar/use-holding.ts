import type { RefObject } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { usePanelModel } from "../state/panel-model";

/** What holds the list while the agent points at it or has the focus in it; the empty room under the last card does not. */
const HOLDING = "[data-card], [data-holds]";

/** Nobody means to scroll by less, in pixels. */
const SCROLLED_BY = 8;

/** For the element that the list scrolls in: tells the suggestions what the agent does there, by pointer, keys or touch. */
export function useHolding(): RefObject<HTMLElement> {
  const { holding } = usePanelModel().suggestions;
  const main = useRef<HTMLElement>(null);
  useEffect(() => {
    const list = main.current;
    if (!list) return;
    const end = new AbortController();
    const on = <Name extends keyof HTMLElementEventMap>(name: Name, act: (event: HTMLElementEventMap[Name]) => void) =>
      list.addEventListener(name, act, { passive: true, signal: end.signal });
    // Only a pointer that moves or presses points: one that rests may have been left there, on another ticket's list.
    on("pointermove", (event) => holding.set("pointing", isHolding(event.target)));
    on("pointerdown", (event) => holding.set("pointing", isHolding(event.target)));
    on("pointerleave", () => holding.set("pointing", false));
    on("pointercancel", () => holding.set("pointing", false));
    on("focusin", (event) => holding.set("focused", isHolding(event.target)));
    on("focusout", () => holding.set("focused", false));
    on("scroll", () => holding.set("scrolled", list.scrollTop > SCROLLED_BY));
    return () => {
      end.abort();
      for (const reason of ["pointing", "focused", "scrolled"] as const) holding.set(reason, false);
    };
  }, [holding]);
  return main;
}

/** Holds the list while something stands open in it that the agent has begun. */
export function useHoldWhile(isOpen: boolean): void {
  const { holding } = usePanelModel().suggestions;
  useEffect(() => (isOpen ? holding.open() : undefined), [isOpen, holding]);
}

function isHolding(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest(HOLDING) !== null;
}
