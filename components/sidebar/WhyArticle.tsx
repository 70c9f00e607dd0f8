import { ChevronDown } from "lucide-preact";
import { useId, useRef, useState } from "preact/hooks";
import type { MatchedTerm } from "../../lib/worker/protocol";
import { byShare, placesOf } from "../matched-terms";
import { useUi } from "../ui";
import { TermChips } from "./TermChips";
import { useLayer } from "./use-layer";

/** The words that matched, and behind a button how much each of them says for the article and where it has them. */
export function WhyArticle({ terms }: { terms: readonly MatchedTerm[] }) {
  const { text } = useUi();
  const listId = useId();
  const button = useRef<HTMLButtonElement>(null);
  const [isOpen, setOpen] = useState(false);
  useLayer(isOpen, () => {
    button.current?.focus();
    setOpen(false);
  });
  return (
    <>
      <div class="card-terms">
        <TermChips terms={terms} />
        <button
          ref={button}
          type="button"
          class="why-button"
          data-action="why"
          aria-label={text.terms.whyArticle}
          aria-expanded={isOpen}
          aria-controls={isOpen ? listId : undefined}
          onClick={() => setOpen(!isOpen)}
        >
          {text.terms.why}
          <ChevronDown class="why-arrow" size={12} aria-hidden="true" />
        </button>
      </div>
      {isOpen && <TermList id={listId} terms={terms} />}
    </>
  );
}

function TermList({ id, terms }: { id: string; terms: readonly MatchedTerm[] }) {
  const { text, formats } = useUi();
  return (
    // biome-ignore lint/a11y/noRedundantRoles: WebKit drops the list role when the bullets are styled away
    <ul id={id} class="why" role="list" aria-label={text.terms.whyArticle}>
      {byShare(terms).map((term) => (
        <li key={term.term} class="why-row">
          <span class="why-word">{term.label}</span>
          <span class="why-places">{placesOf(term, text, formats)}</span>
          <span class="why-bar" aria-hidden="true">
            <span style={{ width: `${term.share * 100}%` }} />
          </span>
          <span class="why-share">{formats.percent(term.share)}</span>
        </li>
      ))}
    </ul>
  );
}
