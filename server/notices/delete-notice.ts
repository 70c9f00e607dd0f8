import { and, eq, inArray, isNotNull, lt } from "drizzle-orm";
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
 * Within the transaction that throws away tombstones: throws away who had acknowledged the notices deleted before
 * `olderThanMs`. Their own tombstones stay for good, small as they are: a notice that is written anew under an id counts on
 * from its version, so that an acknowledgement some machine still keeps is not taken for one of the new notice.
 */
export async function purgeAcknowledgements(tx: Database, olderThanMs: number): Promise<void> {
  const { id, deletedAt } = notices;
  const isOld = and(isNotNull(deletedAt), lt(deletedAt, new Date(olderThanMs)));
  await tx
    .delete(acknowledgements)
    .where(inArray(acknowledgements.noticeId, tx.select({ id }).from(notices).where(isOld)));
}
