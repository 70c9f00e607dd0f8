/**
 * Uses that are not told to the server yet, as counts. Rows of a batch that was sent, or is about to be, do not change any
 * more: what is used meanwhile counts into new rows, so that a batch repeated under its id is the same batch.
 */
import { MAX_USAGE_EVENTS_PER_BATCH, type UsageEvent } from "../contract/usage";
import type { LibraryDatabase, StoredUsage } from "./library-database";

/** The most one row may count, as the contract has it; far above what an agent does with an article in a day. */
const MAX_COUNT = 10_000;

export type UsageBatch = { id: string; events: UsageEvent[] };

function keyOf(event: UsageEvent): string {
  const articleId = "articleId" in event ? event.articleId : "";
  return `${event.day}/${event.type}/${articleId}`;
}

/** Counts one use into the row of its day, kind and article. `event.count` is what it adds. */
export function addUsage(database: LibraryDatabase, event: UsageEvent): Promise<void> {
  const { usage } = database;
  return database.transaction("rw", usage, async () => {
    const id = keyOf(event);
    const count = Math.min(MAX_COUNT, ((await usage.get(id))?.event.count ?? 0) + event.count);
    await usage.put({ id, batchId: null, event: { ...event, count } });
  });
}

/** The rows of a batch, with names of their own: the names without a batch are for what is counted from now on. */
function inBatch(rows: readonly StoredUsage[], batchId: string): StoredUsage[] {
  return rows.map(({ event }) => ({ id: `${batchId}/${keyOf(event)}`, batchId, event }));
}

function toBatch(id: string, rows: readonly StoredUsage[]): UsageBatch {
  return { id, events: rows.map(({ event }) => event) };
}

/**
 * The batch to send next: one that was begun before, else a new one of what is counted, under a new id; null when there is
 * nothing. What happened before `oldestDay` (`YYYY-MM-DD`) is too old to be told, and is removed.
 */
export function nextUsageBatch(
  database: LibraryDatabase,
  oldestDay: string,
  createId: () => string,
): Promise<UsageBatch | null> {
  const { usage } = database;
  return database.transaction("rw", usage, async () => {
    const rows = await usage.toArray();
    const tooOld = rows.filter(({ event }) => event.day < oldestDay);
    await usage.bulkDelete(tooOld.map(({ id }) => id));
    const tellable = rows.filter(({ event }) => event.day >= oldestDay);
    const begunId = tellable.find(({ batchId }) => batchId !== null)?.batchId;
    if (begunId) {
      const begun = tellable.filter(({ batchId }) => batchId === begunId);
      return toBatch(begunId, begun);
    }
    const taken = tellable.slice(0, MAX_USAGE_EVENTS_PER_BATCH);
    if (taken.length === 0) return null;
    return toBatch(...(await assign(database, taken, createId())));
  });
}

async function assign(
  { usage }: LibraryDatabase,
  rows: readonly StoredUsage[],
  batchId: string,
): Promise<[string, StoredUsage[]]> {
  const renamed = inBatch(rows, batchId);
  await usage.bulkDelete(rows.map(({ id }) => id));
  await usage.bulkAdd(renamed);
  return [batchId, renamed];
}

/** Removes a batch: the server has counted it, or never will. */
export async function removeUsageBatch({ usage }: LibraryDatabase, batchId: string): Promise<void> {
  await usage.where("batchId").equals(batchId).delete();
}

/** Removes what has not been told yet. */
export async function deleteUsage({ usage }: LibraryDatabase): Promise<void> {
  await usage.clear();
}

/** Makes two batches of one that was refused as a whole, under new ids; answers false when it holds a single event. */
export function splitUsageBatch(database: LibraryDatabase, batchId: string, createId: () => string): Promise<boolean> {
  const { usage } = database;
  return database.transaction("rw", usage, async () => {
    const rows = await usage.where("batchId").equals(batchId).toArray();
    if (rows.length < 2) return false;
    const middle = Math.ceil(rows.length / 2);
    await assign(database, rows.slice(0, middle), createId());
    await assign(database, rows.slice(middle), createId());
    return true;
  });
}
