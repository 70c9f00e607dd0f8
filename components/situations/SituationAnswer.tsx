import { Lock, MessageSquarePlus, MessageSquareText } from "lucide-preact";
import { InsertButton } from "../insert/InsertButton";
import { InsertStrip } from "../insert/InsertStrip";
import { CopyLinkButton } from "../sidebar/CopyLinkButton";
import { TrustLine } from "../sidebar/TrustLine";
import { usePanelModel } from "../state/panel-model";
import { answerWish, linkWish } from "../state/reply-content";
import { useUi } from "../ui";
import type { SituationPartProps } from "./SituationLine";

/** The article that answers a situation, and the ways to put it into the reply. */
export function SituationAnswer({ part: { card, excerpt, replyText }, cardId }: SituationPartProps) {
  const { text } = useUi();
  const { open } = usePanelModel();
  const [linkPlace, answerPlace] = [`${cardId}/link`, `${cardId}/answer`];
  const link = linkWish(card);
  return (
    <li class="situation-answer-card" data-card={cardId}>
      <div class="card-head">
        <button
          type="button"
          class="situation-title"
          data-action="open"
          lang={card.language}
          onClick={() => open({ articleId: card.id, cardId, terms: [] })}
        >
          {card.title}
        </button>
        <div class="card-actions">
          {link && (
            <InsertButton
              place={linkPlace}
              action="insert-link"
              shortcut="i"
              label={text.insert.link}
              icon={MessageSquarePlus}
              wish={link}
            />
          )}
          <CopyLinkButton card={card} />
        </div>
      </div>
      {excerpt !== "" && (
        <p class="situation-excerpt" lang={card.language}>
          {excerpt}
        </p>
      )}
      <div class="situation-foot">
        <p class="card-facts">
          <TrustLine card={card} />
          {card.audience === "internal" && (
            <span class="fact badge badge-internal" title={text.card.audienceHints.internal}>
              <Lock size={11} aria-hidden="true" />
              {text.card.audiences.internal}
            </span>
          )}
        </p>
        {replyText !== null && (
          <InsertButton
            place={answerPlace}
            action="insert-answer"
            shortcut="a"
            label={text.insert.answer}
            icon={MessageSquareText}
            wish={answerWish(card, replyText)}
            hasLabel
          />
        )}
      </div>
      <InsertStrip place={linkPlace} />
      <InsertStrip place={answerPlace} />
    </li>
  );
}
