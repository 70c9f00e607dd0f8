import type { RefObject } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";

/** Gives the focus to a page over the list when it opens, so that the usual keys scroll it. */
export function usePageFocus(): RefObject<HTMLElement> {
  const page = useRef<HTMLElement>(null);
  useLayoutEffect(() => page.current?.focus(), []);
  return page;
}
