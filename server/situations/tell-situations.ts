import { and, asc, eq, inArray, isNull, sql } from "drizzle-orm";
import type { Database } from "../db/database";
import { situations } from "../db/schema";
import type { NextChangeNumber } from "../db/server-state";

/** Within a transaction that changes who may read these articles: tells the situations that refer to them again. */
export async function tellSituationsOf(
  tx: Database,
  articleIds: readonly string[],
  next: NextChangeNumber,
): Promise<void> {
  const isNamed = inArray(sql`entry ->> 'articleId'`, [...articleIds]);
  const names = sql`exists (select 1 from jsonb_array_elements(${situations.articles}) as entry where ${isNamed})`;
  const rows = await tx
    .select({ id: situations.id })
    .from(situations)
    .where(and(isNull(situations.deletedAt), names))
    .orderBy(asc(situations.changeNumber));
  for (const { id } of rows) {
    await tx.update(situations).set({ changeNumber: next() }).where(eq(situations.id, id));
  }
}
