import type { ApiClient } from "../api/client";
import { type GapResult, MAX_GAPS_PER_BATCH } from "../contract/usage";
import { dueGaps, recordGapResults } from "../db/gaps";
import type { LibraryDatabase, StoredGap } from "../db/library-database";
import { postInHalves } from "./post-in-halves";

/**
 * Sends every due gap, in batches; answers how many the server judged. Sent again, they are the same gaps. Throws an
 * ApiError when a batch fails; its gaps stay queued.
 */
export async function pushGaps(database: LibraryDatabase, api: ApiClient, nowMs: number): Promise<number> {
  let judged = 0;
  for (;;) {
    const batch = await dueGaps(database, nowMs, MAX_GAPS_PER_BATCH);
    if (batch.length === 0) return judged;
    const results = await postInHalves<StoredGap, GapResult>(
      batch,
      (gaps) => api.postGaps(gaps.map(({ gap }) => gap)),
      ({ id }, detail) => ({ id, status: "refused", detail }),
    );
    const recorded = await recordGapResults(database, results);
    judged += recorded;
    if (batch.length < MAX_GAPS_PER_BATCH || recorded === 0) return judged;
  }
}
