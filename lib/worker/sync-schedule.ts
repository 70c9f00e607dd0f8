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

/** A flag that was given a reason after it was due goes out after this long, so that a word typed next goes with it. */
const CHANGED_FLAG_MS = 5_000;

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
  let flagEndsMs: number[] = [];
  let cancel = (): void => undefined;
  let isStopped = false;

  function arm(): void {
    cancel();
    if (isStopped) return;
    // While a failing server is left alone, flags wait with everything else.
    const flagsAtMs = retryAtMs === null ? flagEndsMs : [];
    const dueAtMs = Math.min(nextPassAtMs, ...flagsAtMs);
    cancel = timers.after(Math.max(0, dueAtMs - nowMs()), wake);
  }

  function plan(state: SyncState | null, beganAtMs: number): void {
    const isSlow = state === null || (state.problem !== null && state.problem.retryAtMs === null);
    retryAtMs = state?.problem?.retryAtMs ?? null;
    nextPassAtMs = retryAtMs ?? nowMs() + (isSlow ? SLOW_POLL_MS : POLL_MS);
    // A flag whose undo time ended while the pass was under way came too late for its push.
    flagEndsMs = flagEndsMs.filter((endMs) => endMs > beganAtMs);
    arm();
  }

  function planFlags(flags: FlagState[]): void {
    const ends = flags.filter((flag) => flag.state === "queued").map((flag) => flag.undoUntilMs + AFTER_UNDO_MS);
    // One that is overdue was tried already, or was changed just now: either way it goes with the next pass.
    const overdue = ends.some((endMs) => endMs <= nowMs()) ? [nowMs() + CHANGED_FLAG_MS] : [];
    flagEndsMs = [...ends.filter((endMs) => endMs > nowMs()), ...overdue];
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
