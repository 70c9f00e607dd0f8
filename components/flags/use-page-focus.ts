import type { RefObject } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";
import { usePanelModel } from "../state/panel-model";

/**
 * Gives the focus to a page over the list when it opens, so that the usual keys scroll it, and back to the button it was opened
 * by (`data-action`) when the list is on screen again.
 */
export function usePageFocus(openedBy: string): RefObject<HTMLElement> {
  const { places } = usePanelModel();
  const page = useRef<HTMLElement>(null);
  useLayoutEffect(() => {
    page.current?.focus();
    return () => {
      if (places.current.peek() !== null) return;
      document.querySelector<HTMLElement>(`.status-bar [data-action=${openedBy}]`)?.focus();
    };
  }, [places, openedBy]);
  return page;
}
