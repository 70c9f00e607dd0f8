import { and, asc, eq, inArray } from "drizzle-orm";
import { notices } from "../db/content-schema";
import type { Database } from "../db/database";
import type { NextChangeNumber } from "../db/server-state";

/** Within a transaction that changes who may read these articles: tells the notices that refer to them again. */
export async function tellNoticesOf(
  tx: Database,
  articleIds: readonly string[],
  next: NextChangeNumber,
): Promise<void> {
  const rows = await tx
    .select({ id: notices.id })
    .from(notices)
    .where(and(notices.isPublished, inArray(notices.articleId, [...articleIds])))
    .orderBy(asc(notices.changeNumber));
  for (const { id } of rows) await tx.update(notices).set({ changeNumber: next() }).where(eq(notices.id, id));
}
