import { asc } from "drizzle-orm";
import type { SituationChange } from "../../lib/contract/changes";
import { type SituationRow, situations } from "../db/schema";
import { toSituation } from "../situations/situation-row";
import { type FeedKind, isToldToAll } from "./feed-kind";

/** Situations and their cues in the feed. Every agent gets them. */
export const situationChanges: FeedKind = {
  async read(tx, _agent, position, limit) {
    const rows = await tx
      .select()
      .from(situations)
      .where(isToldToAll(situations, position))
      .orderBy(asc(situations.changeNumber))
      .limit(limit);
    return rows.map((row) => ({ changeNumber: row.changeNumber, change: toChange(row) }));
  },
  count: (tx, _agent, position) => tx.$count(situations, isToldToAll(situations, position)),
};

function toChange(row: SituationRow): SituationChange {
  return row.deletedAt === null
    ? { op: "put", type: "situation", situation: toSituation(row) }
    : { op: "delete", type: "situation", id: row.id };
}
