import { FileX, TriangleAlert } from "lucide-preact";
import { useCallback, useEffect, useMemo, useRef, useState } from "preact/hooks";
import { linkPlace } from "../insert/InsertLinkButton";
import { InsertStrip } from "../insert/InsertStrip";
import { quotePlace } from "../insert/QuoteButton";
import { useSelectedText } from "../insert/use-selected-text";
import { Skeleton } from "../sidebar/Skeleton";
import { StateMessage } from "../sidebar/StateMessage";
import { usePanelModel } from "../state/panel-model";
import type { OpenArticle } from "../state/places";
import { useUi } from "../ui";
import { ArticlePage } from "./ArticlePage";
import { ArticleTop, answerPlace } from "./ArticleTop";
import { MatchBar } from "./MatchBar";
import { SlimTitle } from "./SlimTitle";
import { type ArticleReading, useArticle } from "./use-article";
import { useCountOpened } from "./use-count-opened";
import { useDisagreements } from "./use-disagreements";
import { useFind } from "./use-find";
import { useMatches } from "./use-matches";
import { useOutline } from "./use-outline";
import { useShownPassage } from "./use-shown-passage";

/** One article in place of the list. The text gets the focus, so that the usual keys scroll it. */
export function ArticleView({ open }: { open: OpenArticle }) {
  const { library } = usePanelModel();
  const { articleId } = open;
  const { reading, readAgain } = useArticle(library, articleId);
  const detail = reading.state === "read" ? reading.detail : null;
  const page = useRef<HTMLElement>(null);
  const [body, setBody] = useBody();
  const selectedText = useSelectedText(useMemo(() => ({ current: body }), [body]));
  const find = useFind(useCallback(() => page.current, []));
  const matches = useMatches(body, open.terms, find.words ?? "");
  const outline = useOutline(page, body);
  const disagreements = useDisagreements(library, detail);
  useCountOpened(library, detail?.card.id ?? null);
  // Another article starts at its top, and what was searched for in the last one is done with.
  useEffect(() => {
    page.current?.focus();
    page.current?.scrollTo({ top: 0 });
  }, [articleId]);
  useShownPassage(page, articleId, find.words === null ? matches.best : null);
  return (
    <div class="article-view" data-article={articleId}>
      <ArticleTop detail={detail} body={body} selectedText={selectedText} onFind={find.open} />
      <MatchBar matches={matches} words={find.words} onWords={find.setWords} />
      <aside class="article-strips">
        <InsertStrip place={linkPlace(articleId)} />
        <InsertStrip place={answerPlace(articleId)} />
        <InsertStrip place={quotePlace(articleId)} />
      </aside>
      <main class="panel-main article-page" ref={page} tabIndex={-1}>
        {detail && <SlimTitle card={detail.card} outline={outline} />}
        {detail ? (
          <ArticlePage detail={detail} open={open} {...{ outline, disagreements }} onBody={setBody} />
        ) : (
          <NotRead reading={reading} onAgain={readAgain} />
        )}
      </main>
    </div>
  );
}

/** The element with the text, as a new value each time the text in it was replaced. */
function useBody(): [HTMLElement | null, (body: HTMLElement | null) => void] {
  const [shown, setShown] = useState<{ body: HTMLElement | null }>({ body: null });
  const set = useCallback((body: HTMLElement | null) => setShown({ body }), []);
  return [shown.body, set];
}

function NotRead({ reading, onAgain }: { reading: ArticleReading; onAgain(): void }) {
  const { text } = useUi();
  if (reading.state === "missing") {
    return <StateMessage isPage icon={FileX} title={text.article.missing} hint={text.article.missingHint} />;
  }
  if (reading.state === "failed") {
    return (
      <StateMessage isPage icon={TriangleAlert} title={text.article.failed}>
        <button type="button" class="button" onClick={onAgain}>
          {text.ticket.tryAgain}
        </button>
      </StateMessage>
    );
  }
  return <Skeleton label={text.article.loading} />;
}
