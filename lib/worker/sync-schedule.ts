/**
 * Keeps a library in sync while a panel is open: a pass at once, then each minute, sooner when a flag's undo time ends,
 * later while the server fails.
 */
import type { FlagState, Library, SyncState } from "./protocol";

/** Between two passes when all is well. */
export const POLL_MS = 60_000;

/** Between two passes when somebody has to act first: they may have acted on the server. */
export const SLOW_POLL_MS = 5 * 60_000;

/** A flag is due at the very end of its undo time; the timer may not fire before. */
const AFTER_UNDO_MS = 50;

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
  let nextFlagAtMs: number | null = null;
  let cancel = (): void => undefined;
  let isStopped = false;

  function arm(): void {
    cancel();
    if (isStopped) return;
    const dueAtMs = nextFlagAtMs === null ? nextPassAtMs : Math.min(nextPassAtMs, nextFlagAtMs);
    cancel = timers.after(Math.max(0, dueAtMs - nowMs()), wake);
  }

  function plan(state: SyncState | null): void {
    const waitMs = state === null || (state.problem && state.problem.retryAtMs === null) ? SLOW_POLL_MS : POLL_MS;
    nextPassAtMs = state?.problem?.retryAtMs ?? nowMs() + waitMs;
    if (nextFlagAtMs !== null && nextFlagAtMs <= nowMs()) nextFlagAtMs = null;
    arm();
  }

  function planFlags(flags: FlagState[]): void {
    const ends = flags.filter((flag) => flag.state === "queued").map((flag) => flag.undoUntilMs + AFTER_UNDO_MS);
    const ahead = ends.map((endMs) => Math.max(endMs, nowMs() + AFTER_UNDO_MS));
    nextFlagAtMs = ahead.length > 0 ? Math.min(...ahead) : null;
    arm();
  }

  function wake(): void {
    cancel();
    library.sync().then(plan, (error: unknown) => {
      onBug(error);
      plan(null);
    });
  }

  const unsubscribe = library.on("flagsChanged", planFlags);
  wake();
  return {
    wake,
    stop() {
      isStopped = true;
      cancel();
      unsubscribe();
    },
  };
}
