import { publishDueArticles } from "../articles/publish-due";
import type { Clock } from "../clock";
import type { Database } from "../db/database";
import { createSharedRead } from "../http/shared-read";
import { refreshDueTerms } from "../learning/share-terms";
import { tellDueNotices } from "../notices/due-notices";
import { type FeedState, readFeedState } from "./feed-state";

const STATE = "state";

/** What polls share, so that a thousand at once cost a few reads: never an answer older than the request. */
export type FeedReads = {
  readState(): Promise<FeedState>;
  /** Carries out what the calendar asks for, once for all who ask at the same time. */
  carryOutDue(): Promise<void>;
};

/** Makes the reads that the requests of one process share. */
export function createFeedReads(db: Database, clock: Clock): FeedReads {
  const askState = createSharedRead(async () => new Map([[STATE, await readFeedState(db, clock())]]), clock);
  const askDue = createSharedRead(async () => {
    const nowMs = clock();
    await carryOut(db, await readFeedState(db, nowMs), nowMs);
    return new Map<string, never>();
  }, clock);
  return {
    readState: async () => {
      const state = await askState(STATE);
      if (!state) throw new Error("A shared read answered without the state it was asked for.");
      return state;
    },
    carryOutDue: async () => {
      await askDue(STATE);
    },
  };
}

async function carryOut(db: Database, { hasDue, hasNoticesDue, hasTermsDue }: FeedState, nowMs: number): Promise<void> {
  if (hasDue) await publishDueArticles(db, nowMs);
  if (hasNoticesDue) await tellDueNotices(db, nowMs);
  if (hasTermsDue) await refreshDueTerms(db, nowMs);
}
