import { ArrowLeft, MessageSquareText } from "lucide-preact";
import type { ArticleDetail } from "../../lib/worker/protocol";
import { FlagButton } from "../flags/FlagButton";
import { InsertButton } from "../insert/InsertButton";
import { InsertLinkButton } from "../insert/InsertLinkButton";
import { QuoteButton } from "../insert/QuoteButton";
import { CopyLinkButton } from "../sidebar/CopyLinkButton";
import { PinButton } from "../start/PinButton";
import { usePanelModel } from "../state/panel-model";
import { answerWish } from "../state/reply-content";
import { useUi } from "../ui";
import { ArticleMenu } from "./ArticleMenu";

type ArticleTopProps = {
  /** Null while the article is not at hand. */
  detail: ArticleDetail | null;
  body: HTMLElement | null;
  /** What is selected in its text, empty when nothing is. */
  selectedText: string;
  onFind(): void;
};

/** The place of an article's ready answer when it is inserted from above the text. */
export function answerPlace(articleId: string): string {
  return `${articleId}/answer-above`;
}

/** The way back, and what can be done with the article while it is read. */
export function ArticleTop({ detail, ...rest }: ArticleTopProps) {
  const { text } = useUi();
  const { places } = usePanelModel();
  return (
    <header class="panel-top article-top">
      <button type="button" class="button button-quiet" aria-keyshortcuts="Escape" onClick={places.back}>
        <ArrowLeft class="is-directed" size={15} aria-hidden="true" />
        {text.article.back}
      </button>
      {detail && <ArticleActions detail={detail} {...rest} />}
    </header>
  );
}

type ArticleActionsProps = Omit<ArticleTopProps, "detail"> & { detail: ArticleDetail };

function ArticleActions({ detail, body, selectedText, onFind }: ArticleActionsProps) {
  const { text } = useUi();
  const { card, replyText } = detail;
  return (
    <div class="article-actions">
      {replyText !== null && (
        <InsertButton
          place={answerPlace(card.id)}
          action="insert-answer"
          shortcut="a"
          label={text.insert.answer}
          icon={MessageSquareText}
          wish={answerWish(card, replyText)}
        />
      )}
      <InsertLinkButton card={card} explainsAbsence />
      <QuoteButton card={card} selectedText={selectedText} />
      <CopyLinkButton card={card} />
      <PinButton card={card} />
      <FlagButton card={card} />
      <ArticleMenu card={card} body={body} onFind={onFind} />
    </div>
  );
}
