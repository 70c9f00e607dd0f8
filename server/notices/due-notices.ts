import { asc, eq, lte, type SQL, sql } from "drizzle-orm";
import { type NoticeRow, notices } from "../db/content-schema";
import type { Database } from "../db/database";
import { writeChanges } from "../db/server-state";
import { nextMomentOf, statusOf } from "./notice-row";
import { readersSoFar } from "./plan-notice";

/**
 * Field for a select: when the first notice is to be told or taken back that has no change number for it yet; null when
 * none is. Asked as the earliest, which an index tells.
 */
export function firstDueNotice(): SQL<Date | null> {
  return sql<Date | null>`(select min(${notices.dueAt}) from ${notices})`.mapWith(notices.dueAt);
}

/** Tells the notices whose time has come and takes back those whose time is over, each as a change like any other. */
export async function tellDueNotices(db: Database, nowMs: number): Promise<void> {
  await writeChanges(db, async (tx, next) => {
    const due = await tx.select().from(notices).where(isDue(nowMs)).orderBy(asc(notices.dueAt), asc(notices.id));
    for (const row of due) {
      const moved = { ...stateAt(row, nowMs), readableBefore: readersSoFar(row) };
      const isSeen = moved.isPublished !== row.isPublished;
      await tx
        .update(notices)
        .set(isSeen ? { ...moved, changeNumber: next() } : moved)
        .where(eq(notices.id, row.id));
    }
  });
}

function isDue(nowMs: number): SQL {
  return lte(notices.dueAt, new Date(nowMs));
}

function stateAt(row: NoticeRow, nowMs: number): Pick<NoticeRow, "isPublished" | "dueAt"> {
  return { isPublished: statusOf(row, nowMs) === "published", dueAt: nextMomentOf(row, nowMs) };
}
