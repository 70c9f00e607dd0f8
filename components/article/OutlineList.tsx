import { ChevronRight } from "lucide-preact";
import { useId, useState } from "preact/hooks";
import { useUi } from "../ui";
import type { Outline } from "./use-outline";

/** The article's sections over its text, folded until asked for. */
export function OutlineList({ outline }: { outline: Outline }) {
  const { text, formats } = useUi();
  const listId = useId();
  const [isOpen, setOpen] = useState(false);
  const { headings, current, go } = outline;
  if (headings.length === 0) return null;
  return (
    <nav class="outline" aria-label={text.article.outline}>
      <button
        type="button"
        class="outline-toggle"
        data-action="outline"
        aria-expanded={isOpen}
        aria-controls={listId}
        onClick={() => setOpen(!isOpen)}
      >
        <ChevronRight size={14} aria-hidden="true" />
        {text.article.outline}
        <span class="outline-count">{formats.number(headings.length)}</span>
      </button>
      <ol class="outline-list" id={listId} hidden={!isOpen}>
        {headings.map((heading) => (
          <li key={`${heading.words}/${headings.indexOf(heading)}`}>
            <button
              type="button"
              class="outline-entry"
              data-depth={heading.depth}
              aria-current={heading === current ? "location" : undefined}
              onClick={() => go(heading)}
            >
              {heading.words}
            </button>
          </li>
        ))}
      </ol>
    </nav>
  );
}
