import { ArrowLeft, Flag, TriangleAlert } from "lucide-preact";
import { useEffect, useState } from "preact/hooks";
import type { FlagState } from "../../lib/worker/protocol";
import { Skeleton } from "../sidebar/Skeleton";
import { StateMessage } from "../sidebar/StateMessage";
import { usePanelModel } from "../state/panel-model";
import { useUi } from "../ui";
import { FlagEntry } from "./FlagEntry";
import { usePageFocus } from "./use-page-focus";

/** An answer counts as seen once the page has stood for so long. */
const SEEN_AFTER_MS = 1_500;

/** The agent's own flags and what became of each: new answers first, then the newest flag. */
export function MyFlagsPage() {
  const { text } = useUi();
  const { flags, places } = usePanelModel();
  const page = usePageFocus();
  const list = flags.list.value;
  return (
    <div class="over-list">
      <header class="panel-top page-top">
        <button type="button" class="button button-quiet" aria-keyshortcuts="Escape" onClick={places.back}>
          <ArrowLeft size={15} aria-hidden="true" />
          {text.article.back}
        </button>
        <h1 class="page-title">{text.myFlags.title}</h1>
      </header>
      <main class="panel-main" ref={page} tabIndex={-1} aria-label={text.myFlags.title}>
        {list.state === "loading" && <Skeleton label={text.myFlags.loading} />}
        {list.state === "failed" && (
          <StateMessage icon={TriangleAlert} title={text.myFlags.failed}>
            <button type="button" class="button" onClick={flags.readAgain}>
              {text.ticket.tryAgain}
            </button>
          </StateMessage>
        )}
        {list.state === "known" && list.flags.length === 0 && (
          <StateMessage icon={Flag} title={text.myFlags.none} hint={text.myFlags.noneHint} />
        )}
        {list.state === "known" && list.flags.length > 0 && <FlagEntries flags={list.flags} />}
      </main>
    </div>
  );
}

function FlagEntries({ flags }: { flags: FlagState[] }) {
  const model = usePanelModel();
  const news = model.flags.news.value;
  // What was new when the page opened stays marked and on top: a list that sorts itself under the eyes is no help.
  const [newIds, setNewIds] = useState<ReadonlySet<string>>(new Set());
  const key = news.map(({ id }) => id).join(" ");
  useEffect(() => {
    if (news.length === 0) return;
    setNewIds((before) => new Set([...before, ...news.map(({ id }) => id)]));
    const timer = setTimeout(() => model.flags.markSeen(news), SEEN_AFTER_MS);
    return () => clearTimeout(timer);
  }, [key]);
  const isNew = ({ id }: FlagState) => newIds.has(id) || news.some((flag) => flag.id === id);
  const sorted = [...flags.filter(isNew), ...flags.filter((flag) => !isNew(flag))];
  return (
    <ul class="own-flags">
      {sorted.map((flag) => (
        <FlagEntry key={flag.id} flag={flag} isNew={isNew(flag)} />
      ))}
    </ul>
  );
}
