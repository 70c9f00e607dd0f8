/**
 * One pass of sync: what the agent said first (it outranks news), then the changes, at last usage and lessons. The same
 * code runs in the panel's worker and in the background, so a browser-wide lock lets one pass at a time through.
 */
import type { AppliedPage } from "../db/apply-page";
import { countQueued } from "../db/count-queued";
import { isStorageFull } from "../db/library-database";
import { readPosition, updatePosition } from "../db/position";
import { isAnythingQueued } from "../db/queued";
import { type DeliveryOptions, deliverFigures, deliverWords } from "./deliver-outbox";
import { pullChanges } from "./pull-changes";
import { problemOf, type SyncProblem, storedProblem } from "./sync-problem";

/** Runs work alone, browser-wide; with another holder at work it waits for that one and then answers false, unrun. */
export type RunAlone = (work: () => Promise<void>) => Promise<boolean>;

export type SyncPassOptions = DeliveryOptions & {
  runAlone: RunAlone;
  /** 0 to 1, for the jitter of the back-off. */
  random: () => number;
  onPhase: (phase: "pushing" | "pulling") => void;
  onPage: (page: AppliedPage) => void;
};

async function pushAndPull(options: SyncPassOptions): Promise<void> {
  const { database, api, nowMs } = options;
  options.onPhase("pushing");
  const met = await deliverWords(options);
  options.onPhase("pulling");
  await pullChanges(database, api, nowMs, options.onPage);
  // Only now is it known to be trouble with these kinds alone: when all fails, the pass backs off as a whole.
  for (const [kind, error] of met) options.troubles.met(kind, error, nowMs());
  await deliverFigures(options);
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
 * Pushes and pulls once, or waits for the pass another context has under way and runs one only if that left something
 * unsent. Answers the problem that stopped it, null for none; it is also kept in the database for whoever opens it next. A
 * kind in trouble stops nothing: `troubles` tell of it. Rejects only on a bug.
 */
export async function runSyncPass(options: SyncPassOptions): Promise<SyncProblem | null> {
  const { database } = options;
  let problem: SyncProblem | null = null;
  async function work(): Promise<void> {
    try {
      await pushAndPull(options);
      await updatePosition(database, { failures: 0, problem: null, retryAtMs: null });
    } catch (error) {
      problem = await recordProblem(options, error);
    }
  }
  if (await options.runAlone(work)) return problem;
  const others = storedProblem(await readPosition(database));
  if (others || !isAnythingQueued(await countQueued(database))) return others;
  // The other had sent what it found before this was due. Whoever is at work now began later.
  return (await options.runAlone(work)) ? problem : storedProblem(await readPosition(database));
}
