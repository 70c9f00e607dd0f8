import { randomUUID } from "node:crypto";
import { and, eq, inArray } from "drizzle-orm";
import type { Database } from "../db/database";
import { type FlagCaseRow, flagCases } from "../db/flag-schema";

/** The case under way for an article's flags; opens one when there is none. `lookBy` is a day such as `2026-11-05`. */
export async function findOrOpenCase(
  tx: Database,
  articleId: string,
  lookBy: string,
  nowMs: number,
): Promise<Pick<FlagCaseRow, "id" | "lookBy">> {
  const isUnderWay = and(eq(flagCases.articleId, articleId), inArray(flagCases.status, ["open", "accepted"]));
  const [known] = await tx.select({ id: flagCases.id, lookBy: flagCases.lookBy }).from(flagCases).where(isUnderWay);
  if (known) return known;
  const id = randomUUID();
  await tx.insert(flagCases).values({ id, articleId, status: "open", openedAt: new Date(nowMs), lookBy });
  return { id, lookBy };
}
