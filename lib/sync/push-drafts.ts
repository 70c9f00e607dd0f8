import { ApiError, refusalOf } from "../api/api-error";
import type { ApiClient } from "../api/client";
import { type DraftRefusal, dueDrafts, type KeptDraft, recordDraftResult } from "../db/drafts";
import type { LibraryDatabase } from "../db/library-database";
import { concernsAll } from "./concerns-all";

/** The status of an answer: the article of this id is not this draft any more. */
const CONFLICT = 409;

/** The server's word on a draft it will not take: it is not as the contract has it, or not for this agent to write. */
function refusalOfDraft(error: unknown): DraftRefusal | null {
  if (!(error instanceof ApiError)) return null;
  const word = error.kind === "forbidden" ? error.word : refusalOf(error);
  return word === null ? null : { word, isOvertaken: error.status === CONFLICT };
}

/** Posts one draft; answers the server's refusal, else null. */
async function postDraft(api: ApiClient, { id, content, note }: KeptDraft): Promise<DraftRefusal | null> {
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
 * is the same article. One that cannot be sent stays queued and holds up no other; its error is thrown at the end, unless it
 * concerns the whole connection.
 */
export async function pushDrafts(database: LibraryDatabase, api: ApiClient): Promise<number> {
  let judged = 0;
  let trouble: unknown = null;
  for (const draft of await dueDrafts(database)) {
    try {
      const isRecorded = await recordDraftResult(database, draft, await postDraft(api, draft));
      if (isRecorded) judged += 1;
    } catch (error) {
      if (concernsAll(error)) throw error;
      trouble ??= error;
    }
  }
  if (trouble !== null) throw trouble;
  return judged;
}
