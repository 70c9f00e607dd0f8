import { addDays } from "../learning/days";
import type { FlagSettings } from "../settings";

/** When no working day comes for this many days, the calendar is taken for a mistake and every day counts. */
const LONGEST_HOLIDAY_DAYS = 366;

const formats = new Map<string, Intl.DateTimeFormat>();

/** The day it is somewhere at a moment, such as `2026-11-02`. Throws a RangeError for a zone nobody knows. */
export function dayIn(timeZone: string, atMs: number): string {
  let format = formats.get(timeZone);
  if (!format) {
    format = new Intl.DateTimeFormat("en-US", { timeZone, year: "numeric", month: "2-digit", day: "2-digit" });
    formats.set(timeZone, format);
  }
  const parts = new Map(format.formatToParts(atMs).map(({ type, value }) => [type, value]));
  return [parts.get("year"), parts.get("month"), parts.get("day")].join("-");
}

/**
 * The day by which somebody looks at a flag received at `receivedMs`: so many working days after the day it is then in the
 * settings' zone. With 0 days it is that day, or the next working day.
 */
export function lookByDay(receivedMs: number, { lookWithinDays, timeZone, ...calendar }: FlagSettings): string {
  const today = dayIn(timeZone, receivedMs);
  if (lookWithinDays === 0) return nextWorkingDay(addDays(today, -1), calendar);
  let day = today;
  for (let left = lookWithinDays; left > 0; left -= 1) day = nextWorkingDay(day, calendar);
  return day;
}

function nextWorkingDay(
  after: string,
  { workingWeekdays, holidays }: Pick<FlagSettings, "workingWeekdays" | "holidays">,
): string {
  for (let ahead = 1; ahead <= LONGEST_HOLIDAY_DAYS; ahead += 1) {
    const day = addDays(after, ahead);
    if (workingWeekdays.includes(weekdayOf(day)) && !holidays.includes(day)) return day;
  }
  return addDays(after, 1);
}

/** 1 for Monday to 7 for Sunday. */
function weekdayOf(day: string): number {
  return new Date(day).getUTCDay() || 7;
}
