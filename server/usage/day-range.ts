import { daySchema } from "../../lib/contract/learned-terms";
import { z } from "../../lib/contract/zod";
import { ProblemError } from "../http/problem";
import { addDays, dayOf, daysFrom } from "../learning/days";

/** Most days one question may be about. */
export const MAX_DAYS_ASKED = 400;

const DEFAULT_DAYS = 30;

const askedDaySchema = daySchema.refine(
  (day) => day >= "2000-01-01" && day < "9000-01-01",
  "not a day of this product",
);

/** For route definitions: the days a question is about, both included; the last 30 when not said. */
export const dayRangeQuerySchema = z.object({ from: askedDaySchema.optional(), to: askedDaySchema.optional() });

export type DayRange = { from: string; to: string };

/** The days asked for. Ends the request when they run backwards or are too many. */
export function toDayRange({ from, to }: z.infer<typeof dayRangeQuerySchema>, nowMs: number): DayRange {
  const last = to ?? dayOf(nowMs);
  const first = from ?? addDays(last, 1 - DEFAULT_DAYS);
  if (first > last) throw new ProblemError("invalid_request", "from: comes after to");
  if (daysFrom(first, last) >= MAX_DAYS_ASKED) {
    throw new ProblemError("invalid_request", `from: ${MAX_DAYS_ASKED} days at most`);
  }
  return { from: first, to: last };
}
