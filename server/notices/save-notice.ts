import type { NoticeDraft } from "../../lib/contract/notice";
import { checkGroups } from "../access/check-groups";
import { findExistingIds, findKnownIds } from "../access/known-articles";
import type { Writer } from "../access/writer";
import { recordAudit } from "../audit/record-audit";
import { type NoticeRow, notices } from "../db/content-schema";
import type { Database } from "../db/database";
import { writeChanges } from "../db/server-state";
import { checkIfMatch } from "../http/if-match";
import { ProblemError } from "../http/problem";
import { findNotice, findNoticeRow } from "./find-notice";
import { planNotice } from "./plan-notice";
import { tidyNotice } from "./tidy-notice";

type NoticeToSave = {
  db: Database;
  id: string;
  draft: NoticeDraft;
  writer: Writer;
  /** The request's header; the notice it is about has to be there when it is given. */
  ifMatch: string | undefined;
  nowMs: number;
};

export type SavedNotice = { row: NoticeRow; outcome: "created" | "changed" | "unchanged" };

/**
 * Writes a notice, a new one when the id is free. Agents are told of it from its publication on. Ends the request when it
 * cannot be written as it is, by this writer, or over what stands. A draft that says what stands already changes nothing.
 */
export async function saveNotice({ db, id, draft, writer, ifMatch, nowMs }: NoticeToSave): Promise<SavedNotice> {
  const tidied = tidyNotice(draft);
  if ("problems" in tidied) throw new ProblemError("invalid_request", tidied.problems.join("; "));
  return writeChanges(db, async (tx, next) => {
    const existing = await findNoticeRow(tx, id);
    const isThere = existing?.deletedAt === null;
    if (isThere ? !(await findNotice(tx, writer.agent, id)) : ifMatch !== undefined)
      throw new ProblemError("not_found");
    if (writer.agent) checkGroups(writer.agent, tidied.notice.groups, isThere ? existing.groups : []);
    const notice = await withArticle(tx, tidied.notice, isThere ? existing : undefined, writer);
    const planned = planNotice(id, notice, existing, writer.actor.name, nowMs);
    if (!planned) {
      if (!existing) throw new Error("A notice that is not there cannot be unchanged.");
      return { row: existing, outcome: "unchanged" };
    }
    if (isThere) checkIfMatch(ifMatch, existing.revision, latestOf(existing));
    if (planned.expiresAt && planned.expiresAt <= planned.publishedAt) {
      throw new ProblemError("invalid_request", "expiresAt: it has to come after the publication");
    }
    const row: NoticeRow = { ...planned, changeNumber: next() };
    await tx.insert(notices).values(row).onConflictDoUpdate({ target: notices.id, set: row });
    const { version, severity, groups } = row;
    const details = { version, severity, groups };
    const action = isThere ? "notice.change" : "notice.create";
    await recordAudit(tx, writer.actor, { action, subject: { type: "notice", id }, details }, nowMs);
    return { row, outcome: isThere ? "changed" : "created" };
  });
}

/** Who changed the notice last, for those who come too late. */
export function latestOf({ version, updatedBy, updatedAt }: NoticeRow) {
  return { version, author: updatedBy, at: updatedAt.toISOString() };
}

/** A reference that the writer cannot see stays as it is: what one does not see, one does not change. */
async function withArticle(
  tx: Database,
  notice: NoticeDraft,
  existing: NoticeRow | undefined,
  { agent }: Writer,
): Promise<NoticeDraft> {
  const before = existing?.articleId ?? null;
  const named = notice.articleId ?? before;
  if (named === null) return notice;
  const known = await findKnownIds(tx, agent, [named]);
  if (notice.articleId === null) {
    const isHidden = !known.has(named) && (await findExistingIds(tx, [named])).has(named);
    return isHidden ? { ...notice, articleId: named } : notice;
  }
  if (!known.has(named)) throw new ProblemError("invalid_request", "articleId: there is no such article");
  return notice;
}
