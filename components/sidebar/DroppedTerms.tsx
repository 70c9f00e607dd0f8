import { Undo2 } from "lucide-preact";
import { usePanelModel } from "../state/panel-model";
import { useUi } from "../ui";

/** The words the agent left out of the query, with the way back; nothing when there are none. */
export function DroppedTerms() {
  const { text } = useUi();
  const { suggestions } = usePanelModel();
  const terms = suggestions.droppedTerms.value;
  if (terms.length === 0) return null;
  return (
    <p class="dropped-terms">
      <span class="dropped-words">
        {text.terms.dropped} {terms.map((term) => term.label).join(", ")}
      </span>
      <button type="button" class="text-button" onClick={suggestions.restoreTerms}>
        <Undo2 size={13} aria-hidden="true" />
        {text.terms.restore}
      </button>
    </p>
  );
}
