import { eq } from "drizzle-orm";
import type { Database } from "../db/database";
import { articles } from "../db/schema";
import { writeChanges } from "../db/server-state";
import { forgetTerms } from "../learning/share-terms";
import { readersSoFar } from "./plan-save";

/** Replaces an article by its tombstone; its text and what was taught about it are gone at once. False when there is no such article. */
export async function deleteArticle(db: Database, id: string, nowMs: number): Promise<boolean> {
  return writeChanges(db, async (tx, next) => {
    const isArticle = eq(articles.id, id);
    const [row] = await tx.select().from(articles).where(isArticle);
    if (!row || row.deletedAt) return false;
    const readableBefore = readersSoFar(row);
    const emptied = {
      title: "",
      summary: "",
      bodyHtml: "",
      sections: [],
      replyText: null,
      escalation: null,
      url: null,
    };
    await tx
      .update(articles)
      .set({ ...emptied, readableBefore, deletedAt: new Date(nowMs), changeNumber: next() })
      .where(isArticle);
    await forgetTerms(tx, id, nowMs, next);
    return true;
  });
}
