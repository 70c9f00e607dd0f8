import { and, asc, count, eq, inArray, sql } from "drizzle-orm";
import type { Database } from "../db/database";
import { flagCases } from "../db/flag-schema";
import { articles, flags } from "../db/schema";
import type { NextChangeNumber } from "../db/server-state";

type Counted = { id: string; openFlags: number; changeNumber: number };

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
  const rows = await readCounts(tx, articleIds);
  const counted = rows
    .filter((row) => row.openFlags !== row.before)
    // Where nobody reads it, it keeps its number: nobody has to hear of its removal again.
    .map((row) => ({ ...row, changeNumber: row.isPublished && row.deletedAt === null ? next() : row.changeNumber }));
  if (counted.length > 0) await setCounts(tx, counted);
}

async function readCounts(tx: Database, articleIds: readonly string[]) {
  const isUnderWay = inArray(flagCases.status, ["open", "accepted"]);
  const underWay = tx
    .select({ articleId: flags.articleId, open: count().as("open") })
    .from(flags)
    .innerJoin(flagCases, eq(flagCases.id, flags.caseId))
    .where(and(inArray(flags.articleId, [...articleIds]), isUnderWay))
    .groupBy(flags.articleId)
    .as("under_way");
  const { id, openFlags: before, isPublished, deletedAt, changeNumber } = articles;
  const openFlags = sql`coalesce(${underWay.open}, 0)`.mapWith(Number);
  return tx
    .select({ id, before, openFlags, isPublished, deletedAt, changeNumber })
    .from(articles)
    .leftJoin(underWay, eq(underWay.articleId, id))
    .where(inArray(id, [...articleIds]))
    .orderBy(asc(id));
}

async function setCounts(tx: Database, counted: readonly Counted[]): Promise<void> {
  const values = sql.join(
    counted.map(
      ({ id, openFlags, changeNumber }) => sql`(${id}::text, ${openFlags}::integer, ${changeNumber}::bigint)`,
    ),
    sql`, `,
  );
  await tx.execute(sql`
    update ${articles} set open_flags = counted.open_flags, change_number = counted.change_number
    from (values ${values}) as counted (id, open_flags, change_number)
    where ${articles.id} = counted.id`);
}
