import { lt, sql } from "drizzle-orm";
import type { Database } from "../db/database";
import { articleTerms, lessons } from "../db/schema";
import { FADED_WEIGHT } from "./contribution";
import { dayOf } from "./days";
import { oldestDay } from "./judge-lesson";
import { weightOn } from "./sum-terms";

/**
 * Throws away the lessons that could not be sent again, and what agents taught so long ago that it counts no more. Agents
 * are not told: shared terms are made anew by their own calendar.
 */
export async function purgeLearned(db: Database, nowMs: number): Promise<void> {
  await db.delete(lessons).where(lt(lessons.day, oldestDay(nowMs)));
  await db.delete(articleTerms).where(sql`abs(${weightOn(dayOf(nowMs))}) < ${FADED_WEIGHT}::double precision`);
}
