import { Check, Link, Link2Off, TriangleAlert } from "lucide-preact";
import type { ArticleCard } from "../../lib/worker/protocol";
import { usePanelModel } from "../state/panel-model";
import { useUi } from "../ui";
import { ExplainedButton } from "./ExplainedButton";
import { useCopy } from "./use-copy";

/** Copies the article's public address; without one it stays reachable and says why it cannot. */
export function CopyLinkButton({ card }: { card: ArticleCard }) {
  const { text } = useUi();
  const { noteUse } = usePanelModel();
  const { outcome, copy } = useCopy(() => noteUse(card.id, "linkCopied"));
  const url = card.url;
  if (url === null) {
    return (
      <ExplainedButton
        action="copy-link"
        buttonClass="icon-button"
        label={text.copy.link}
        why={text.copy.noAddress[card.audience]}
      >
        <Link2Off size={15} aria-hidden="true" />
      </ExplainedButton>
    );
  }
  const label = outcome ? text.copy[outcome] : text.copy.link;
  const Icon = outcome === "copied" ? Check : outcome === "failed" ? TriangleAlert : Link;
  return (
    <span class="with-bubble">
      <button
        type="button"
        class="icon-button"
        data-action="copy-link"
        data-outcome={outcome}
        aria-label={label}
        aria-keyshortcuts="c"
        title={outcome ? label : `${label} (c)`}
        onClick={() => copy(url)}
      >
        <Icon size={15} aria-hidden="true" />
      </button>
      {outcome && <span class="hint-bubble">{text.copy[outcome]}</span>}
    </span>
  );
}
