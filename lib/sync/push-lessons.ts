import type { ApiClient } from "../api/client";
import { type LessonResult, MAX_LESSONS_PER_BATCH } from "../contract/learned-terms";
import { dueLessons, recordLessonResults } from "../db/lessons-outbox";
import type { LibraryDatabase, StoredLesson } from "../db/library-database";
import { postInHalves } from "./post-in-halves";

/** Sends every due lesson, in batches. Throws an ApiError when a batch fails; its lessons stay queued. */
export async function pushLessons(database: LibraryDatabase, api: ApiClient, nowMs: number): Promise<void> {
  for (;;) {
    const batch = await dueLessons(database, nowMs, MAX_LESSONS_PER_BATCH);
    if (batch.length === 0) return;
    const results = await postInHalves<StoredLesson, LessonResult>(
      batch,
      (rows) => api.postLessons(rows.map(({ lesson }) => lesson)),
      ({ id }) => ({ id, status: "refused" }),
    );
    const settled = await recordLessonResults(database, results);
    // What the server left out stays due: the next pass takes it, not an endless loop.
    if (batch.length < MAX_LESSONS_PER_BATCH || settled === 0) return;
  }
}
