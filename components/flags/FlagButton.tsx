import { Flag } from "lucide-preact";
import { useRef } from "preact/hooks";
import type { ArticleCard } from "../../lib/worker/protocol";
import { isClosed } from "../state/own-flags";
import { usePanelModel } from "../state/panel-model";
import { useUi } from "../ui";
import { selectedPassage } from "./passage";

/**
 * Flags the article with one press, again when a flag was refused or dealt with; otherwise shows or hides the flag's
 * particulars. What is selected in the open article's text goes with the flag, also with one that stands already.
 */
export function FlagButton({ card }: { card: ArticleCard }) {
  const { text, announce } = useUi();
  const { flags } = usePanelModel();
  const button = useRef<HTMLButtonElement>(null);
  const own = flags.of(card);
  const canFlag = own === null || own.state === "refused" || isClosed(own);
  const label = canFlag ? text.flag.flag : text.flag.details;

  async function press(): Promise<void> {
    const passage = selectedPassage(button.current);
    if (canFlag) {
      const flag = await flags.flag(card.id, passage);
      announce(flag ? text.flag.flagged : text.flag.notSaved);
    } else if (passage !== null && passage !== own.passage) {
      flags.setExpanded(card.id, true);
      const isSaved = await flags.explain(own, { passage });
      announce(isSaved ? text.flag.passageAttached : text.flag.notSaved);
    } else flags.setExpanded(card.id, !flags.isExpanded(card.id));
  }

  return (
    <button
      ref={button}
      type="button"
      class="icon-button"
      data-action="flag"
      aria-label={label}
      aria-keyshortcuts="f"
      title={`${label} (f)`}
      aria-pressed={!canFlag}
      onClick={() => void press()}
    >
      <Flag size={15} aria-hidden="true" />
    </button>
  );
}
