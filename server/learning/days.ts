/** Days of the calendar, in UTC, as `2026-11-02`. Texts of that form order like the days they name. */

const DAY_MS = 86_400_000;

/** The day of an instant in epoch milliseconds. */
export function dayOf(nowMs: number): string {
  return new Date(nowMs).toISOString().slice(0, 10);
}

/** The day so many days later; earlier when `days` is negative. */
export function addDays(day: string, days: number): string {
  return dayOf(Date.parse(day) + days * DAY_MS);
}

/** Days from the one to the other; 0 when the second does not come later. */
export function daysFrom(earlier: string, later: string): number {
  return Math.max(0, Math.round((Date.parse(later) - Date.parse(earlier)) / DAY_MS));
}
