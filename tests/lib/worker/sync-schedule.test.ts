import { afterEach, beforeEach, expect, it, vi } from "vitest";
import type { Queued } from "../../../lib/db/queued";
import { createEvents } from "../../../lib/worker/events";
import type { FlagState, Library, SyncState } from "../../../lib/worker/protocol";
import type { DraftState } from "../../../lib/worker/protocol/outbox";
import { POLL_MS, SLOW_POLL_MS, startSyncSchedule } from "../../../lib/worker/sync-schedule";

beforeEach(() => {
  vi.useFakeTimers({ now: 1_000_000 });
});
afterEach(() => {
  vi.useRealTimers();
});

const FINE: SyncState = {
  phase: "idle",
  problem: null,
  firstSync: null,
  freshAtMs: 1_000_000,
  articleCount: 1,
  queued: { flags: 0, acknowledgements: 0, gaps: 0, drafts: 0 },
  troubles: [],
};

const timers = {
  after(delayMs: number, callback: () => void) {
    const timer = setTimeout(callback, delayMs);
    return () => clearTimeout(timer);
  },
};

/** A library that only counts its passes; each answers `answer()`, which may use what this returns. */
function schedule(answer: () => Promise<SyncState>) {
  const { on, emit } = createEvents();
  const sync = vi.fn(() => Promise.resolve().then(answer));
  const bugs: unknown[] = [];
  const started = startSyncSchedule({ on, sync } as unknown as Library, Date.now, timers, (error) => bugs.push(error));
  return { ...started, sync, emit, bugs };
}

function queuedFlag(undoUntilMs: number): FlagState {
  return {
    ...{ id: "f", articleId: "a", articleTitle: "A", reason: null, comment: null, detail: null },
    ...{ passage: null, lookBy: null, outcome: null, isOutcomeNew: false },
    ...{ state: "queued", flaggedAtMs: undoUntilMs - 5_000, undoUntilMs },
  };
}

it("runs a pass at once and then each minute", async () => {
  const { sync } = schedule(async () => FINE);

  await vi.advanceTimersByTimeAsync(0);
  expect(sync).toHaveBeenCalledTimes(1);
  await vi.advanceTimersByTimeAsync(POLL_MS);
  expect(sync).toHaveBeenCalledTimes(2);
});

it("waits after a failure for as long as the pass said", async () => {
  const { sync } = schedule(async () => ({ ...FINE, problem: { kind: "serverError", retryAtMs: Date.now() + 7_000 } }));

  await vi.advanceTimersByTimeAsync(6_999);
  expect(sync).toHaveBeenCalledTimes(1);
  await vi.advanceTimersByTimeAsync(1);
  expect(sync).toHaveBeenCalledTimes(2);
});

it("still looks now and then where somebody has to act first", async () => {
  const { sync } = schedule(async () => ({ ...FINE, problem: { kind: "unauthorized", retryAtMs: null } }));

  await vi.advanceTimersByTimeAsync(POLL_MS);
  expect(sync).toHaveBeenCalledTimes(1);
  await vi.advanceTimersByTimeAsync(SLOW_POLL_MS);
  expect(sync).toHaveBeenCalledTimes(2);
});

it("sends a flag as soon as its undo time is over", async () => {
  const { sync, emit } = schedule(async () => FINE);
  await vi.advanceTimersByTimeAsync(0);

  emit("flagsChanged", [queuedFlag(Date.now() + 5_000)]);
  await vi.advanceTimersByTimeAsync(4_999);
  expect(sync).toHaveBeenCalledTimes(1);
  await vi.advanceTimersByTimeAsync(100);
  expect(sync).toHaveBeenCalledTimes(2);
});

it("sends a gap as soon as its undo time is over", async () => {
  const { sync, emit } = schedule(async () => FINE);
  await vi.advanceTimersByTimeAsync(0);
  const undoUntilMs = Date.now() + 5_000;

  emit("flagsChanged", []);
  emit("gapsChanged", [{ id: "g", terms: ["fee"], state: "queued", reportedAtMs: Date.now(), undoUntilMs }]);
  await vi.advanceTimersByTimeAsync(4_999);
  expect(sync).toHaveBeenCalledTimes(1);
  await vi.advanceTimersByTimeAsync(100);
  expect(sync).toHaveBeenCalledTimes(2);
});

const queued = (counts: Partial<Queued>): SyncState => ({ ...FINE, queued: { ...FINE.queued, ...counts } });

it.each(["acknowledgements", "drafts"] as const)("sends %s soon, several together", async (kind) => {
  const { sync, emit } = schedule(async () => FINE);
  await vi.advanceTimersByTimeAsync(0);

  emit("syncChanged", queued({ [kind]: 1 }));
  await vi.advanceTimersByTimeAsync(1_000);
  emit("syncChanged", queued({ [kind]: 2 }));
  await vi.advanceTimersByTimeAsync(5_000);

  expect(sync).toHaveBeenCalledTimes(2);
});

it("does not run over and over for acknowledgements the server passes over", async () => {
  const { sync, emit } = schedule(async () => {
    emit("syncChanged", queued({ acknowledgements: 1 }));
    return queued({ acknowledgements: 1 });
  });

  await vi.advanceTimersByTimeAsync(30_000);

  expect(sync.mock.calls.length).toBeLessThanOrEqual(2);
});

