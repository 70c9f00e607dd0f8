import type { ApiClient } from "../api/client";
import { type FlagResult, MAX_FLAGS_PER_BATCH } from "../contract/flags";
import type { LibraryDatabase, OutboxFlag } from "../db/library-database";
import { dueFlags, recordResults } from "../db/outbox";
import { postInHalves } from "./post-in-halves";

function submission({ id, articleId, articleVersion, reason, comment, passage, flaggedAtMs }: OutboxFlag) {
  return { id, articleId, articleVersion, reason, comment, passage, flaggedAt: new Date(flaggedAtMs).toISOString() };
}

/**
 * Sends every due flag, in batches; answers how many the server judged. A crash after sending repeats the batch, which
 * the server takes as the same flags. Throws an ApiError when a batch fails; its flags stay queued.
 */
export async function pushFlags(database: LibraryDatabase, api: ApiClient, nowMs: number): Promise<number> {
  let judged = 0;
  for (;;) {
    const batch = await dueFlags(database, nowMs, MAX_FLAGS_PER_BATCH);
    if (batch.length === 0) return judged;
    const results = await postInHalves<OutboxFlag, FlagResult>(
      batch,
      (flags) => api.postFlags(flags.map(submission)),
      ({ id }, detail) => ({ id, status: "refused", detail }),
    );
    const recorded = await recordResults(database, batch, results);
    judged += recorded;
    // A flag changed meanwhile, or left out by the server, stays due: the next pass takes it, not an endless loop.
    if (batch.length < MAX_FLAGS_PER_BATCH || recorded === 0) return judged;
  }
}
