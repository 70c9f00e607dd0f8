import {
  Ban,
  CircleArrowUp,
  CloudOff,
  HardDrive,
  Hourglass,
  KeyRound,
  type LucideIcon,
  RefreshCw,
  SendHorizontal,
  ServerCrash,
  TriangleAlert,
  Unplug,
} from "lucide-preact";
import type { SyncProblem, SyncState } from "../../lib/worker/protocol";
import { usePanelModel } from "../state/panel-model";
import { useUi } from "../ui";
import { StateMessage } from "./StateMessage";

type ProblemKind = SyncProblem["kind"];

const ICONS: Record<ProblemKind, LucideIcon> = {
  offline: CloudOff,
  unauthorized: KeyRound,
  forbidden: Ban,
  clientTooOld: CircleArrowUp,
  notOurApi: Unplug,
  serverError: ServerCrash,
  badAnswer: TriangleAlert,
  rateLimited: Hourglass,
  storageFull: HardDrive,
  libraryNewer: RefreshCw,
};

/** Problems that pass by themselves: with articles at hand, the status line says enough. */
const PASSING: readonly ProblemKind[] = ["offline", "serverError", "rateLimited"];

/** A sync problem the agent should know of: a line above the list, or the whole view while there is no article. */
export function SyncNotice() {
  const { text } = useUi();
  const state = usePanelModel().sync.state.value;
  if (!state) return null;
  if (!state.problem) return <UnsentLine state={state} />;
  const { kind } = state.problem;
  const { title, hint } = text.sync.problems[kind];
  const Icon = ICONS[kind];
  if (state.articleCount === 0) {
    return (
      <StateMessage icon={Icon} title={title} hint={hint}>
        <ProblemAction state={state} />
      </StateMessage>
    );
  }
  if (PASSING.includes(kind)) return null;
  return <NoticeLine state={state} icon={Icon} title={title} hint={hint} />;
}

/** What the server does not take again and again, while the articles come as ever. */
function UnsentLine({ state }: { state: SyncState }) {
  const { text, formats } = useUi();
  const lasting = state.troubles.filter(({ isLasting }) => isLasting).map(({ kind }) => text.sync.unsent.names[kind]);
  if (lasting.length === 0) return null;
  const title = text.sync.unsent.title(formats.list(lasting));
  return <NoticeLine state={state} icon={SendHorizontal} title={title} hint={text.sync.unsent.hint} />;
}

type NoticeLineProps = { state: SyncState; icon: LucideIcon; title: string; hint: string };

function NoticeLine({ state, icon: Icon, title, hint }: NoticeLineProps) {
  return (
    <div class="notice" role="status">
      <Icon size={15} aria-hidden="true" />
      <p class="notice-text">
        <strong>{title}.</strong> {hint}
      </p>
      <ProblemAction state={state} />
    </div>
  );
}

function ProblemAction({ state }: { state: SyncState }) {
  const { text, openOptions } = useUi();
  const { sync } = usePanelModel();
  const kind = state.problem?.kind;
  if (kind === "unauthorized" || kind === "notOurApi") {
    return (
      <button type="button" class="button button-primary button-small" onClick={openOptions}>
        {text.sync.openOptions}
      </button>
    );
  }
  if (kind === "clientTooOld") return null;
  return (
    <button type="button" class="button button-small" onClick={sync.syncNow}>
      {text.ticket.tryAgain}
    </button>
  );
}
