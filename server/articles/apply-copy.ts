import { eq } from "drizzle-orm";
import type { Actor } from "../audit/actor";
import { recordAudit } from "../audit/record-audit";
import { verifyDaysOf } from "../categories/nearest-setting";
import { readCategorySettings } from "../categories/read-settings";
import { type ArticleEditRow, articleEdits, articleVersions } from "../db/content-schema";
import type { Database } from "../db/database";
import { type ArticleRow, articles } from "../db/schema";
import type { NextChangeNumber } from "../db/server-state";
import { countOpenFlags } from "../flags/count-open-flags";
import { toSections } from "../import/sections";
import { contentOf } from "./article-content";
import { overwriteAll } from "./overwrite-all";
import { hasOtherReaders, type PlannedRow, readersSoFar } from "./plan-save";
import { tellDependentsAgain } from "./tell-dependents";

type Applying = {
  edit: ArticleEditRow;
  /** Who published it; the second person where that is not the author. */
  approver: { id: string; name: string };
  actor: Actor;
  /** Since when it is the next version: now, or the moment it was scheduled for. */
  atMs: number;
  nowMs: number;
};

/**
 * Within a transaction of `writeChanges`: makes a working copy the article's next version. It is served from now on, unless
 * it has expired meanwhile.
 */
export async function applyCopy(tx: Database, next: NextChangeNumber, applying: Applying): Promise<void> {
  const { edit, approver, actor, atMs, nowMs } = applying;
  // A tombstone too: its version counts on.
  const [before] = await tx.select().from(articles).where(eq(articles.id, edit.id));
  const { category, verifyEveryDays } = edit.content;
  const settings = await readCategorySettings(tx);
  const days = verifyDaysOf(settings, { ownVerifyEveryDays: verifyEveryDays, category });
  const row = { ...nextRow(edit, before, { atMs, nowMs, verifyEveryDays: days }), changeNumber: next() };
  await tx.insert(articles).values(row).onConflictDoUpdate({ target: articles.id, set: overwriteAll });
  const { id: articleId, authorId, authorName, origin, note } = edit;
  const approvedByName = approver.id === authorId ? null : approver.name;
  const kept = { content: contentOf(row), approvedByName, createdAt: new Date(atMs) };
  await tx
    .insert(articleVersions)
    .values({ articleId, version: row.version, authorId, authorName, origin, note, ...kept })
    .onConflictDoNothing();
  await tx.delete(articleEdits).where(eq(articleEdits.id, articleId));
  if (!before) await countOpenFlags(tx, [articleId], next);
  if (hasOtherReaders(row, before)) await tellDependentsAgain(tx, [articleId], next);
  const details = { version: row.version, audience: row.audience, author: authorName };
  await recordAudit(
    tx,
    actor,
    { action: "article.publish", subject: { type: "article", id: articleId }, details },
    nowMs,
  );
}

function nextRow(
  { id, content, authorName }: ArticleEditRow,
  before: ArticleRow | undefined,
  { atMs, nowMs, verifyEveryDays }: { atMs: number; nowMs: number; verifyEveryDays: number },
): PlannedRow {
  const kept = before?.deletedAt === null ? before : undefined;
  const expiresAt = content.expiresAt ? new Date(content.expiresAt) : null;
  const hasExpired = expiresAt !== null && expiresAt.getTime() <= nowMs;
  return {
    ...content,
    id,
    sections: toSections(content.bodyHtml),
    version: (before?.version ?? 0) + 1,
    publishedAt: content.publishedAt ? new Date(content.publishedAt) : firstPublishedAt(kept, atMs),
    updatedAt: new Date(atMs),
    updatedBy: authorName,
    verifiedAt: kept?.verifiedAt ?? null,
    verifiedBy: kept?.verifiedBy ?? null,
    verifyEveryDays,
    ownVerifyEveryDays: content.verifyEveryDays,
    expiresAt,
    archivedAt: hasExpired ? expiresAt : null,
    isPublished: !hasExpired,
    revision: (before?.revision ?? 0) + 1,
    source: before?.source ?? null,
    openFlags: before?.openFlags ?? 0,
    readableBefore: before ? readersSoFar(before) : [],
    deletedAt: null,
  };
}

function firstPublishedAt(kept: ArticleRow | undefined, atMs: number): Date {
  return kept && kept.publishedAt.getTime() <= atMs ? kept.publishedAt : new Date(atMs);
}
