import { asc } from "drizzle-orm";
import type { PageReaderChange } from "../../lib/contract/changes";
import { type PageReaderRow, pageReaders } from "../db/schema";
import { toPageReader } from "../page-readers/page-reader-row";
import { type FeedKind, isToldToAll, latestOf } from "./feed-kind";

/** Page readers in the feed. Every agent gets them: they hold selectors, no knowledge. */
export const pageReaderChanges: FeedKind = {
  latest: () => latestOf(pageReaders.changeNumber),
  async read(tx, _agent, position, limit) {
    const rows = await tx
      .select()
      .from(pageReaders)
      .where(isToldToAll(pageReaders, position))
      .orderBy(asc(pageReaders.changeNumber))
      .limit(limit);
    return rows.map((row) => ({ changeNumber: row.changeNumber, change: toChange(row) }));
  },
  count: (tx, _agent, position) => tx.$count(pageReaders, isToldToAll(pageReaders, position)),
};

function toChange(row: PageReaderRow): PageReaderChange {
  return row.deletedAt === null
    ? { op: "put", type: "pageReader", pageReader: toPageReader(row) }
    : { op: "delete", type: "pageReader", helpdesk: row.helpdesk };
}
