import { ChevronDown } from "lucide-preact";
import type { ComponentChildren } from "preact";
import { useId, useRef, useState } from "preact/hooks";
import type { MatchedTerm } from "../../lib/worker/protocol";
import { byShare, placesOf, restOf } from "../matched-terms";
import { useUi } from "../ui";
import { TermChips } from "./TermChips";
import { useHoldWhile } from "./use-holding";
import { useLayer } from "./use-layer";

type WhyArticleProps = {
  terms: readonly MatchedTerm[];
  /** Stands at the end of the same line. */
  aside?: ComponentChildren;
};

/** The words that matched, and behind a button how much each of them says for the article and where it has them. */
export function WhyArticle({ terms, aside }: WhyArticleProps) {
  const { text } = useUi();
  const listId = useId();
  const button = useRef<HTMLButtonElement>(null);
  const [isOpen, setOpen] = useState(false);
  useHoldWhile(isOpen);
  useLayer(isOpen, () => {
    button.current?.focus();
    setOpen(false);
  });
  return (
    <>
      <div class="card-terms">
        <TermChips terms={terms} />
        {aside}
        <button
          ref={button}
          type="button"
          class="why-button"
          data-action="why"
          aria-label={text.terms.whyArticle}
          title={`${text.terms.whyArticle} (w)`}
          aria-keyshortcuts="w"
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
  const rest = restOf(terms);
  return (
    // biome-ignore lint/a11y/noRedundantRoles: WebKit drops the list role when the bullets are styled away
    <ul id={id} class="why" role="list" aria-label={text.terms.whyArticle}>
      {byShare(terms).map((term) => (
        <Row key={term.term} word={term.label} places={placesOf(term, text, formats)} share={term.share} />
      ))}
      {rest > 0 && <Row word={null} places={text.terms.rest} share={rest} />}
    </ul>
  );
}

/** `word` null: what no word explains. */
function Row({ word, places, share }: { word: string | null; places: string; share: number }) {
  const { formats } = useUi();
  return (
    <li class="why-row">
      {word !== null && <span class="why-word">{word}</span>}
      <span class="why-places">{places}</span>
      <span class="why-bar" aria-hidden="true">
        <span style={{ width: `${share * 100}%` }} />
      </span>
      <span class="why-share">{formats.percent(share)}</span>
    </li>
  );
}
