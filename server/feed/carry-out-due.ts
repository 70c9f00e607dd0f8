import { publishDueArticles } from "../articles/publish-due";
import type { Clock } from "../clock";
import type { Database } from "../db/database";
import { createSharedRead } from "../http/shared-read";
import { refreshDueTerms } from "../learning/share-terms";
import { tellDueNotices } from "../notices/due-notices";
import { type FeedState, readFeedState } from "./feed-state";

/** Carries out what the calendar asks for, once for all who ask at the same time. */
export type CarryOutDue = () => Promise<void>;

/** Makes the call that the requests of one process share. */
export function createCarryOutDue(db: Database, clock: Clock): CarryOutDue {
  const ask = createSharedRead(async () => {
    const nowMs = clock();
    await carryOut(db, await readFeedState(db, nowMs), nowMs);
    return new Map<string, never>();
  }, clock);
  return async () => {
    await ask("due");
  };
}

async function carryOut(db: Database, { hasDue, hasNoticesDue, hasTermsDue }: FeedState, nowMs: number): Promise<void> {
  if (hasDue) await publishDueArticles(db, nowMs);
  if (hasNoticesDue) await tellDueNotices(db, nowMs);
  if (hasTermsDue) await refreshDueTerms(db, nowMs);
}
