import type { Agent } from "../agents/agent";
import { firstDuePublication } from "../articles/publish-due";
import type { Database } from "../db/database";
import { serverState } from "../db/schema";
import { dayOf } from "../learning/days";
import { firstRefreshDay } from "../learning/share-terms";
import { firstDueNotice } from "../notices/due-notices";
import { accessFingerprint, decodeCursor, type Position } from "./cursor";

/**
 * `hasDue`: an article is to be published now. `hasNoticesDue`: a notice is to be told or taken back now. `hasTermsDue`:
 * shared terms are to be made anew today.
 */
export type FeedState = {
  epoch: string;
  changeCounter: number;
  tombstoneFloor: number;
  hasDue: boolean;
  hasNoticesDue: boolean;
  hasTermsDue: boolean;
};

/**
 * Fields for a select from the state row: what the row says, and when the calendar asks for something next. They take no
 * parameters, so a query with them can be prepared once.
 */
export function feedStateFields() {
  const { epoch, changeCounter, tombstoneFloor } = serverState;
  const firsts = { publication: firstDuePublication(), notice: firstDueNotice(), refreshDay: firstRefreshDay() };
  return { epoch, changeCounter, tombstoneFloor, ...firsts };
}

type FeedStateRow = Pick<FeedState, "epoch" | "changeCounter" | "tombstoneFloor"> & {
  publication: Date | null;
  notice: Date | null;
  refreshDay: string | null;
};

/** The state at a moment. */
export function feedStateAt(row: FeedStateRow, nowMs: number): FeedState {
  const { epoch, changeCounter, tombstoneFloor, publication, notice, refreshDay } = row;
  return {
    ...{ epoch, changeCounter, tombstoneFloor },
    hasDue: publication !== null && publication.getTime() <= nowMs,
    hasNoticesDue: notice !== null && notice.getTime() <= nowMs,
    hasTermsDue: refreshDay !== null && refreshDay <= dayOf(nowMs),
  };
}

/** Reads the one state row, and what the calendar asks for. */
export async function readFeedState(db: Database, nowMs: number): Promise<FeedState> {
  const [row] = await db.select(feedStateFields()).from(serverState);
  if (!row) throw new Error(NO_STATE);
  return feedStateAt(row, nowMs);
}

export const NO_STATE = "The table server_state is empty; this database was not opened by openDatabase.";

/** Whether the calendar asks for something before anybody is told what is new. */
export function isSomethingDue({ hasDue, hasNoticesDue, hasTermsDue }: FeedState): boolean {
  return hasDue || hasNoticesDue || hasTermsDue;
}

/** Whether the client with this cursor has all there is. */
export function isUpToDate(state: FeedState, agent: Agent, cursor: string): boolean {
  const { position, reset } = resumeAt(state, agent, cursor);
  return !reset && !isSomethingDue(state) && position.at === state.changeCounter;
}

/**
 * Where to go on reading. A full read starts over (`reset`) when the client has no cursor or one of another database,
 * another agent or another access, and when tombstones it would need are gone (S3).
 */
export function resumeAt(
  state: FeedState,
  agent: Agent,
  cursor: string | null,
): { position: Position; reset: boolean } {
  const access = accessFingerprint(agent);
  const known = cursor === null ? null : decodeCursor(cursor);
  const isUsable =
    known !== null &&
    known.epoch === state.epoch &&
    known.agentId === agent.id &&
    known.access === access &&
    // A cursor from the future: the database was restored from a backup.
    Math.max(known.at, known.from) <= state.changeCounter &&
    // A full read under way needs only the tombstones made since it began.
    Math.max(known.at, known.from) >= state.tombstoneFloor;
  if (isUsable) return { position: known, reset: false };
  return {
    position: { epoch: state.epoch, agentId: agent.id, access, from: state.changeCounter, at: 0 },
    reset: true,
  };
}
