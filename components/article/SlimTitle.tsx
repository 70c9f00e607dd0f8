import { BadgeCheck, ClockAlert, Flag, ListTree } from "lucide-preact";
import type { ArticleCard } from "../../lib/worker/protocol";
import { Menu } from "../menu/Menu";
import { trustSigns } from "../trust";
import { useUi } from "../ui";
import type { Outline } from "./use-outline";

/** What stays of the article's head while its text scrolls: how far to trust it, its title, and the way to its sections. */
export function SlimTitle({ card, outline }: { card: ArticleCard; outline: Outline }) {
  const { text, nowMs } = useUi();
  if (!outline.isScrolled) return null;
  const signs = trustSigns(card, nowMs()).map(({ sign }) => sign);
  const Icon = signs.includes("openFlags") ? Flag : signs[0] === "verified" ? BadgeCheck : ClockAlert;
  const isSound = signs.length === 1 && signs[0] === "verified";
  return (
    <div class="slim-title">
      {/* The title itself and its signs stand above; here they are for the eye alone. */}
      <span class={isSound ? "slim-sound" : "slim-care"} aria-hidden="true">
        <Icon size={13} />
      </span>
      <span class="slim-words" lang={card.language} aria-hidden="true">
        {outline.current ? `${card.title} › ${outline.current.words}` : card.title}
      </span>
      {outline.headings.length > 0 && (
        <Menu
          label={text.article.outline}
          icon={ListTree}
          entries={outline.headings.map((heading) => ({
            label: heading.words,
            depth: heading.depth,
            isCurrent: heading === outline.current,
            onSelect: () => outline.go(heading),
          }))}
        />
      )}
    </div>
  );
}
