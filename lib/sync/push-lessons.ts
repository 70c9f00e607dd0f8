import { ApiError, type ApiErrorKind } from "../api/api-error";
import type { ApiClient } from "../api/client";
import { type LessonResult, MAX_LESSONS_PER_BATCH } from "../contract/learned-terms";
import { dueLessons, recordLessonResults } from "../db/lessons-outbox";
import type { LibraryDatabase, StoredLesson } from "../db/library-database";

/** What stops more than the lessons. Anything else may be a server older than they are, or trouble with them alone. */
const CONCERNS_ALL: ApiErrorKind[] = ["unauthorized", "clientTooOld", "rateLimited"];

/**
 * Posts a batch. One that is refused as a whole goes again in halves, so that a single lesson the server cannot read does
 * not hold up the others for ever.
 */
async function postBatch(api: ApiClient, batch: StoredLesson[]): Promise<LessonResult[]> {
  try {
    return await api.postLessons(batch.map(({ lesson }) => lesson));
  } catch (error) {
    if (!(error instanceof ApiError) || error.kind !== "badRequest") throw error;
    if (batch.length === 1) return batch.map(({ id }) => ({ id, status: "refused" }));
    const middle = Math.ceil(batch.length / 2);
    return [...(await postBatch(api, batch.slice(0, middle))), ...(await postBatch(api, batch.slice(middle)))];
  }
}

/**
 * Sends every due lesson, in batches. They matter less than anything else of a pass: where the server has no ear for them
 * they wait for the next pass, and nobody is told. Throws an ApiError that concerns the whole connection.
 */
export async function pushLessons(database: LibraryDatabase, api: ApiClient, nowMs: number): Promise<void> {
  try {
    for (;;) {
      const batch = await dueLessons(database, nowMs, MAX_LESSONS_PER_BATCH);
      if (batch.length === 0) return;
      const settled = await recordLessonResults(database, await postBatch(api, batch));
      // What the server left out stays due: the next pass takes it, not an endless loop.
      if (batch.length < MAX_LESSONS_PER_BATCH || settled === 0) return;
    }
  } catch (error) {
    if (!(error instanceof ApiError) || CONCERNS_ALL.includes(error.kind)) throw error;
  }
}
