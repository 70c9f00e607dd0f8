/**
 * Keeps a library in sync while a panel is open: a pass at once, then each minute, sooner when the undo time of a flag or a
 * gap ends, something else was handed over or the wait of a kind in trouble is over, later while the server fails.
 */
import type { Library, SyncState } from "./protocol";
import type { DraftState } from "./protocol/outbox";

/** Between two passes when all is well. */
export const POLL_MS = 60_000;

/** Between two passes when somebody has to act first: they may have acted on the server. */
export const SLOW_POLL_MS = 5 * 60_000;

/** A flag or a gap is due at the very end of its undo time; the timer may not fire before. */
const AFTER_UNDO_MS = 50;

/** A flag that was given a reason after it was due goes out after this long, so that a word typed next goes with it. */
const CHANGED_FLAG_MS = 5_000;

/** An acknowledgement or a draft goes out after this long, so that several of them go together. */
const HANDED_OVER_MS = 2_000;

export type Timers = {
  /** Calls back once after a delay in milliseconds; the answer cancels it. */
  after(delayMs: number, callback: () => void): () => void;
};

export type SyncSchedule = {
  /** Runs a pass now, for instance because the network is back. */
  wake(): void;
  stop(): void;
};

/** Starts the schedule. A pass that fails on a bug is told to `onBug`, and the schedule goes on. */
export function startSyncSchedule(
  library: Library,
  nowMs: () => number,
  timers: Timers,
  onBug: (error: unknown) => void,
): SyncSchedule {
  let nextPassAtMs = 0;
  let retryAtMs: number | null = null;
  let waitingKinds: readonly string[] = [];
  const undoEndsMs = new Map<"flags" | "gaps", number[]>();
  let handedOver = { acknowledgements: 0, drafts: 0 };
  let draftsHandedOver: ReadonlySet<string> = new Set();
  let handedOverAtMs: number | null = null;
  let cancel = (): void => undefined;
  let isStopped = false;

  /** When something the agent said is due; it waits with everything else for a failing server, and with its kind. */
  function wordsDueMs(): number[] {
    if (retryAtMs !== null) return [];
    const handedOverDueMs = handedOverAtMs === null ? [] : [handedOverAtMs + HANDED_OVER_MS];
    const ends = [...undoEndsMs].flatMap(([table, endsMs]) => (waitingKinds.includes(table) ? [] : endsMs));
    return [...ends, ...handedOverDueMs];
  }

  function arm(): void {
    cancel();
    if (isStopped) return;
    const dueAtMs = Math.min(nextPassAtMs, ...wordsDueMs());
    cancel = timers.after(Math.max(0, dueAtMs - nowMs()), wake);
  }

  /** When kinds in trouble are tried again, where nothing else is wrong. One that is overdue was not tried just now. */
  function retriesMs(state: SyncState | null): number[] {
    if (!state || state.problem) return [];
    return state.troubles.map((trouble) => Math.max(trouble.retryAtMs, nowMs() + HANDED_OVER_MS));
  }

  function plan(state: SyncState | null, beganAtMs: number): void {
    const isSlow = state === null || (state.problem !== null && state.problem.retryAtMs === null);
    retryAtMs = state?.problem?.retryAtMs ?? null;
    waitingKinds = state?.troubles.map(({ kind }) => kind) ?? [];
    nextPassAtMs = retryAtMs ?? Math.min(nowMs() + (isSlow ? SLOW_POLL_MS : POLL_MS), ...retriesMs(state));
    // What became due while the pass was under way came too late for its push.
    for (const [table, ends] of undoEndsMs) {
      undoEndsMs.set(
        table,
        ends.filter((endMs) => endMs > beganAtMs),
      );
    }
    if (handedOverAtMs !== null && handedOverAtMs <= beganAtMs) handedOverAtMs = null;
    arm();
  }

  function planUndoEnds(table: "flags" | "gaps", rows: { state: string; undoUntilMs: number }[]): void {
    const ends = rows.filter(({ state }) => state === "queued").map(({ undoUntilMs }) => undoUntilMs + AFTER_UNDO_MS);
    // One that is overdue was tried already, or was changed just now: either way it goes with the next pass.
    const overdue = ends.some((endMs) => endMs <= nowMs()) ? [nowMs() + CHANGED_FLAG_MS] : [];
    undoEndsMs.set(table, [...ends.filter((endMs) => endMs > nowMs()), ...overdue]);
    arm();
  }

  function planHandedOver({ queued: { acknowledgements, drafts } }: SyncState): void {
    const isMore = acknowledgements > handedOver.acknowledgements || drafts > handedOver.drafts;
    handedOver = { acknowledgements, drafts };
    if (acknowledgements + drafts === 0) handedOverAtMs = null;
    if (isMore) sendSoon();
  }

  /** One may be handed over just as another is sent: their number then says nothing. */
  function planDrafts(drafts: DraftState[]): void {
    const queued = drafts
      .filter(({ state }) => state === "queued")
      .map(({ id, updatedAtMs }) => `${id} ${updatedAtMs}`);
    const isMore = queued.some((draft) => !draftsHandedOver.has(draft));
    draftsHandedOver = new Set(queued);
    if (isMore) sendSoon();
  }

  function sendSoon(): void {
    handedOverAtMs = nowMs();
    arm();
  }

  function wake(): void {
    cancel();
    const beganAtMs = nowMs();
    library.sync().then(
      (state) => plan(state, beganAtMs),
      (error: unknown) => {
        onBug(error);
        plan(null, beganAtMs);
      },
    );
  }

  const subscriptions = [
    library.on("flagsChanged", (flags) => planUndoEnds("flags", flags)),
    library.on("gapsChanged", (gaps) => planUndoEnds("gaps", gaps)),
    library.on("draftsChanged", planDrafts),
    library.on("syncChanged", planHandedOver),
  ];
  wake();
  return {
    wake,
    stop() {
      isStopped = true;
      cancel();
      for (const unsubscribe of subscriptions) unsubscribe();
    },
  };
}
