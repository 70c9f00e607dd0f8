import { FileX, TriangleAlert } from "lucide-preact";
import { useEffect, useRef } from "preact/hooks";
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
import { ArticleTop } from "./ArticleTop";
import { useArticle } from "./use-article";

/** One article in place of the list. The text gets the focus, so that the usual keys scroll it. */
export function ArticleView({ open }: { open: OpenArticle }) {
  const { text } = useUi();
  const { library } = usePanelModel();
  const { reading, readAgain } = useArticle(library, open.articleId);
  const page = useRef<HTMLElement>(null);
  const body = useRef<HTMLDivElement>(null);
  const selectedText = useSelectedText(body);
  // Another article starts at its top.
  useEffect(() => {
    page.current?.focus();
    page.current?.scrollTo({ top: 0 });
  }, [open.articleId]);
  return (
    <div class="article-view" data-article={open.articleId}>
      <ArticleTop card={reading.state === "read" ? reading.detail.card : null} selectedText={selectedText} />
      <div class="article-strips">
        <InsertStrip place={linkPlace(open.articleId)} />
        <InsertStrip place={quotePlace(open.articleId)} />
      </div>
      <main class="panel-main article-page" ref={page} tabIndex={-1}>
        {reading.state === "loading" && <Skeleton label={text.article.loading} />}
        {reading.state === "missing" && (
          <StateMessage isPage icon={FileX} title={text.article.missing} hint={text.article.missingHint} />
        )}
        {reading.state === "failed" && (
          <StateMessage isPage icon={TriangleAlert} title={text.article.failed}>
            <button type="button" class="button" onClick={readAgain}>
              {text.ticket.tryAgain}
            </button>
          </StateMessage>
        )}
        {reading.state === "read" && <ArticlePage detail={reading.detail} open={open} body={body} />}
      </main>
    </div>
  );
}
