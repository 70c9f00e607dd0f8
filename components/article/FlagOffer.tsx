import { Flag } from "lucide-preact";
import type { ArticleCard } from "../../lib/worker/protocol";
import { bringIntoSight } from "../insert/bring-into-sight";
import { usePanelModel } from "../state/panel-model";
import { useUi } from "../ui";

/** Presses the article's flag button from further down, and shows what became of it; nothing once the article is flagged. */
export function FlagOffer({ card }: { card: ArticleCard }) {
  const { text } = useUi();
  const { flags } = usePanelModel();
  if (flags.of(card) !== null) return <strong>{text.flag.flagged}</strong>;
  return (
    <button
      type="button"
      class="text-button"
      onClick={({ currentTarget }) => {
        const view = currentTarget.closest("[data-article]");
        const flag = view?.querySelector<HTMLElement>("[data-action=flag]");
        flag?.click();
        flag?.focus();
        bringIntoSight(view?.querySelector<HTMLElement>("h1") ?? null);
      }}
    >
      <Flag size={13} aria-hidden="true" />
      {text.flag.flag}
    </button>
  );
}
