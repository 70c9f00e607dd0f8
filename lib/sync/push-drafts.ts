import { ApiError, refusalOf } from "../api/api-error";
import type { ApiClient } from "../api/client";
import { dueDrafts, type KeptDraft, recordDraftResult } from "../db/drafts";
import type { LibraryDatabase } from "../db/library-database";

/** The server's word on a draft it will not take: it is not as the contract has it, or not for this agent to write. */
function refusalOfDraft(error: unknown): string | null {
  return error instanceof ApiError && error.kind === "forbidden" ? error.word : refusalOf(error);
}

/** Posts one draft; answers the server's word when it is refused, else null. */
async function postDraft(api: ApiClient, { id, content, note }: KeptDraft): Promise<string | null> {
  try {
    await api.postDraft({ id, content, note });
    return null;
  } catch (error) {
    const refusal = refusalOfDraft(error);
    if (refusal === null) throw error;
    return refusal;
  }
}

/**
 * Sends every draft that was handed over, one by one; answers how many the server judged. Sent again under its id, a draft
 * is the same article. Throws an ApiError when one cannot be sent; it stays queued.
 */
export async function pushDrafts(database: LibraryDatabase, api: ApiClient): Promise<number> {
  let judged = 0;
  for (const draft of await dueDrafts(database)) {
    const isRecorded = await recordDraftResult(database, draft, await postDraft(api, draft));
    if (isRecorded) judged += 1;
  }
  return judged;
}
