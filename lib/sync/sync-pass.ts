/**
 * One pass of sync: the outbox first (an agent's word outranks news), then the changes, at last the lessons. The same code runs in the
 * panel's worker and in the background, so a browser-wide lock lets one pass at a time through.
 */
import { ApiError } from "../api/api-error";
import type { ApiClient } from "../api/client";
import type { AppliedPage } from "../db/apply-page";
import { deleteQueuedLessons } from "../db/lessons-outbox";
import { isStorageFull, type LibraryDatabase } from "../db/library-database";
import { readPosition, updatePosition } from "../db/position";
import { pullChanges } from "./pull-changes";
import { pushFlags } from "./push-flags";
import { pushLessons } from "./push-lessons";
import { problemOf, type SyncProblem, storedProblem } from "./sync-problem";

/** Runs work alone, browser-wide; with another holder at work it waits for that one and then answers false, unrun. */
export type RunAlone = (work: () => Promise<void>) => Promise<boolean>;

export type SyncPassOptions = {
  database: LibraryDatabase;
  api: ApiClient;
  runAlone: RunAlone;
  /** Whether lessons may be sent: if not, those that wait are deleted. Null while it is not known: they wait. */
  sharesLearning: () => boolean | null;
  nowMs: () => number;
  /** 0 to 1, for the jitter of the back-off. */
  random: () => number;
  onPhase: (phase: "pushing" | "pulling") => void;
  onPage: (page: AppliedPage) => void;
  /** Hears that flags were judged, before anything is pulled. */
  onFlagsJudged: () => void;
};

async function deliverLessons({ database, api, sharesLearning, nowMs }: SyncPassOptions): Promise<void> {
  const shares = sharesLearning();
  if (shares === true) await pushLessons(database, api, nowMs());
  else if (shares === false) await deleteQueuedLessons(database);
}

/** Pushes, then pulls. A batch the server will not take must not keep the articles from coming. */
async function pushAndPull(options: SyncPassOptions): Promise<void> {
  const { database, api, nowMs } = options;
  let refusal: ApiError | null = null;
  options.onPhase("pushing");
  try {
    if ((await pushFlags(database, api, nowMs())) > 0) options.onFlagsJudged();
  } catch (error) {
    if (!(error instanceof ApiError) || error.kind !== "badRequest") throw error;
    refusal = error;
  }
  options.onPhase("pulling");
  await pullChanges(database, api, nowMs, options.onPage);
  await deliverLessons(options);
  if (refusal) throw refusal;
}

async function recordProblem({ database, nowMs, random }: SyncPassOptions, error: unknown): Promise<SyncProblem> {
  const failures = (await readPosition(database)).failures + 1;
  const problem = problemOf(error, failures, nowMs(), random);
  try {
    await updatePosition(database, { failures, problem: problem.kind, retryAtMs: problem.retryAtMs });
  } catch (writeError) {
    // With the disk full the record cannot be kept either; the caller still hears of the problem.
    if (!isStorageFull(writeError)) throw writeError;
  }
  return problem;
}

/**
 * Pushes and pulls once, or waits for the pass another context has under way. Answers the problem that stopped it (null:
 * all well), which is also kept in the database for whoever opens it next. Rejects only on a bug.
 */
export async function runSyncPass(options: SyncPassOptions): Promise<SyncProblem | null> {
  const { database } = options;
  let problem: SyncProblem | null = null;
  const ran = await options.runAlone(async () => {
    try {
      await pushAndPull(options);
      await updatePosition(database, { failures: 0, problem: null, retryAtMs: null });
    } catch (error) {
      problem = await recordProblem(options, error);
    }
  });
  return ran ? problem : storedProblem(await readPosition(database));
}
