import type { RefObject } from "preact";
import { useEffect, useRef } from "preact/hooks";
import type { MatchPlace } from "./matches";

/** What the slim title covers, and some air. */
const TOP_PX = 48;

/** A passage this deep into a page without scrolling is in view well enough. */
const VISIBLE_SHARE = 0.75;

/**
 * Marks the passage that fits the ticket best and brings it into view once, with the heading it stands under where both
 * fit. An article that shows it anyway stays at its top.
 */
export function useShownPassage(page: RefObject<HTMLElement>, articleId: string, best: MatchPlace | null): void {
  const scrolledFor = useRef<string | null>(null);
  useEffect(() => {
    if (!best) return;
    best.block.setAttribute("data-passage", "");
    if (scrolledFor.current !== articleId && page.current) {
      scrolledFor.current = articleId;
      bringPassage(page.current, best.block);
    }
    return () => best.block.removeAttribute("data-passage");
  }, [page, articleId, best]);
}

function bringPassage(scroller: HTMLElement, block: Element): void {
  const view = scroller.getBoundingClientRect();
  const passage = block.getBoundingClientRect();
  if (scroller.scrollTop > 0 || passage.top < view.top + view.height * VISIBLE_SHARE) return;
  const heading = headingOver(block)?.getBoundingClientRect();
  const isNear = heading !== undefined && passage.top - heading.top < view.height / 2;
  const top = (isNear ? heading : passage).top - view.top - TOP_PX;
  scroller.scrollTo({ top });
}

function headingOver(block: Element): Element | undefined {
  const headings = block.closest(".article-body")?.querySelectorAll("h1, h2, h3, h4, h5, h6") ?? [];
  return [...headings].findLast(
    (heading) => heading === block || heading.compareDocumentPosition(block) & Node.DOCUMENT_POSITION_FOLLOWING,
  );
}
