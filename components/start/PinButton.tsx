import { Pin } from "lucide-preact";
import type { ArticleCard } from "../../lib/worker/protocol";
import { usePanelModel } from "../state/panel-model";
import { useUi } from "../ui";

type PinButtonProps = { card: Pick<ArticleCard, "id" | "title">; size?: number };

/** Keeps an article at hand, or no longer. */
export function PinButton({ card, size = 15 }: PinButtonProps) {
  const { text, announce } = useUi();
  const { shelf } = usePanelModel();
  const isPinned = shelf.isPinned(card.id);
  const label = isPinned ? text.shelf.unpin : text.shelf.pin;
  async function toggle() {
    const outcome = await shelf.setPinned(card.id, !isPinned).catch(() => null);
    if (outcome === null) announce(text.shelf.pinFailed);
    else if (outcome) announce(isPinned ? text.shelf.unpinned : text.shelf.pinned);
    else announce(text.shelf.full);
  }
  return (
    <button
      type="button"
      class="icon-button pin-button"
      data-action="pin"
      aria-pressed={isPinned}
      aria-label={text.shelf.pinArticle}
      aria-keyshortcuts="p"
      title={`${label} (p)`}
      onClick={() => void toggle()}
    >
      <Pin size={size} aria-hidden="true" />
    </button>
  );
}
