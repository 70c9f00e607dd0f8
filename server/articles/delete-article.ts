import { and, eq, isNull } from "drizzle-orm";
import { articleEdits, articleVersions } from "../db/content-schema";
import type { Database } from "../db/database";
import { articles } from "../db/schema";
import { type NextChangeNumber, writeChanges } from "../db/server-state";
import { forgetTerms } from "../learning/share-terms";
import { type ArticleWrite, openForWrite } from "./open-article";
import { readersSoFar } from "./plan-save";
import { tellDependentsAgain } from "./tell-dependents";
import { recordEdit } from "./write-copy";

/**
 * Replaces an article by its tombstone; its text, its versions, its working copy and what was taught about it are gone at
 * once. False when there is no such article.
 */
export async function deleteArticle(db: Database, id: string, nowMs: number): Promise<boolean> {
  return writeChanges(db, (tx, next) => deleteWithin(tx, next, id, nowMs));
}

/** The same as a request: ends it where the article is not as `If-Match` has it. */
export async function deleteArticleFor(write: ArticleWrite): Promise<void> {
  await writeChanges(write.db, async (tx, next) => {
    await openForWrite(tx, write);
    await deleteWithin(tx, next, write.id, write.nowMs);
    await recordEdit(tx, write, "article.delete");
  });
}

async function deleteWithin(tx: Database, next: NextChangeNumber, id: string, nowMs: number): Promise<boolean> {
  const isLiving = and(eq(articles.id, id), isNull(articles.deletedAt));
  const [row] = await tx.select().from(articles).where(isLiving).for("update");
  const copies = await tx.delete(articleEdits).where(eq(articleEdits.id, id)).returning({ id: articleEdits.id });
  if (!row) return copies.length > 0;
  const emptied = { title: "", summary: "", bodyHtml: "", sections: [], replyText: null, escalation: null, url: null };
  const gone = { isPublished: false, readableBefore: readersSoFar(row), deletedAt: new Date(nowMs) };
  await tx
    .update(articles)
    .set({ ...emptied, ...gone, revision: row.revision + 1, changeNumber: next() })
    .where(eq(articles.id, id));
  await tx.delete(articleVersions).where(eq(articleVersions.articleId, id));
  await forgetTerms(tx, id, nowMs, next);
  await tellDependentsAgain(tx, [id], next);
  return true;
}
