import { and, isNotNull, lt, max, sql } from "drizzle-orm";
import type { Database } from "../db/database";
import { articles, serverState } from "../db/schema";
import { writeChanges } from "../db/server-state";

/**
 * Throws away the tombstones made before `olderThanMs` (epoch milliseconds) and answers how many. Clients whose cursor
 * is older than the newest of them have to read everything again (S3).
 */
export async function purgeTombstones(db: Database, olderThanMs: number): Promise<number> {
  const isOld = and(isNotNull(articles.deletedAt), lt(articles.deletedAt, new Date(olderThanMs)));
  return writeChanges(db, async (tx) => {
    const [newest] = await tx
      .select({ changeNumber: max(articles.changeNumber) })
      .from(articles)
      .where(isOld);
    const purged = await tx.delete(articles).where(isOld).returning({ id: articles.id });
    const floor = newest?.changeNumber ?? 0;
    await tx
      .update(serverState)
      .set({ tombstoneFloor: sql`greatest(${serverState.tombstoneFloor}, ${floor}::bigint)` });
    return purged.length;
  });
}
