import type { ApiClient } from "../api/client";
import { type Acknowledgement, type AcknowledgementResult, MAX_ACKNOWLEDGEMENTS_PER_BATCH } from "../contract/notice";
import { dueAcknowledgements, recordAcknowledgementResults } from "../db/acknowledgements";
import type { LibraryDatabase } from "../db/library-database";
import { postInHalves } from "./post-in-halves";

/**
 * Sends every acknowledgement, in batches; answers how many the server judged. Sent again, they are the same ones. Throws
 * an ApiError when a batch fails; what is in it stays queued.
 */
export async function pushAcknowledgements(database: LibraryDatabase, api: ApiClient): Promise<number> {
  let judged = 0;
  for (;;) {
    const batch = await dueAcknowledgements(database, MAX_ACKNOWLEDGEMENTS_PER_BATCH);
    if (batch.length === 0) return judged;
    const results = await postInHalves<Acknowledgement, AcknowledgementResult>(
      batch,
      (acknowledgements) => api.postAcknowledgements([...acknowledgements]),
      ({ noticeId, version }, detail) => ({ noticeId, version, status: "refused", detail }),
    );
    const recorded = await recordAcknowledgementResults(database, results);
    judged += recorded;
    if (batch.length < MAX_ACKNOWLEDGEMENTS_PER_BATCH || recorded === 0) return judged;
  }
}
