import { and, asc, gt, isNull, or, type SQL, sql } from "drizzle-orm";
import type { SituationChange } from "../../lib/contract/changes";
import { isForGroupsOf, wasForGroupsOf } from "../access/by-groups";
import { findReadableIds } from "../access/known-articles";
import type { Agent } from "../agents/agent";
import { situations } from "../db/schema";
import { toSituation } from "../situations/situation-row";
import type { Position } from "./cursor";
import { type FeedKind, latestOf } from "./feed-kind";

/** Situations in the feed, for those they are addressed to, with the articles only that the agent may read. */
export const situationChanges: FeedKind = {
  latest: () => latestOf(situations.changeNumber),
  async read(tx, agent, position, limit) {
    const rows = await tx
      .select({ row: situations, isTold: sql<boolean>`${isTold(agent)}` })
      .from(situations)
      .where(isChangeFor(agent, position))
      .orderBy(asc(situations.changeNumber))
      .limit(limit);
    const named = rows.flatMap(({ row, isTold }) => (isTold ? row.articles.map(({ articleId }) => articleId) : []));
    const readable = await findReadableIds(tx, agent, named);
    return rows.map(({ row, isTold }) => {
      const change: SituationChange = isTold
        ? { op: "put", type: "situation", situation: toSituation(row, readable) }
        : { op: "delete", type: "situation", id: row.id };
      return { changeNumber: row.changeNumber, change };
    });
  },
  count: (tx, agent, position) => tx.$count(situations, isChangeFor(agent, position)),
};

/** Condition: the situation is there and for the agent. */
function isTold(agent: Agent): SQL {
  return and(isNull(situations.deletedAt), isForGroupsOf(agent, situations.groups, false)) ?? sql`false`;
}

/** Condition: the agent is told of the row; as a delete only if it may hold a copy, as with articles. */
function isChangeFor(agent: Agent, { at, from }: Position): SQL | undefined {
  const isLost = and(gt(situations.changeNumber, from), wasForGroupsOf(agent, situations.readableBefore, false));
  return and(gt(situations.changeNumber, at), or(isTold(agent), isLost));
}
