import { eq } from "drizzle-orm";
import { COMMAND_LINE } from "../audit/actor";
import { recordAudit } from "../audit/record-audit";
import { notices } from "../db/content-schema";
import type { Database } from "../db/database";
import { writeChanges } from "../db/server-state";
import { findNotice } from "./find-notice";
import { statusOf } from "./notice-row";
import { readersSoFar } from "./plan-notice";

/** Has a notice expire now; it is kept. False when it is over already, null when there is none with this id. */
export async function endNotice(db: Database, id: string, nowMs: number): Promise<boolean | null> {
  return writeChanges(db, async (tx, next) => {
    const row = await findNotice(tx, null, id);
    if (!row) return null;
    if (statusOf(row, nowMs) === "expired") return false;
    const now = new Date(nowMs);
    const stamps = { updatedAt: now, updatedBy: COMMAND_LINE.name, revision: row.revision + 1 };
    const state = { expiresAt: now, isPublished: false, dueAt: null, readableBefore: readersSoFar(row) };
    await tx
      .update(notices)
      .set({ ...stamps, ...state, changeNumber: next() })
      .where(eq(notices.id, id));
    const subject = { type: "notice", id };
    await recordAudit(tx, COMMAND_LINE, { action: "notice.end", subject, details: { groups: row.groups } }, nowMs);
    return true;
  });
}
