import { X } from "lucide-preact";
import { useId } from "preact/hooks";
import type { MatchedTerm } from "../../lib/worker/protocol";
import { byShare, explanationOf } from "../matched-terms";
import { usePanelModel } from "../state/panel-model";
import { useUi } from "../ui";

/** More than these say nothing new. */
const MAX_CHIPS = 4;

/** As many letters stand in one line at 360 px, "Why" among them; each chip's own frame takes the room of five. */
const LINE_LETTERS = 48;
const FRAME_LETTERS = 5;

/** The weightiest words; of the last ones, those that would begin a second line stay behind "Why". */
function inOneLine(terms: readonly MatchedTerm[], why: string): MatchedTerm[] {
  let room = LINE_LETTERS - why.length;
  return byShare(terms)
    .slice(0, MAX_CHIPS)
    .filter(({ label }, at) => {
      room -= label.length + FRAME_LETTERS;
      return room >= 0 || at === 0;
    });
}

/** The words that matched, the weightiest first; pressing one leaves it out and asks again. */
export function TermChips({ terms }: { terms: readonly MatchedTerm[] }) {
  const { text } = useUi();
  return (
    // biome-ignore lint/a11y/noRedundantRoles: WebKit drops the list role when the bullets are styled away
    <ul class="chips" role="list" aria-label={text.terms.matched}>
      {inOneLine(terms, text.terms.why).map((term) => (
        <li key={term.term} class="chip-place">
          <TermChip term={term} />
        </li>
      ))}
    </ul>
  );
}

function TermChip({ term }: { term: MatchedTerm }) {
  const { text, formats } = useUi();
  const { suggestions } = usePanelModel();
  const explanationId = useId();
  const explanation = explanationOf(term, text, formats);
  const drop = text.terms.drop(term.label);
  return (
    <>
      <button
        type="button"
        class={`chip ${weightClass(term.share)}`}
        aria-label={drop}
        aria-describedby={explanationId}
        title={`${drop} (${explanation})`}
        onClick={() => suggestions.dropTerm(term)}
      >
        <span class="chip-word">{term.label}</span>
        <X size={11} aria-hidden="true" />
      </button>
      <span id={explanationId} hidden>
        {explanation}
      </span>
    </>
  );
}

/** A word that makes a quarter of the match stands out, one that makes less than a tenth steps back. */
function weightClass(share: number): string {
  if (share >= 0.25) return "chip-strong";
  return share < 0.1 ? "chip-weak" : "";
}
