import { and, eq, inArray, sql } from "drizzle-orm";
import { articleEdits } from "../db/content-schema";
import type { Database } from "../db/database";

/** Gives what is scheduled for these articles (some hundred at most) back for review, since they were archived. */
export async function callBackScheduled(tx: Database, articleIds: readonly string[]): Promise<void> {
  const { id, status, revision } = articleEdits;
  const reviewNote = "The article was archived meanwhile.";
  await tx
    .update(articleEdits)
    .set({ status: "inReview", dueAt: null, reviewNote, revision: sql`${revision} + 1` })
    .where(and(inArray(id, [...articleIds]), eq(status, "scheduled")));
}
