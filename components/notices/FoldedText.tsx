import type { ComponentChildren } from "preact";
import { useId, useLayoutEffect, useRef, useState } from "preact/hooks";
import { useUi } from "../ui";

type FoldedTextProps = {
  /** What the text is about, for the name of the button that unfolds it. */
  titleId: string;
  children: ComponentChildren;
  /** Said with the rest of the text; at once where nothing is folded and nothing stands beside the button. */
  last?: string | null;
  /** Stands beside the button, before it. */
  beside?: ComponentChildren;
};

/** Paragraphs of which the first lines show (the styles say how many), and a button for the rest where there is more. */
export function FoldedText({ titleId, children, last = null, beside }: FoldedTextProps) {
  const { text } = useUi();
  const buttonId = useId();
  const box = useRef<HTMLDivElement>(null);
  const [isWhole, setWhole] = useState(false);
  const [isCut, setCut] = useState(false);
  const hasMore = isCut || isWhole || (last !== null && beside !== undefined);
  const saysLast = last !== null && (isWhole || !hasMore);
  useLayoutEffect(() => {
    const measure = () => setCut(isCutIn(box.current));
    measure();
    if (!box.current || !("ResizeObserver" in window)) return;
    const observer = new ResizeObserver(measure);
    observer.observe(box.current);
    return () => observer.disconnect();
  }, [isWhole]);
  return (
    <>
      <div ref={box} class={isWhole ? "folded-text" : "folded-text is-folded"}>
        {children}
      </div>
      {saysLast && <p class="folded-last">{last}</p>}
      {(hasMore || beside) && (
        <div class="folded-row">
          {beside}
          {hasMore && (
            <button
              type="button"
              class="text-button folded-more"
              id={buttonId}
              aria-expanded={isWhole}
              aria-labelledby={`${buttonId} ${titleId}`}
              onClick={() => setWhole(!isWhole)}
            >
              {isWhole ? text.notice.less : text.notice.more}
            </button>
          )}
        </div>
      )}
    </>
  );
}

function isCutIn(box: HTMLElement | null): boolean {
  return [...(box?.children ?? [])].some((paragraph) => paragraph.scrollHeight > paragraph.clientHeight + 1);
}
