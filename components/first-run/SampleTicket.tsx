import { useEffect, useState } from "preact/hooks";
import type { Library } from "../../lib/worker/protocol";
import { useUi } from "../ui";
import { type SampleArticle, sampleTicket } from "./sample-ticket";

/**
 * A made-up ticket and what Souffleur finds for it: articles of the agent's own base where some fit, made-up ones that say
 * so otherwise. Nothing is learnt from it.
 */
export function SampleTicket({ library }: { library: Library | null }) {
  const { text } = useUi();
  const wording = text.firstRun.sample;
  const own = useOwnArticles(library);
  const articles = own ?? wording.articles;
  return (
    <div class="sample">
      <div class="sample-ticket">
        <p class="sample-label">{wording.ticket}</p>
        <p class="sample-subject">{wording.subject}</p>
        <p>{wording.message}</p>
      </div>
      <p class="sample-found" role="status">
        {own ? wording.fromYours : wording.fromUs}
      </p>
      <ul class="sample-articles">
        {articles.map((article) => (
          <li key={article.title} class="sample-article">
            <p class="sample-title">
              {article.title}
              {!own && <span class="sample-mark">{wording.mark}</span>}
            </p>
            <p>{article.summary}</p>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** At most three; null while they are looked for, and when there is none. */
function useOwnArticles(library: Library | null): SampleArticle[] | null {
  const { text } = useUi();
  const [own, setOwn] = useState<SampleArticle[] | null>(null);
  useEffect(() => {
    if (!library) return;
    library.suggest({ ticket: sampleTicket(text.firstRun.sample), droppedTerms: [], isMadeUp: true }).then(
      ({ suggestions }) => {
        const cards = suggestions.slice(0, 3).map(({ card }) => card);
        setOwn(cards.length > 0 ? cards : null);
      },
      // The made-up articles stay; the worker tells of its own failures.
      () => undefined,
    );
  }, [library, text]);
  return own;
}
