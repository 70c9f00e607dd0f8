import { Check, Link, Link2Off, TriangleAlert } from "lucide-preact";
import { useState } from "preact/hooks";
import type { ArticleCard } from "../../lib/worker/protocol";
import { useUi } from "../ui";
import { useCopy } from "./use-copy";

type CopyLinkButtonProps = { card: ArticleCard; hasLabel?: boolean };

/** Copies the article's public address; without one it stays reachable and says why it cannot. */
export function CopyLinkButton({ card, hasLabel = false }: CopyLinkButtonProps) {
  const { text, announce } = useUi();
  const { outcome, copy } = useCopy();
  const [isExplained, setExplained] = useState(false);
  const url = card.url;
  if (url === null) {
    const why = text.copy.noAddress[card.audience];
    const explain = () => {
      setExplained(true);
      announce(why);
    };
    return (
      <span class="copy-link">
        <button
          type="button"
          class={hasLabel ? "button button-quiet" : "icon-button"}
          data-action="copy-link"
          aria-disabled="true"
          aria-label={why}
          title={why}
          onClick={explain}
          onBlur={() => setExplained(false)}
        >
          <Link2Off size={15} aria-hidden="true" />
          {hasLabel && text.copy.link}
        </button>
        {isExplained && <span class="hint-bubble">{why}</span>}
      </span>
    );
  }
  const label = outcome ? text.copy[outcome] : text.copy.link;
  const Icon = outcome === "copied" ? Check : outcome === "failed" ? TriangleAlert : Link;
  return (
    <span class="copy-link">
      <button
        type="button"
        class={hasLabel ? "button button-quiet" : "icon-button"}
        data-action="copy-link"
        data-outcome={outcome}
        aria-label={label}
        title={label}
        onClick={() => copy(url)}
      >
        <Icon size={15} aria-hidden="true" />
        {hasLabel && text.copy.link}
      </button>
      {outcome && <span class="hint-bubble">{text.copy[outcome]}</span>}
    </span>
  );
}
