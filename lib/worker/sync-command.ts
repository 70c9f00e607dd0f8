import { countQueued } from "../db/count-queued";
import { isLibraryNewer } from "../db/library-database";
import { readPosition } from "../db/position";
import { isAnythingQueued, type Queued } from "../db/queued";
import { createKindTroubles, type KindTrouble, type OutboxKind } from "../sync/kind-troubles";
import { runSyncPass, type SyncPassOptions } from "../sync/sync-pass";
import { storedProblem } from "../sync/sync-problem";
import type { Events } from "./events";
import type { OutboxReport, OutboxTable } from "./outbox-report";
import type { SyncState } from "./protocol";

type SyncOptions = Omit<SyncPassOptions, "onPhase" | "onJudged" | "troubles"> & {
  events: Events;
  outboxReport: OutboxReport;
  /** Resolves when every row written so far can be found. */
  whenIndexed: () => Promise<void>;
};

type SyncCommand = {
  /**
   * Runs a pass, or joins the one under way; answers where sync stands afterwards. Where no
   * problem stopped it, whatever was due when it was called has then been tried. As `sync` of the library.
   */
  run(request?: { isByHand: boolean }): Promise<SyncState>;
  /** Reads where sync stands and tells the listeners. */
  refresh(): Promise<void>;
};

/** Tables whose listeners hear of every change; acknowledgements come with the notices. */
const REPORTED: OutboxTable[] = ["flags", "gaps", "drafts"];

/** The sync command and the state it reports. */
export function createSyncCommand(options: SyncOptions): SyncCommand {
  const { database, events, outboxReport, nowMs } = options;
  const troubles = createKindTroubles(options.random);
  let phase: SyncState["phase"] = "idle";
  let passUnderWay: Promise<SyncState> | null = null;
  let lastQueued: Queued | null = null;

  /** What another panel has sent, or the agent taken back, is in no trouble any more. */
  function troublesOf(queued: Queued): KindTrouble[] {
    for (const { kind } of troubles.list()) if (queued[kind] === 0) troubles.over(kind);
    return troubles.list();
  }

  async function report(): Promise<SyncState> {
    const position = await readPosition(database);
    const queued = await countQueued(database);
    const state: SyncState = {
      phase,
      problem: storedProblem(position),
      firstSync: position.isComplete ? null : (position.fullRead ?? { received: 0, total: 0 }),
      freshAtMs: position.freshAtMs,
      articleCount: await database.articles.count(),
      queued,
      troubles: troublesOf(queued),
    };
    events.emit("syncChanged", state);
    // Another panel, or the background, may have queued or sent something and ended before it could say so.
    const [before, now] = [lastQueued, state.queued];
    lastQueued = now;
    if (before) await outboxReport.tell(...REPORTED.filter((table) => before[table] !== now[table]));
    return state;
  }

  function showProgress(): void {
    // Progress is for the eye; a failure to read it will show again in the report after the pass.
    report().catch(() => undefined);
  }

  async function pass(): Promise<SyncState> {
    const judged = new Set<OutboxKind>();
    await runSyncPass({
      ...options,
      troubles,
      onPhase(next) {
        phase = next;
        showProgress();
      },
      onPage(page) {
        options.onPage(page);
        showProgress();
      },
      onJudged: (kind) => judged.add(kind),
    });
    await options.whenIndexed();
    const judgedTables = REPORTED.filter((table) => judged.has(table));
    if (judgedTables.length > 0) await outboxReport.changed(...judgedTables);
    phase = "idle";
    return report();
  }

  /** There is no reading of a library that cannot be opened; the agent hears what to do all the same. */
  function tellNewer(error: unknown): SyncState {
    if (!isLibraryNewer(error)) throw error;
    const nothing = { firstSync: null, freshAtMs: null, articleCount: 0 };
    const queued = { flags: 0, acknowledgements: 0, gaps: 0, drafts: 0 };
    const problem = { kind: "libraryNewer", retryAtMs: null } as const;
    const state: SyncState = { phase: "idle", problem, ...nothing, queued, troubles: [] };
    phase = "idle";
    events.emit("syncChanged", state);
    return state;
  }

  function runOrJoin(): Promise<SyncState> {
    passUnderWay ??= pass()
      .catch(tellNewer)
      .finally(() => {
        const hasBrokenOff = phase !== "idle";
        phase = "idle";
        passUnderWay = null;
        if (hasBrokenOff) showProgress();
      });
    return passUnderWay;
  }

  return {
    async run({ isByHand } = { isByHand: false }) {
      const hasWaiting = isByHand && troubles.list().some(({ kind }) => troubles.isWaiting(kind, nowMs()));
      if (hasWaiting) troubles.retryNow();
      const joined = passUnderWay;
      const state = await runOrJoin();
      // The pass joined may have sent what it had before something more was due, or left out what is to be tried now.
      const mayHaveLeft = joined !== null && state.problem === null && isAnythingQueued(state.queued);
      return mayHaveLeft ? runOrJoin() : state;
    },
    async refresh() {
      await report();
    },
  };
}
