import type { RefObject } from "preact";
import { useCallback, useEffect, useMemo, useState } from "preact/hooks";
import { type BodyHeading, headingsOf } from "../article-body/headings";

/** So many headings make an outline worth its line. */
const MIN_HEADINGS = 3;

/** How far under the top of the view a heading counts as reached: the slim line covers that much. */
const REACHED_PX = 64;

export type Outline = {
  /** Empty where an outline would say nothing. */
  headings: readonly BodyHeading[];
  /** The section at the top of the view; null above the first. */
  current: BodyHeading | null;
  /** The article's title is out of view. */
  isScrolled: boolean;
  /** Goes to a section and puts the focus on its heading. */
  go(heading: BodyHeading): void;
};

/** The sections of the text on screen, and which of them is being read. */
export function useOutline(page: RefObject<HTMLElement>, body: HTMLElement | null): Outline {
  const all = useMemo(() => (body ? headingsOf(body) : []), [body]);
  const [current, setCurrent] = useState<BodyHeading | null>(null);
  const [isScrolled, setScrolled] = useState(false);

  useEffect(() => {
    const scroller = page.current;
    if (!scroller || !body) return;
    const look = () => {
      const top = scroller.getBoundingClientRect().top + REACHED_PX;
      setCurrent(all.findLast(({ element }) => element.getBoundingClientRect().top <= top) ?? null);
      const title = scroller.querySelector("h1");
      setScrolled(title !== null && scroller.scrollTop > 0 && title.getBoundingClientRect().bottom < top - REACHED_PX);
    };
    look();
    scroller.addEventListener("scroll", look, { passive: true });
    return () => scroller.removeEventListener("scroll", look);
  }, [page, body, all]);

  const go = useCallback(({ element }: BodyHeading) => {
    element.tabIndex = -1;
    element.scrollIntoView?.({ block: "start" });
    element.focus({ preventScroll: true });
  }, []);
  return { headings: all.length >= MIN_HEADINGS ? all : [], current, isScrolled, go };
}
