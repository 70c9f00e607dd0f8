import { useEffect, useState } from "preact/hooks";
import type { Suggestion } from "../../lib/worker/protocol";
import { usePanelModel } from "../state/panel-model";
import { useUi } from "../ui";

const MAX_SIMILAR = 3;

/** A title is searched for when nothing was typed for so long. */
const SEARCH_AFTER_MS = 400;
const MIN_TITLE_LENGTH = 4;

/** Articles that may say it already, by the title as it is typed; nothing when there are none. */
export function SimilarArticles({ proposed, title }: { proposed: Suggestion[]; title: string }) {
  const { text } = useUi();
  const { open } = usePanelModel();
  const similar = useSimilar(proposed, title).slice(0, MAX_SIMILAR);
  if (similar.length === 0) return null;
  return (
    <section class="similar-articles">
      <h2 class="aside-title">{text.capture.similar}</h2>
      <ul>
        {similar.map(({ card, matchedTerms }) => (
          <li key={card.id} data-row={card.id}>
            <button
              type="button"
              class="text-button"
              data-action="open"
              lang={card.language}
              onClick={() => open({ articleId: card.id, cardId: card.id, terms: matchedTerms })}
            >
              {card.title}
            </button>
          </li>
        ))}
      </ul>
      <p class="draft-hint">{text.capture.similarHint}</p>
    </section>
  );
}

function useSimilar(proposed: Suggestion[], title: string): Suggestion[] {
  const { library } = usePanelModel();
  const [found, setFound] = useState<Suggestion[] | null>(null);
  const [first] = useState(title);
  useEffect(() => {
    const words = title.trim();
    if (words === first.trim() || words.length < MIN_TITLE_LENGTH) return;
    let isCurrent = true;
    const timer = setTimeout(() => {
      library.search({ text: words, limit: MAX_SIMILAR }).then(
        (hits) => isCurrent && setFound(hits),
        // A failed look changes nothing: what was shown stays.
        () => undefined,
      );
    }, SEARCH_AFTER_MS);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [library, title, first]);
  return found ?? proposed;
}
