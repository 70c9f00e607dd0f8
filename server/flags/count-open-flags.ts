import { and, count, eq, inArray } from "drizzle-orm";
import type { Database } from "../db/database";
import { flagCases } from "../db/flag-schema";
import { articles, flags } from "../db/schema";
import type { NextChangeNumber } from "../db/server-state";

/**
 * Counts anew how many flags of these articles are not closed. Where that changes what agents read, they get the article
 * as a change, without a new version.
 */
export async function countOpenFlags(
  tx: Database,
  articleIds: readonly string[],
  next: NextChangeNumber,
): Promise<void> {
  if (articleIds.length === 0) return;
  const openFlags = await readCounts(tx, articleIds);
  const { id, openFlags: before, isPublished, deletedAt } = articles;
  const rows = await tx
    .select({ id, before, isPublished, deletedAt })
    .from(articles)
    .where(inArray(id, [...articleIds]))
    .orderBy(id);
  for (const row of rows) {
    const now = openFlags.get(row.id) ?? 0;
    if (now === row.before) continue;
    // Where nobody reads it, it keeps its number: nobody has to hear of its removal again.
    const isRead = row.isPublished && row.deletedAt === null;
    await tx
      .update(articles)
      .set({ openFlags: now, ...(isRead && { changeNumber: next() }) })
      .where(eq(id, row.id));
  }
}

async function readCounts(tx: Database, articleIds: readonly string[]): Promise<ReadonlyMap<string, number>> {
  const isUnderWay = inArray(flagCases.status, ["open", "accepted"]);
  const rows = await tx
    .select({ id: flags.articleId, open: count() })
    .from(flags)
    .innerJoin(flagCases, eq(flagCases.id, flags.caseId))
    .where(and(inArray(flags.articleId, [...articleIds]), isUnderWay))
    .groupBy(flags.articleId);
  return new Map(rows.map(({ id, open }) => [id, open]));
}
