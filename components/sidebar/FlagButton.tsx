import { Flag } from "lucide-preact";
import type { ArticleCard } from "../../lib/worker/protocol";
import { usePanelModel } from "../state/panel-model";
import { useUi } from "../ui";

type FlagButtonProps = { card: ArticleCard; hasLabel?: boolean };

/** Flags the article with one press, again when a flag was refused; otherwise shows or hides the flag's particulars. */
export function FlagButton({ card, hasLabel = false }: FlagButtonProps) {
  const { text, announce } = useUi();
  const { flags } = usePanelModel();
  const own = flags.of(card);
  const canFlag = own === null || own.state === "refused";
  const label = canFlag ? text.flag.flag : text.flag.details;

  async function press(): Promise<void> {
    if (!canFlag) return flags.setExpanded(card.id, !flags.isExpanded(card.id));
    const flag = await flags.flag(card.id);
    announce(flag ? text.flag.flagged : text.flag.notSaved);
  }

  return (
    <button
      type="button"
      class={hasLabel ? "button button-quiet" : "icon-button"}
      data-action="flag"
      aria-label={label}
      title={label}
      aria-pressed={!canFlag}
      onClick={() => void press()}
    >
      <Flag size={15} aria-hidden="true" />
      {hasLabel && (canFlag ? text.flag.flag : text.flag.flagged)}
    </button>
  );
}