it("does not hammer a failing server because a flag is waiting", async () => {
  const { sync, emit } = schedule(async () => ({
    ...FINE,
    problem: { kind: "offline", retryAtMs: Date.now() + 30_000 },
  }));
  await vi.advanceTimersByTimeAsync(0);
  emit("flagsChanged", [queuedFlag(Date.now() + 5_000)]);

  await vi.advanceTimersByTimeAsync(29_000);

  expect(sync).toHaveBeenCalledTimes(1);
});

/** Flags are queued, and the server does not take them; all else is well. */
const troubled = (retryAtMs: number): SyncState => ({
  ...queued({ flags: 1 }),
  troubles: [{ kind: "flags", retryAtMs, isLasting: true }],
});

it("keeps its pace while one kind waits for long", async () => {
  const { sync } = schedule(async () => troubled(Date.now() + SLOW_POLL_MS));

  await vi.advanceTimersByTimeAsync(3 * POLL_MS);

  expect(sync).toHaveBeenCalledTimes(4);
});

it("tries a kind in trouble again once its wait is over, before the next pass is due", async () => {
  const { sync } = schedule(async () => troubled(1_007_000));

  await vi.advanceTimersByTimeAsync(6_999);
  expect(sync).toHaveBeenCalledTimes(1);
  await vi.advanceTimersByTimeAsync(1);
  expect(sync).toHaveBeenCalledTimes(2);
});

it("does not run over and over for a kind that should have been tried", async () => {
  const { sync } = schedule(async () => troubled(Date.now() - 1));

  await vi.advanceTimersByTimeAsync(9_999);

  expect(sync.mock.calls.length).toBeLessThanOrEqual(5);
});

it("does not run for flags while they wait out trouble, but for a gap", async () => {
  const { sync, emit } = schedule(async () => troubled(Date.now() + POLL_MS));
  await vi.advanceTimersByTimeAsync(0);

  emit("flagsChanged", [queuedFlag(Date.now() - 1), queuedFlag(Date.now() + 5_000)]);
  await vi.advanceTimersByTimeAsync(10_000);
  const forFlags = sync.mock.calls.length;
  const undoUntilMs = Date.now() + 5_000;
  emit("gapsChanged", [{ id: "g", terms: ["fee"], state: "queued", reportedAtMs: Date.now(), undoUntilMs }]);
  await vi.advanceTimersByTimeAsync(6_000);

  expect(forFlags).toBe(1);
  expect(sync).toHaveBeenCalledTimes(2);
});

it("runs again at once for a flag whose undo time ended during a long pass", async () => {
  let finish = (_state: SyncState): void => undefined;
  const { sync, emit } = schedule(() => new Promise((resolve) => (finish = resolve)));
  emit("flagsChanged", [queuedFlag(Date.now() + 5_000)]);
  await vi.advanceTimersByTimeAsync(20_000);
  const duringFirst = sync.mock.calls.length;

  finish(FINE);
  await vi.advanceTimersByTimeAsync(100);

  expect(sync.mock.calls.length).toBe(duringFirst + 1);
});

it("does not run over and over for a flag the server passes over", async () => {
  const flag = queuedFlag(Date.now() - 1);
  const { sync, emit } = schedule(async () => {
    emit("flagsChanged", [flag]);
    return FINE;
  });

  await vi.advanceTimersByTimeAsync(10_000);

  expect(sync.mock.calls.length).toBeLessThanOrEqual(3);
});

it("runs a pass when it is woken", async () => {
  const { sync, wake } = schedule(async () => FINE);
  await vi.advanceTimersByTimeAsync(1_000);

  wake();

  expect(sync).toHaveBeenCalledTimes(2);
});

it("tells of a bug and goes on", async () => {
  const { sync, bugs } = schedule(async () => Promise.reject(new Error("bug")));

  await vi.advanceTimersByTimeAsync(SLOW_POLL_MS);

  expect(bugs).toHaveLength(2);
  expect(sync).toHaveBeenCalledTimes(2);
});

it("sends a draft soon that is handed over just as another is sent", async () => {
  const { sync, emit } = schedule(async () => FINE);
  await vi.advanceTimersByTimeAsync(0);
  const draft = (id: string, state: DraftState["state"]) => ({ id, state, updatedAtMs: 1 }) as DraftState;
  emit("draftsChanged", [draft("one", "queued")]);
  emit("syncChanged", queued({ drafts: 1 }));
  await vi.advanceTimersByTimeAsync(5_000);
  const before = sync.mock.calls.length;

  emit("draftsChanged", [draft("one", "sent"), draft("two", "queued")]);
  emit("syncChanged", queued({ drafts: 1 }));
  await vi.advanceTimersByTimeAsync(5_000);

  expect(sync.mock.calls.length).toBe(before + 1);
});

it("stops for good", async () => {
  const { sync, stop } = schedule(async () => FINE);
  await vi.advanceTimersByTimeAsync(0);

  stop();
  await vi.advanceTimersByTimeAsync(10 * POLL_MS);

  expect(sync).toHaveBeenCalledTimes(1);
});
