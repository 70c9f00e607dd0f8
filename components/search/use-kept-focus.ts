import type { RefObject } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";

/** Puts the focus on the search field when the results take away the one that had it. */
export function useKeptFocus(): RefObject<HTMLDivElement> {
  const place = useRef<HTMLDivElement>(null);
  const wasInside = useRef(false);
  useLayoutEffect(() => {
    const { activeElement, body } = document;
    if (wasInside.current && (activeElement === null || activeElement === body)) {
      document.querySelector<HTMLElement>("[data-action=search]")?.focus();
    }
  });
  useLayoutEffect(() => {
    const element = place.current;
    const note = (event: FocusEvent) => {
      // An element that is taken away loses the focus to nothing, and says so only in some browsers.
      if (event.type === "focusin") wasInside.current = true;
      else if (event.relatedTarget instanceof Node) wasInside.current = element?.contains(event.relatedTarget) ?? false;
    };
    element?.addEventListener("focusin", note);
    element?.addEventListener("focusout", note);
    return () => {
      element?.removeEventListener("focusin", note);
      element?.removeEventListener("focusout", note);
    };
  }, []);
  return place;
}
