import { useEffect, useState } from "preact/hooks";
import type { ArticleCard } from "../../lib/worker/protocol";
import { Marks } from "../sidebar/Marks";
import { usePanelModel } from "../state/panel-model";
import { useUi } from "../ui";

/** Articles of the same matter, at the article's end; nothing when there is none. */
export function RelatedArticles({ card }: { card: ArticleCard }) {
  const { text } = useUi();
  const { library, open, openArticle } = usePanelModel();
  const [known, setKnown] = useState<{ id: string; cards: ArticleCard[] } | null>(null);
  useEffect(() => {
    let isCurrent = true;
    library.relatedArticles({ id: card.id }).then(
      (cards) => isCurrent && setKnown({ id: card.id, cards }),
      // An offer that is missing misleads nobody; the library logs why.
      () => undefined,
    );
    return () => {
      isCurrent = false;
    };
  }, [library, card.id]);
  const cards = known?.id === card.id ? known.cards : [];
  if (cards.length === 0) return null;
  return (
    <section class="related">
      <h2 class="aside-title">{text.article.related}</h2>
      <ul>
        {cards.map((other) => (
          <li key={other.id}>
            <button
              type="button"
              class="related-article"
              onClick={() => open({ articleId: other.id, cardId: openArticle.value?.cardId ?? other.id, terms: [] })}
            >
              <span class="related-title" lang={other.language}>
                {other.title}
              </span>
              <span class="card-facts">
                <Marks card={other} ticketLanguage={card.language} />
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
