/** Page readers in the feed. Every agent gets them: they hold selectors, no knowledge. */
import { and, asc, count, gt, isNull, or, type SQL } from "drizzle-orm";
import type { PageReaderChange } from "../../lib/contract/changes";
import type { Database } from "../db/database";
import { type PageReaderRow, pageReaders } from "../db/schema";
import { toPageReader } from "../page-readers/page-reader-row";
import type { Position } from "./cursor";
import type { NumberedChange } from "./numbered-change";

/** The first changes of page readers after a position, in their order. */
export async function readPageReaderChanges(
  tx: Database,
  position: Position,
  limit: number,
): Promise<NumberedChange[]> {
  const rows = await tx
    .select()
    .from(pageReaders)
    .where(isChange(position))
    .orderBy(asc(pageReaders.changeNumber))
    .limit(limit);
  return rows.map((row) => ({ changeNumber: row.changeNumber, change: toChange(row) }));
}

/** How many changes of page readers come after a position. */
export async function countPageReaderChanges(tx: Database, position: Position): Promise<number> {
  const [counted] = await tx.select({ changes: count() }).from(pageReaders).where(isChange(position));
  return counted?.changes ?? 0;
}

/** Condition: the row is told. A full read leaves out what was removed before it began. */
function isChange({ at, from }: Position): SQL | undefined {
  return and(gt(pageReaders.changeNumber, at), or(isNull(pageReaders.deletedAt), gt(pageReaders.changeNumber, from)));
}

function toChange(row: PageReaderRow): PageReaderChange {
  return row.deletedAt === null
    ? { op: "put", type: "pageReader", pageReader: toPageReader(row) }
    : { op: "delete", type: "pageReader", helpdesk: row.helpdesk };
}
