import { asc } from "drizzle-orm";
import type { SynonymSetChange } from "../../lib/contract/changes";
import { type SynonymSetRow, synonymSets } from "../db/schema";
import { toSynonymSet } from "../synonyms/synonym-set-row";
import { type FeedKind, isToldToAll, latestOf } from "./feed-kind";

/** Synonym sets in the feed. Every agent gets them. */
export const synonymSetChanges: FeedKind = {
  latest: () => latestOf(synonymSets.changeNumber),
  async read(tx, _agent, position, limit) {
    const rows = await tx
      .select()
      .from(synonymSets)
      .where(isToldToAll(synonymSets, position))
      .orderBy(asc(synonymSets.changeNumber))
      .limit(limit);
    return rows.map((row) => ({ changeNumber: row.changeNumber, change: toChange(row) }));
  },
  count: (tx, _agent, position) => tx.$count(synonymSets, isToldToAll(synonymSets, position)),
};

function toChange(row: SynonymSetRow): SynonymSetChange {
  return row.deletedAt === null
    ? { op: "put", type: "synonymSet", synonymSet: toSynonymSet(row) }
    : { op: "delete", type: "synonymSet", id: row.id };
}
