import { lt } from "drizzle-orm";
import type { Database } from "../db/database";
import { gaps, usageBatches, usageCounts, usageOfAgents } from "../db/usage-schema";
import { addDays, dayOf } from "../learning/days";
import { oldestDay } from "./judge-event";

/** How long usage is kept, by its day: a year and a month, so that a month can be compared with the year before. */
export const USAGE_KEPT_DAYS = 396;

/** How long gaps are kept, by their day, open or closed. */
export const GAPS_KEPT_DAYS = 396;

/**
 * Throws away usage and gaps that are too old, and the ids of batches whose events would all be refused as too old if
 * they were sent again.
 */
export async function purgeUsage(db: Database, nowMs: number): Promise<void> {
  const today = dayOf(nowMs);
  // A batch that arrived on a day may hold events of the day after, where clocks are ahead.
  await db.delete(usageBatches).where(lt(usageBatches.receivedDay, addDays(oldestDay(nowMs), -1)));
  await db.delete(usageCounts).where(lt(usageCounts.day, addDays(today, -USAGE_KEPT_DAYS)));
  await db.delete(usageOfAgents).where(lt(usageOfAgents.day, addDays(today, -USAGE_KEPT_DAYS)));
  await db.delete(gaps).where(lt(gaps.day, addDays(today, -GAPS_KEPT_DAYS)));
}
