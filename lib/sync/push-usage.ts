import { refusalOf } from "../api/api-error";
import type { ApiClient } from "../api/client";
import { MAX_USAGE_AGE_DAYS } from "../contract/usage";
import type { LibraryDatabase } from "../db/library-database";
import { nextUsageBatch, removeUsageBatch, splitUsageBatch } from "../db/usage";

/** More batches in one pass are a mistake of ours, not a day's work. */
const MAX_BATCHES = 200;

function dayOf(ms: number): string {
  return new Date(ms).toISOString().slice(0, 10);
}

/**
 * Sends all that was counted, in batches. A batch gets its id before it is sent and goes under that id until the server
 * has it, so it counts once. Throws an ApiError when a batch fails; it stays.
 */
export async function pushUsage(
  database: LibraryDatabase,
  api: ApiClient,
  nowMs: number,
  createId: () => string,
): Promise<void> {
  const oldestDay = dayOf(nowMs - MAX_USAGE_AGE_DAYS * 86_400_000);
  for (let batches = 0; batches < MAX_BATCHES; batches += 1) {
    const batch = await nextUsageBatch(database, oldestDay, createId);
    if (batch === null) return;
    try {
      await api.postUsage(batch);
    } catch (error) {
      if (refusalOf(error) === null) throw error;
      if (await splitUsageBatch(database, batch.id, createId)) continue;
    }
    await removeUsageBatch(database, batch.id);
  }
}
