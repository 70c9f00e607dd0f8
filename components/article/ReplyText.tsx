import { Check, Copy, MessageSquareQuote, MessageSquareText, TriangleAlert } from "lucide-preact";
import type { ArticleCard } from "../../lib/worker/protocol";
import { InsertButton } from "../insert/InsertButton";
import { InsertStrip } from "../insert/InsertStrip";
import { useCopy } from "../sidebar/use-copy";
import { usePanelModel } from "../state/panel-model";
import { answerWish } from "../state/reply-content";
import { useUi } from "../ui";

type ReplyTextProps = { replyText: string; card: ArticleCard };

/** The ready answer, to be inserted or copied; with a word of care when the article is internal. */
export function ReplyText({ replyText, card }: ReplyTextProps) {
  const { text } = useUi();
  const { noteUse } = usePanelModel();
  const { outcome, copy } = useCopy(() => noteUse(card.id, "answerCopied"));
  const Icon = outcome === "copied" ? Check : outcome === "failed" ? TriangleAlert : Copy;
  const place = `${card.id}/answer`;
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
      <div class="reply-buttons">
        <InsertButton
          place={place}
          action="insert-answer"
          shortcut="a"
          label={text.insert.answer}
          icon={MessageSquareText}
          wish={answerWish(card, replyText)}
          hasLabel
        />
        <button type="button" class="button button-small" data-outcome={outcome} onClick={() => copy(replyText)}>
          <Icon size={13} aria-hidden="true" />
          {outcome ? text.copy[outcome] : text.article.copyReply}
        </button>
      </div>
      <InsertStrip place={place} />
    </section>
  );
}
