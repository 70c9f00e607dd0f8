import { and, asc, eq, gte, lte } from "drizzle-orm";
import type { OwnUsage } from "../../lib/contract/usage";
import type { Database } from "../db/database";
import { usageOfAgents } from "../db/usage-schema";
import type { DayRange } from "./day-range";

/** What was counted of one agent, day by day. For that agent alone. */
export async function readOwnUsage(db: Database, agentId: string, { from, to }: DayRange): Promise<OwnUsage> {
  const { day, type, count } = usageOfAgents;
  const rows = await db
    .select({ day, type, count })
    .from(usageOfAgents)
    .where(and(eq(usageOfAgents.agentId, agentId), gte(day, from), lte(day, to)))
    .orderBy(asc(day), asc(type));
  const days = new Map<string, Record<string, number>>();
  for (const row of rows) days.set(row.day, { ...days.get(row.day), [row.type]: row.count });
  return { from, to, days: [...days].map(([each, counts]) => ({ day: each, counts })) };
}
