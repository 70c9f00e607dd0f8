import { and, eq, inArray, isNotNull, isNull } from "drizzle-orm";
import type { Audience } from "../../lib/contract/article";
import { callBackScheduled } from "../articles/call-back-scheduled";
import { readersSoFar } from "../articles/plan-save";
import { tellDependentsAgain } from "../articles/tell-dependents";
import { COMMAND_LINE } from "../audit/actor";
import { recordAudit } from "../audit/record-audit";
import type { Database } from "../db/database";
import { importedArticles } from "../db/import-schema";
import { articles } from "../db/schema";
import type { NextChangeNumber } from "../db/server-state";

/** What is known of an article that came with a source. `audience` is what the source said last. */
export type KnownArticle = { articleId: string; runId: string; audience: Audience; language: string };

/** Ids of the source's articles that are in use here although they have vanished. */
export async function findVanished(
  db: Database,
  source: string,
  hasVanished: (known: KnownArticle) => boolean,
): Promise<string[]> {
  const { articleId, runId, audience } = importedArticles;
  const isInUse = and(isNull(articles.deletedAt), isNull(articles.archivedAt), eq(articles.source, source));
  const rows = await db
    .select({ articleId, runId, audience, language: articles.language })
    .from(importedArticles)
    .innerJoin(articles, eq(articles.id, articleId))
    .where(and(eq(importedArticles.source, source), isInUse))
    .orderBy(articleId);
  return rows.filter(hasVanished).map((row) => row.articleId);
}

type Archiving = { tx: Database; next: NextChangeNumber; source: string; runId: string; nowMs: number };

/** Takes the articles (some hundred at most) out of use; a later import that has them publishes them again. */
export async function archiveVanished(archiving: Archiving, ids: readonly string[]): Promise<void> {
  const { tx, next, source, runId, nowMs } = archiving;
  const archivedAt = new Date(nowMs);
  const isInUse = and(inArray(articles.id, [...ids]), isNull(articles.deletedAt), isNull(articles.archivedAt));
  const rows = await tx.select().from(articles).where(isInUse).orderBy(articles.id);
  for (const row of rows) {
    const readableBefore = readersSoFar(row);
    await tx
      .update(articles)
      .set({ archivedAt, isPublished: false, readableBefore, revision: row.revision + 1, changeNumber: next() })
      .where(eq(articles.id, row.id));
  }
  const archived = rows.map(({ id }) => id);
  await callBackScheduled(tx, archived);
  const isOfSource = eq(importedArticles.source, source);
  await tx
    .update(importedArticles)
    .set({ archivedAt })
    .where(and(isOfSource, inArray(importedArticles.articleId, archived)));
  await tellDependentsAgain(tx, archived, next);
  const entry = { action: "import.archive", subject: { type: "import", id: runId }, details: { source, archived } };
  await recordAudit(tx, COMMAND_LINE, entry, nowMs);
}

/** Puts archived articles back into use, with the dates they have, and answers which of them were archived still. */
export async function publishAgain(
  tx: Database,
  next: NextChangeNumber,
  ids: readonly string[],
  nowMs: number,
): Promise<string[]> {
  if (ids.length === 0) return [];
  const isArchived = and(inArray(articles.id, [...ids]), isNull(articles.deletedAt), isNotNull(articles.archivedAt));
  const rows = await tx.select().from(articles).where(isArchived).orderBy(articles.id);
  for (const row of rows) {
    const hasExpired = row.expiresAt !== null && row.expiresAt.getTime() <= nowMs;
    const isPublished = row.publishedAt.getTime() <= nowMs && !hasExpired;
    const archivedAt = hasExpired ? row.expiresAt : null;
    await tx
      .update(articles)
      .set({ archivedAt, isPublished, revision: row.revision + 1, changeNumber: next() })
      .where(eq(articles.id, row.id));
  }
  const back = rows.map(({ id }) => id);
  await tellDependentsAgain(tx, back, next);
  return back;
}
