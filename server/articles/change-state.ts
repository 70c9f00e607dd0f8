import { eq } from "drizzle-orm";
import { nearestSetting } from "../categories/nearest-setting";
import { readCategorySettings } from "../categories/read-settings";
import type { Database } from "../db/database";
import { type ArticleRow, articles } from "../db/schema";
import { type NextChangeNumber, writeChanges } from "../db/server-state";
import { ProblemError } from "../http/problem";
import { callBackScheduled } from "./call-back-scheduled";
import { type ArticleWrite, type OpenArticle, openForWrite } from "./open-article";
import { readersSoFar } from "./plan-save";
import { tellDependentsAgain } from "./tell-dependents";
import { recordEdit } from "./write-copy";

/** Takes an article out of use; its versions stay. A scheduled version of it goes back for another look. */
export async function archiveArticle(write: ArticleWrite): Promise<void> {
  await writeChanges(write.db, async (tx, next) => {
    const row = servedRow(await openForWrite(tx, write));
    if (row.archivedAt) throw new ProblemError("conflict", "It is archived already.");
    const archivedAt = new Date(write.nowMs);
    await changeRow(tx, next, row, { archivedAt, isPublished: false, readableBefore: readersSoFar(row) });
    await callBackScheduled(tx, [row.id]);
    await tellDependentsAgain(tx, [row.id], next);
    await recordEdit(tx, write, "article.archive");
  });
}

/** Puts an archived article back into use as it was. Ends the request where that needs a new look at it. */
export async function restoreArticle(write: ArticleWrite): Promise<void> {
  const { nowMs } = write;
  await writeChanges(write.db, async (tx, next) => {
    const row = servedRow(await openForWrite(tx, write));
    if (!row.archivedAt) throw new ProblemError("conflict", "It is not archived.");
    if (row.expiresAt && row.expiresAt.getTime() <= nowMs) {
      const expiry = row.expiresAt.toISOString();
      throw new ProblemError(
        "conflict",
        `It expired at ${expiry}; publish a working copy with a later expiresAt or none.`,
      );
    }
    if (nearestSetting(await readCategorySettings(tx), row.category, "isSensitive") === true) {
      const detail = "The category is sensitive: begin a working copy, and have somebody else publish it.";
      throw new ProblemError("second_person_required", detail);
    }
    await changeRow(tx, next, row, { archivedAt: null, isPublished: row.publishedAt.getTime() <= nowMs });
    await tellDependentsAgain(tx, [row.id], next);
    await recordEdit(tx, write, "article.restore");
  });
}

/** Notes that a person has looked at the article as it is served and says it is right. Makes no new version. */
export async function verifyArticle(write: ArticleWrite): Promise<void> {
  await writeChanges(write.db, async (tx, next) => {
    const row = servedRow(await openForWrite(tx, write));
    if (!row.isPublished) throw new ProblemError("conflict", "Only what is published can be verified.");
    await changeRow(tx, next, row, { verifiedAt: new Date(write.nowMs), verifiedBy: write.agent.name });
    await recordEdit(tx, write, "article.verify", { version: row.version });
  });
}

function servedRow({ row }: OpenArticle): ArticleRow {
  if (!row) throw new ProblemError("conflict", "It has never been published.");
  return row;
}

async function changeRow(
  tx: Database,
  next: NextChangeNumber,
  row: ArticleRow,
  change: Partial<ArticleRow>,
): Promise<void> {
  await tx
    .update(articles)
    .set({ ...change, revision: row.revision + 1, changeNumber: next() })
    .where(eq(articles.id, row.id));
}
