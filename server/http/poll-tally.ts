import type { Clock } from "../clock";
import type { Log } from "../log";

/** A line is written for so many milliseconds. */
const PERIOD_MS = 60_000;

/**
 * Counts polls that found nothing, of which one line a minute tells instead of a line for each: how many there were since
 * the last and how long the slowest took. The first poll after the minute brings the line, so a night without polls has
 * none.
 */
export function createPollTally(log: Log, clock: Clock): (ms: number) => void {
  let sinceMs: number | null = null;
  let polls = 0;
  let slowestMs = 0;
  return (ms) => {
    const nowMs = clock();
    sinceMs ??= nowMs;
    if (nowMs - sinceMs >= PERIOD_MS) {
      const seconds = Math.round((nowMs - sinceMs) / 1000);
      log("info", "polls without news", { polls, seconds, slowestMs: Math.round(slowestMs * 10) / 10 });
      sinceMs = nowMs;
      polls = 0;
      slowestMs = 0;
    }
    polls += 1;
    slowestMs = Math.max(slowestMs, ms);
  };
}
