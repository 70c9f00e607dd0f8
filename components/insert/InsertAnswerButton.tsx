import { MessageSquareText } from "lucide-preact";
import type { ArticleCard } from "../../lib/worker/protocol";
import { usePanelModel } from "../state/panel-model";
import { answerWish } from "../state/reply-content";
import { useUi } from "../ui";
import { InsertButton } from "./InsertButton";

/** The place of an article's ready answer when it is inserted from the article's card. */
export function cardAnswerPlace(articleId: string): string {
  return `${articleId}/answer-of-card`;
}

/** Writes an article's ready answer into the reply without opening the article; nothing when it has none. */
export function InsertAnswerButton({ card }: { card: ArticleCard }) {
  const { text } = useUi();
  const { library } = usePanelModel();
  if (!card.hasReply) return null;
  async function read() {
    // As it stands now: the card may be older than the article.
    const detail = await library.readArticle({ id: card.id });
    return detail?.replyText ? answerWish(detail.card, detail.replyText) : null;
  }
  return (
    <InsertButton
      place={cardAnswerPlace(card.id)}
      action="insert-answer"
      shortcut="a"
      label={text.insert.answer}
      icon={MessageSquareText}
      wish={read}
    />
  );
}
