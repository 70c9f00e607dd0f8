import { and, eq, isNotNull, lt } from "drizzle-orm";
import { checkGroups } from "../access/check-groups";
import type { Writer } from "../access/writer";
import { recordAudit } from "../audit/record-audit";
import { acknowledgements, notices } from "../db/content-schema";
import type { Database } from "../db/database";
import { writeChanges } from "../db/server-state";
import { checkIfMatch } from "../http/if-match";
import { ProblemError } from "../http/problem";
import { findNotice } from "./find-notice";
import { readersSoFar } from "./plan-notice";
import { latestOf } from "./save-notice";

type Deletion = { db: Database; id: string; writer: Writer; ifMatch: string | undefined; nowMs: number };

/** Replaces a notice by its tombstone; its words are gone at once. Ends the request when that may not be. */
export async function deleteNotice({ db, id, writer, ifMatch, nowMs }: Deletion): Promise<void> {
  await writeChanges(db, async (tx, next) => {
    const row = await findNotice(tx, writer.agent, id);
    if (!row) throw new ProblemError("not_found");
    if (writer.agent) checkGroups(writer.agent, row.groups, row.groups);
    checkIfMatch(ifMatch, row.revision, latestOf(row));
    const emptied = { title: "", whatChanged: "", condition: "", cues: [], tags: [], articleId: null };
    const state = { isPublished: false, dueAt: null, revision: row.revision + 1, readableBefore: readersSoFar(row) };
    await tx
      .update(notices)
      .set({ ...emptied, ...state, deletedAt: new Date(nowMs), changeNumber: next() })
      .where(eq(notices.id, id));
    const subject = { type: "notice", id };
    await recordAudit(tx, writer.actor, { action: "notice.delete", subject, details: { groups: row.groups } }, nowMs);
  });
}

/**
 * Within the transaction that throws away tombstones: throws away those of notices, and who had acknowledged them. Answers
 * their change numbers.
 */
export async function purgeNotices(tx: Database, olderThanMs: number): Promise<{ id: string; changeNumber: number }[]> {
  const { id, changeNumber, deletedAt } = notices;
  const isOld = and(isNotNull(deletedAt), lt(deletedAt, new Date(olderThanMs)));
  const purged = await tx.delete(notices).where(isOld).returning({ id, changeNumber });
  for (const notice of purged) await tx.delete(acknowledgements).where(eq(acknowledgements.noticeId, notice.id));
  return purged;
}
