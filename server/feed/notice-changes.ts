import { and, asc, gt, or, type SQL, sql } from "drizzle-orm";
import type { NoticeChange } from "../../lib/contract/changes";
import { wasForGroupsOf } from "../access/by-groups";
import { findReadableIds } from "../access/known-articles";
import type { Agent } from "../agents/agent";
import { notices } from "../db/content-schema";
import { isToldTo } from "../notices/find-notice";
import { toNotice } from "../notices/notice-row";
import type { Position } from "./cursor";
import { type FeedKind, latestOf } from "./feed-kind";

/** Notices in the feed, from publication to expiry, for those they are addressed to; as a delete for those who lose one. */
export const noticeChanges: FeedKind = {
  latest: () => latestOf(notices.changeNumber),
  async read(tx, agent, position, limit) {
    const rows = await tx
      .select({ row: notices, isTold: sql<boolean>`${isToldTo(agent)}` })
      .from(notices)
      .where(isChangeFor(agent, position))
      .orderBy(asc(notices.changeNumber))
      .limit(limit);
    const named = rows.flatMap(({ row, isTold }) => (isTold && row.articleId !== null ? [row.articleId] : []));
    const readable = await findReadableIds(tx, agent, named);
    return rows.map(({ row, isTold }) => {
      const change: NoticeChange = isTold
        ? { op: "put", type: "notice", notice: toNotice(row, row.articleId !== null && readable.has(row.articleId)) }
        : { op: "delete", type: "notice", id: row.id };
      const bytes = 1_000 + 2 * (row.whatChanged.length + row.condition.length + row.cues.join().length);
      return { changeNumber: row.changeNumber, change, bytes };
    });
  },
  count: (tx, agent, position) => tx.$count(notices, isChangeFor(agent, position)),
};

/** Condition: the agent is told of the row; as a delete only if it may hold a copy, as with articles. */
function isChangeFor(agent: Agent, { at, from }: Position): SQL | undefined {
  const isLost = and(gt(notices.changeNumber, from), wasForGroupsOf(agent, notices.readableBefore, true));
  return and(gt(notices.changeNumber, at), or(isToldTo(agent), isLost));
}
