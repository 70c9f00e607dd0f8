import { ArrowLeft, Send, TriangleAlert } from "lucide-preact";
import { useEffect } from "preact/hooks";
import { usePageFocus } from "../flags/use-page-focus";
import { Skeleton } from "../sidebar/Skeleton";
import { StateMessage } from "../sidebar/StateMessage";
import { usePanelModel } from "../state/panel-model";
import { useUi } from "../ui";
import { DraftEditor } from "./DraftEditor";
import { DraftList } from "./DraftList";
import type { DraftSession } from "./draft-session";
import { useDrafts } from "./use-drafts";
import { useInterfaceLanguage, useSession } from "./use-session";

type CapturePageProps = {
  /** Null: a new draft from the ticket in front. */
  draftId: string | null;
};

/** Writing an article from a ticket: the agent's drafts, if any, and the one being written. */
export function CapturePage({ draftId }: CapturePageProps) {
  const { text } = useUi();
  const { library, places } = usePanelModel();
  const page = usePageFocus();
  const drafts = useDrafts(library);
  const session = useSession(draftId, drafts);
  const others = (drafts ?? []).filter(({ id }) => id !== session.id.value);
  return (
    <div class="over-list">
      <header class="panel-top page-top">
        <button type="button" class="button button-quiet" aria-keyshortcuts="Escape" onClick={places.back}>
          <ArrowLeft size={15} aria-hidden="true" />
          {text.article.back}
        </button>
        <h1 class="page-title">{text.capture.title}</h1>
      </header>
      <main class="panel-main capture" ref={page} tabIndex={-1} aria-label={text.capture.title}>
        {others.length > 0 && <DraftList drafts={others} />}
        <SessionPart key={draftId ?? ""} session={session} />
      </main>
    </div>
  );
}

/** What was pressed may have gone with what it stood in: the focus goes to what comes next, not to nothing. */
function catchFocus(): void {
  if (document.activeElement !== null && document.activeElement !== document.body) return;
  document.querySelector<HTMLElement>(".capture [data-field=title], .capture .state-message button")?.focus();
}

function SessionPart({ session }: { session: DraftSession }) {
  const { text } = useUi();
  const language = useInterfaceLanguage();
  const view = session.view.value;
  useEffect(() => {
    if (view.state !== "loading") catchFocus();
  }, [session, view.state]);
  switch (view.state) {
    case "loading":
      return <Skeleton label={text.capture.loading} />;
    case "failed":
      return (
        <StateMessage icon={TriangleAlert} title={text.capture.failed}>
          <button type="button" class="button" onClick={() => session.beginEmpty(language)}>
            {text.capture.startEmpty}
          </button>
        </StateMessage>
      );
    case "handedOver":
      return (
        <StateMessage icon={Send} title={text.capture.handedOver} hint={text.capture.handedOverHint}>
          <button type="button" class="button" onClick={() => session.beginEmpty(language)}>
            {text.capture.another}
          </button>
        </StateMessage>
      );
    case "writing":
      return <DraftEditor session={session} view={view} />;
  }
}
