import { and, eq, isNull, lte, not, type SQL, sql } from "drizzle-orm";
import type { Database } from "../db/database";
import { articles } from "../db/schema";
import { writeChanges } from "../db/server-state";
import { tellTermsAgain } from "../learning/share-terms";

function isDue(nowMs: number): SQL | undefined {
  return and(not(articles.isPublished), isNull(articles.deletedAt), lte(articles.publishedAt, new Date(nowMs)));
}

/** Condition for a select: some article's time of publication has come and it has no change number for it yet. */
export function hasDuePublications(nowMs: number): SQL<boolean> {
  return sql<boolean>`exists (select 1 from ${articles} where ${isDue(nowMs)})`;
}

/**
 * Publishes the articles whose time has come: each becomes a change like any other, so the feed needs no second
 * order by time, and servers whose clocks differ agree on what is published.
 */
export async function publishDueArticles(db: Database, nowMs: number): Promise<void> {
  await writeChanges(db, async (tx, next) => {
    const due = await tx.select({ id: articles.id }).from(articles).where(isDue(nowMs)).orderBy(articles.publishedAt);
    for (const { id } of due) {
      await tx.update(articles).set({ isPublished: true, changeNumber: next() }).where(eq(articles.id, id));
    }
    // Taught before its publication was put off.
    const ids = due.map(({ id }) => id);
    await tellTermsAgain(tx, ids, next);
  });
}
