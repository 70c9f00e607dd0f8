import { ArrowLeft, CheckCheck, Newspaper, TriangleAlert } from "lucide-preact";
import { useEffect, useRef } from "preact/hooks";
import { Skeleton } from "../sidebar/Skeleton";
import { StateMessage } from "../sidebar/StateMessage";
import type { ShownNews } from "../state/news";
import { usePanelModel } from "../state/panel-model";
import { useUi } from "../ui";
import { NewsEntryRow } from "./NewsEntryRow";

/** What is new or changed since the agent last looked: what suits the ticket first, then the newest. */
export function NewsPage() {
  const { text } = useUi();
  const { news, places } = usePanelModel();
  const view = news.view.value;
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    news.load();
    // Coming back from an article the focus goes to the entry it was opened from.
    if (news.view.peek().state !== "read") title.current?.focus();
  }, [news]);
  const entries = view.state === "read" ? view.entries : [];
  return (
    <>
      <header class="panel-top article-top">
        <button type="button" class="button button-quiet" aria-keyshortcuts="Escape" onClick={places.back}>
          <ArrowLeft size={15} aria-hidden="true" />
          {text.article.back}
        </button>
        {entries.some(({ isRead }) => !isRead) && <MarkAllRead onDone={() => title.current?.focus()} />}
      </header>
      <main class="panel-main news-page">
        <h1 class="news-title" ref={title} tabIndex={-1}>
          {text.news.title}
        </h1>
        {view.state === "loading" && <Skeleton label={text.news.loading} />}
        {view.state === "failed" && (
          <StateMessage icon={TriangleAlert} title={text.news.failed}>
            <button type="button" class="button" onClick={news.load}>
              {text.ticket.tryAgain}
            </button>
          </StateMessage>
        )}
        {view.state === "read" && (entries.length > 0 ? <NewsLists entries={entries} /> : <NoNews />)}
      </main>
    </>
  );
}

function NoNews() {
  const { text } = useUi();
  return <StateMessage icon={Newspaper} title={text.news.none} hint={text.news.noneHint} />;
}

function MarkAllRead({ onDone }: { onDone(): void }) {
  const { text, announce } = useUi();
  const { news } = usePanelModel();
  return (
    <button
      type="button"
      class="button button-quiet"
      data-action="mark-all-read"
      onClick={() => {
        news.markAllRead().then(
          () => {
            announce(text.news.allRead);
            onDone();
          },
          () => announce(text.news.notSaved),
        );
      }}
    >
      <CheckCheck size={15} aria-hidden="true" />
      {text.news.markAllRead}
    </button>
  );
}

/** What suits the ticket in front stands under a heading of its own. */
function NewsLists({ entries }: { entries: ShownNews[] }) {
  const { text } = useUi();
  const suiting = entries.filter(({ suitsTicket }) => suitsTicket);
  const others = entries.filter(({ suitsTicket }) => !suitsTicket);
  if (suiting.length === 0) return <NewsList label={text.news.title} entries={others} />;
  return (
    <>
      <h2 class="list-heading">{text.news.forTicket}</h2>
      <NewsList label={text.news.forTicket} entries={suiting} />
      {others.length > 0 && (
        <>
          <h2 class="list-heading">{text.news.others}</h2>
          <NewsList label={text.news.others} entries={others} />
        </>
      )}
    </>
  );
}

function NewsList({ label, entries }: { label: string; entries: ShownNews[] }) {
  return (
    // biome-ignore lint/a11y/noRedundantRoles: WebKit drops the list role when the bullets are styled away
    <ul role="list" aria-label={label}>
      {entries.map((entry) => (
        <NewsEntryRow key={entry.card.id} entry={entry} />
      ))}
    </ul>
  );
}
