import { ArrowLeft, Megaphone, TriangleAlert } from "lucide-preact";
import { useEffect, useRef, useState } from "preact/hooks";
import type { NoticeView } from "../../lib/worker/protocol/notices";
import { Skeleton } from "../sidebar/Skeleton";
import { StateMessage } from "../sidebar/StateMessage";
import { usePanelModel } from "../state/panel-model";
import { useUi } from "../ui";
import { NoticeEntry } from "./NoticeEntry";

type Reading = { state: "loading" } | { state: "failed" } | { state: "read"; notices: NoticeView[] };

/** Every notice in force, whatever the agent said of it. */
export function NoticesPage() {
  const { text } = useUi();
  const { places } = usePanelModel();
  const { reading, readAgain } = useAllNotices();
  const page = useRef<HTMLElement>(null);
  useEffect(() => page.current?.focus(), []);
  return (
    <div class="article-view">
      <header class="panel-top article-top">
        <button type="button" class="button button-quiet" aria-keyshortcuts="Escape" onClick={places.back}>
          <ArrowLeft size={15} aria-hidden="true" />
          {text.article.back}
        </button>
      </header>
      <main class="panel-main notices-page" ref={page} tabIndex={-1}>
        {reading.state === "loading" && <Skeleton label={text.notice.pageTitle} />}
        {reading.state === "failed" && (
          <StateMessage isPage icon={TriangleAlert} title={text.notice.failed}>
            <button type="button" class="button" onClick={readAgain}>
              {text.ticket.tryAgain}
            </button>
          </StateMessage>
        )}
        {reading.state === "read" && reading.notices.length === 0 && (
          <StateMessage isPage icon={Megaphone} title={text.notice.none} />
        )}
        {reading.state === "read" && reading.notices.length > 0 && (
          <>
            <h1 class="notices-page-title">{text.notice.pageTitle}</h1>
            <p class="notices-page-hint">{text.notice.pageHint}</p>
            {/* biome-ignore lint/a11y/noRedundantRoles: WebKit drops the list role when the bullets are styled away */}
            <ul role="list">
              {reading.notices.map((notice) => (
                <NoticeEntry key={notice.id} notice={notice} />
              ))}
            </ul>
          </>
        )}
      </main>
    </div>
  );
}

function useAllNotices(): { reading: Reading; readAgain(): void } {
  const { notices } = usePanelModel();
  const [reading, setReading] = useState<Reading>({ state: "loading" });
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    let isGone = false;
    const read = () => {
      notices.list().then(
        (all) => isGone || setReading({ state: "read", notices: all }),
        // A list that is there is worth more than the word that it could not be read anew.
        () => isGone || setReading((known) => (known.state === "read" ? known : { state: "failed" })),
      );
    };
    read();
    const end = notices.onChanged(read);
    return () => {
      isGone = true;
      end();
    };
  }, [notices, attempt]);
  return { reading, readAgain: () => setAttempt(attempt + 1) };
}
