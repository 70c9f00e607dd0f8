/** Gaps waiting to be sent, and the record of those that were. A gap leaves this table only by the agent's undo. */
import type { GapResult } from "../contract/usage";
import type { LibraryDatabase, StoredGap } from "./library-database";

/** Puts a gap in the queue. */
export async function queueGap({ gaps }: LibraryDatabase, gap: StoredGap): Promise<void> {
  await gaps.add(gap);
}

/** Takes a gap back while it has not left; false when it was too late or the gap is unknown. */
export function removeQueuedGap(database: LibraryDatabase, gapId: string, nowMs: number): Promise<boolean> {
  const { gaps } = database;
  return database.transaction("rw", gaps, async () => {
    const gap = await gaps.get(gapId);
    if (gap?.state !== "queued" || nowMs >= gap.undoUntilMs) return false;
    await gaps.delete(gapId);
    return true;
  });
}

/** Queued gaps whose undo time is over, oldest first, at most `limit`. */
export async function dueGaps({ gaps }: LibraryDatabase, nowMs: number, limit: number): Promise<StoredGap[]> {
  const queued = await gaps.where("state").equals("queued").toArray();
  return queued
    .filter((gap) => gap.undoUntilMs <= nowMs)
    .sort((a, b) => a.reportedAtMs - b.reportedAtMs)
    .slice(0, limit);
}

/** Records the server's answers and answers how many gaps they settled; answers about others are passed over. */
export function recordGapResults(database: LibraryDatabase, results: GapResult[]): Promise<number> {
  const { gaps } = database;
  return database.transaction("rw", gaps, async () => {
    let settled = 0;
    for (const { id, status, detail } of results) {
      const gap = await gaps.get(id);
      if (gap?.state !== "queued") continue;
      const isRefused = status === "refused";
      await gaps.put({ ...gap, state: isRefused ? "refused" : "sent", detail: isRefused ? (detail ?? null) : null });
      settled += 1;
    }
    return settled;
  });
}

/** Every gap this agent reported from this machine, newest first. */
export async function readGaps({ gaps }: LibraryDatabase): Promise<StoredGap[]> {
  return (await gaps.toArray()).sort((a, b) => b.reportedAtMs - a.reportedAtMs);
}

/** How many gaps still wait to be sent. */
export function countQueuedGaps({ gaps }: LibraryDatabase): Promise<number> {
  return gaps.where("state").equals("queued").count();
}
