/** Flags waiting to be sent, and the record of those that were. A flag leaves this table only by the agent's undo. */
import type { FlagReason, FlagResult } from "../contract/flags";
import type { LibraryDatabase, OutboxFlag } from "./library-database";

/** Puts a flag in the queue, unless one on the same article still waits: that one is answered then. */
export function queueFlag(database: LibraryDatabase, flag: OutboxFlag): Promise<OutboxFlag> {
  return database.transaction("rw", database.outbox, async () => {
    const known = await database.outbox.where("articleId").equals(flag.articleId).toArray();
    const waiting = known.find((other) => other.state === "queued");
    if (waiting) return waiting;
    await database.outbox.add(flag);
    return flag;
  });
}

/** Takes a flag back while nothing of it has left; false when it was too late or the flag is unknown. */
export function removeQueuedFlag(database: LibraryDatabase, flagId: string, nowMs: number): Promise<boolean> {
  return database.transaction("rw", database.outbox, async () => {
    const flag = await database.outbox.get(flagId);
    if (flag?.state !== "queued" || nowMs >= flag.undoUntilMs) return false;
    await database.outbox.delete(flagId);
    return true;
  });
}

/** Adds a reason or a word and queues the flag (again). Throws when the flag is unknown. */
export function explainQueuedFlag(
  database: LibraryDatabase,
  flagId: string,
  explanation: { reason: FlagReason | null; comment: string | null; passage?: string | null },
): Promise<OutboxFlag> {
  return database.transaction("rw", database.outbox, async () => {
    const flag = await database.outbox.get(flagId);
    if (!flag) throw new Error(`no flag ${flagId} in the outbox`);
    const explained: OutboxFlag = {
      ...flag,
      ...explanation,
      state: "queued",
      detail: null,
      revision: flag.revision + 1,
    };
    await database.outbox.put(explained);
    return explained;
  });
}

/** Queued flags whose undo time is over, oldest first, at most `limit`. */
export async function dueFlags(database: LibraryDatabase, nowMs: number, limit: number): Promise<OutboxFlag[]> {
  const queued = await database.outbox.where("state").equals("queued").toArray();
  return queued
    .filter((flag) => flag.undoUntilMs <= nowMs)
    .sort((a, b) => a.flaggedAtMs - b.flaggedAtMs)
    .slice(0, limit);
}

/**
 * Records the server's answers to a batch as it was sent, and answers how many flags they settled. Flags that the agent
 * changed meanwhile stay queued; answers about flags that were not sent are passed over.
 */
export function recordResults(database: LibraryDatabase, sent: OutboxFlag[], results: FlagResult[]): Promise<number> {
  return database.transaction("rw", database.outbox, async () => {
    let settled = 0;
    for (const { id, status, detail, lookBy } of results) {
      const flag = await database.outbox.get(id);
      const asSent = sent.find((other) => other.id === id);
      if (!flag || !asSent || flag.revision !== asSent.revision) continue;
      const state = status === "refused" ? "refused" : "sent";
      const word = state === "refused" ? (detail ?? null) : null;
      await database.outbox.put({ ...flag, state, detail: word, lookBy: lookBy ?? flag.lookBy });
      settled += 1;
    }
    return settled;
  });
}

/** Every flag this agent gave in this library, newest first. */
export async function readFlags(database: LibraryDatabase): Promise<OutboxFlag[]> {
  return (await database.outbox.toArray()).sort((a, b) => b.flaggedAtMs - a.flaggedAtMs);
}

/** How many flags still wait to be sent. */
export function countQueuedFlags(database: LibraryDatabase): Promise<number> {
  return database.outbox.where("state").equals("queued").count();
}
