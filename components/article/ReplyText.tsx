import { Check, Copy, MessageSquareQuote, TriangleAlert } from "lucide-preact";
import type { ArticleCard } from "../../lib/worker/protocol";
import { useCopy } from "../sidebar/use-copy";
import { useUi } from "../ui";

type ReplyTextProps = { replyText: string; card: ArticleCard };

/** The ready answer, to be copied; with a word of care when the article is internal. */
export function ReplyText({ replyText, card }: ReplyTextProps) {
  const { text } = useUi();
  const { outcome, copy } = useCopy();
  const Icon = outcome === "copied" ? Check : outcome === "failed" ? TriangleAlert : Copy;
  return (
    <section class="aside-box">
      <h2 class="aside-title">
        <MessageSquareQuote size={14} aria-hidden="true" />
        {text.article.reply}
      </h2>
      <p class="reply-text" lang={card.language}>
        {replyText}
      </p>
      {card.audience === "internal" && <p class="reply-care">{text.article.internalReply}</p>}
      <button type="button" class="button button-small" data-outcome={outcome} onClick={() => copy(replyText)}>
        <Icon size={13} aria-hidden="true" />
        {outcome ? text.copy[outcome] : text.article.copyReply}
      </button>
    </section>
  );
}
