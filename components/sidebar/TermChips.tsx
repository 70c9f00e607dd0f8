import { X } from "lucide-preact";
import type { MatchedTerm } from "../../lib/worker/protocol";
import { usePanelModel } from "../state/panel-model";
import { useUi } from "../ui";

/** More than these make a second line on a narrow card, and say nothing new. */
const MAX_CHIPS = 4;

/** The words that matched; pressing one leaves it out and asks again. */
export function TermChips({ terms, label }: { terms: MatchedTerm[]; label: string }) {
  const { text } = useUi();
  const { suggestions } = usePanelModel();
  return (
    // biome-ignore lint/a11y/noRedundantRoles: WebKit drops the list role when the bullets are styled away
    <ul class="chips" role="list" aria-label={label}>
      {terms.slice(0, MAX_CHIPS).map((term) => (
        <li key={term.term} class="chip-place">
          <button
            type="button"
            class="chip"
            aria-label={text.terms.drop(term.label)}
            title={text.terms.drop(term.label)}
            onClick={() => suggestions.dropTerm(term)}
          >
            <span class="chip-word">{term.label}</span>
            <X size={11} aria-hidden="true" />
          </button>
        </li>
      ))}
    </ul>
  );
}
