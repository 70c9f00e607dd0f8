import { ThumbsDown, ThumbsUp } from "lucide-preact";
import { useState } from "preact/hooks";
import type { ArticleCard } from "../../lib/worker/protocol";
import { usePanelModel } from "../state/panel-model";
import { useUi } from "../ui";
import { FlagOffer } from "./FlagOffer";

/** Whether the article helped, asked once at its end; the word may be changed. A no offers the flag and is none. */
export function Rating({ card }: { card: ArticleCard }) {
  const { text, announce } = useUi();
  const { library, teaching } = usePanelModel();
  const [said, setSaid] = useState<boolean | null>(null);
  const [isFailed, setFailed] = useState(false);

  async function say(isHelpful: boolean): Promise<void> {
    if (said === isHelpful) return;
    const before = said;
    setSaid(isHelpful);
    setFailed(false);
    try {
      await library.rateArticle({ articleId: card.id, isHelpful, ticket: teaching.ticket() });
      announce(isHelpful ? text.article.thanks : `${text.article.thanks} ${text.article.flagOffer}`);
    } catch {
      // The library logs why.
      setSaid(before);
      setFailed(true);
      announce(text.article.notRated);
    }
  }

  return (
    <section class="rating" aria-label={text.article.didHelp}>
      <p class="rating-line">
        <span>{text.article.didHelp}</span>
        <RatingButton isHelpful said={said} onSay={() => void say(true)} />
        <RatingButton isHelpful={false} said={said} onSay={() => void say(false)} />
      </p>
      {isFailed && <p class="rating-answer">{text.article.notRated}</p>}
      {said === true && <p class="rating-answer">{text.article.thanks}</p>}
      {said === false && (
        <p class="rating-answer">
          {text.article.flagOffer}
          <FlagOffer card={card} />
        </p>
      )}
    </section>
  );
}

type RatingButtonProps = { isHelpful: boolean; said: boolean | null; onSay(): void };

function RatingButton({ isHelpful, said, onSay }: RatingButtonProps) {
  const { text } = useUi();
  const Icon = isHelpful ? ThumbsUp : ThumbsDown;
  return (
    <button type="button" class="button button-small rating-button" aria-pressed={said === isHelpful} onClick={onSay}>
      <Icon size={13} aria-hidden="true" />
      {isHelpful ? text.article.yes : text.article.no}
    </button>
  );
}
