import type { ApiClient } from "../api/client";
import type { AppliedPage } from "../db/apply-page";
import type { LibraryDatabase } from "../db/library-database";
import { countQueuedFlags, readFlags } from "../db/outbox";
import { readPosition } from "../db/position";
import { type RunAlone, runSyncPass } from "../sync/sync-pass";
import { storedProblem } from "../sync/sync-problem";
import type { Events } from "./events";
import { flagStateOf } from "./flag-commands";
import type { SyncState } from "./protocol";

type SyncOptions = {
  database: LibraryDatabase;
  api: ApiClient;
  runAlone: RunAlone;
  sharesLearning: () => boolean | null;
  nowMs: () => number;
  random: () => number;
  events: Events;
  onPage: (page: AppliedPage) => void;
  /** Resolves when every row written so far can be found. */
  whenIndexed: () => Promise<void>;
};

type SyncCommand = {
  /** Runs a pass, or joins the one under way; answers where sync stands afterwards. */
  run(): Promise<SyncState>;
  /** Reads where sync stands and tells the listeners. */
  refresh(): Promise<void>;
};

/** The sync command and the state it reports. */
export function createSyncCommand(options: SyncOptions): SyncCommand {
  const { database, events } = options;
  let phase: SyncState["phase"] = "idle";
  let passUnderWay: Promise<SyncState> | null = null;
  let queuedAtLastReport: number | null = null;

  async function report(): Promise<SyncState> {
    const position = await readPosition(database);
    const state: SyncState = {
      phase,
      problem: storedProblem(position),
      firstSync: position.isComplete ? null : (position.fullRead ?? { received: 0, total: 0 }),
      freshAtMs: position.freshAtMs,
      articleCount: await database.articles.count(),
      queued: { flags: await countQueuedFlags(database), acknowledgements: 0, gaps: 0, drafts: 0 },
    };
    events.emit("syncChanged", state);
    // Another panel, or the background, may have queued or sent flags of the same library.
    const queuedFlags = state.queued.flags;
    if (queuedAtLastReport !== null && queuedAtLastReport !== queuedFlags) await reportFlags();
    queuedAtLastReport = queuedFlags;
    return state;
  }

  async function reportFlags(): Promise<void> {
    events.emit("flagsChanged", (await readFlags(database)).map(flagStateOf));
  }

  function showProgress(): void {
    // Progress is for the eye; a failure to read it will show again in the report after the pass.
    report().catch(() => undefined);
  }

  async function pass(): Promise<SyncState> {
    let hasJudgedFlags = false;
    await runSyncPass({
      ...options,
      onPhase(next) {
        phase = next;
        showProgress();
      },
      onPage(page) {
        options.onPage(page);
        showProgress();
      },
      onFlagsJudged() {
        hasJudgedFlags = true;
      },
    });
    await options.whenIndexed();
    if (hasJudgedFlags) await reportFlags();
    phase = "idle";
    return report();
  }

  return {
    run() {
      passUnderWay ??= pass().finally(() => {
        const hasBrokenOff = phase !== "idle";
        phase = "idle";
        passUnderWay = null;
        if (hasBrokenOff) showProgress();
      });
      return passUnderWay;
    },
    async refresh() {
      await report();
    },
  };
}
