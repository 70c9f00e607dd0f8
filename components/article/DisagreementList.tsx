import { Scale } from "lucide-preact";
import type { ArticleCard } from "../../lib/worker/protocol";
import type { Disagreement } from "../../lib/worker/protocol/reading";
import { usePanelModel } from "../state/panel-model";
import { useUi } from "../ui";
import { FlagOffer } from "./FlagOffer";

type DisagreementListProps = { card: ArticleCard; found: readonly Disagreement[] };

/** Where another article says something else; which of them is right is for the reader to judge. */
export function DisagreementList({ card, found }: DisagreementListProps) {
  const { text } = useUi();
  if (found.length === 0) return null;
  return (
    <section class="disagreements" aria-label={text.article.disagreements}>
      {found.map((disagreement) => (
        <DisagreementNotice
          key={disagreement.other.card.id + disagreement.other.sentence}
          disagreement={disagreement}
        />
      ))}
      <p class="disagreement-flag">
        <span>{text.article.disagreementFlag}</span>
        <FlagOffer card={card} />
      </p>
    </section>
  );
}

function DisagreementNotice({ disagreement: { own, other } }: { disagreement: Disagreement }) {
  const { text } = useUi();
  const { open, openArticle } = usePanelModel();
  const cardId = openArticle.value?.cardId ?? other.card.id;
  return (
    <div class="disagreement">
      <Scale size={15} aria-hidden="true" />
      <div>
        <p>{text.article.disagreement(other.card.title, other.value, own.value)}</p>
        <blockquote class="disagreement-quote" lang={other.card.language}>
          {other.sentence}
        </blockquote>
        <button
          type="button"
          class="text-button"
          aria-label={text.article.openOther(other.card.title)}
          onClick={() => open({ articleId: other.card.id, cardId, terms: [] })}
        >
          {text.article.openThat}
        </button>
      </div>
    </div>
  );
}
