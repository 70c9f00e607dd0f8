import { MAX_USAGE_AGE_DAYS, type UsageEvent, type UsageType, usageEventSchema } from "../../lib/contract/usage";
import { describeIssues } from "../http/describe-issues";
import { addDays, dayOf } from "../learning/days";

/**
 * Most of each type that is counted of one agent for one day, so that one over-eager client cannot carry a team's figures:
 * far above a day's work, even of a team that looks at every suggestion.
 */
export const MAX_COUNT_PER_DAY: Readonly<Record<UsageType, number>> = {
  shown: 20_000,
  ...{ opened: 2_000, linked: 2_000, inserted: 2_000, copied: 2_000, helpful: 2_000, notHelpful: 2_000 },
  ...{ searched: 5_000, searchedWithoutResult: 5_000, nothingFits: 2_000 },
};

/** Where the day begins first, clocks are this far ahead of UTC. */
const EARLIEST_ZONE_MS = 14 * 3_600_000;

/** What becomes of one event of a batch. */
export type EventResult = { status: "counted" | "refused"; detail?: string };

/** Parses one event. A key that is not listed refuses it. */
export function parseEvent(sent: unknown): { event: UsageEvent } | { refusal: EventResult } {
  const parsed = usageEventSchema.safeParse(sent);
  return parsed.success ? { event: parsed.data } : { refusal: refused(describeIssues(parsed.error)) };
}

/** Judges an event. `countedBefore`: what the agent has of its type on its day. */
export function judgeEvent(
  { type, day, count }: UsageEvent,
  { isReadable, countedBefore, nowMs }: { isReadable: boolean; countedBefore: number; nowMs: number },
): EventResult {
  const problem = problemWithDay(day, nowMs);
  if (problem !== null) return refused(problem);
  if (!isReadable) return refused("articleId: there is no such article");
  const most = MAX_COUNT_PER_DAY[type];
  return countedBefore + count > most ? refused(`count: more than ${most} in a day`) : { status: "counted" };
}

/** Why nothing of this day is taken, or null. */
export function problemWithDay(day: string, nowMs: number): string | null {
  if (day > dayOf(nowMs + EARLIEST_ZONE_MS)) return "day: lies in the future";
  return day < oldestDay(nowMs) ? `day: more than ${MAX_USAGE_AGE_DAYS} days ago` : null;
}

/** The oldest day that usage and gaps are taken for. */
export function oldestDay(nowMs: number): string {
  return addDays(dayOf(nowMs), -MAX_USAGE_AGE_DAYS);
}

function refused(detail: string): EventResult {
  return { status: "refused", detail };
}
