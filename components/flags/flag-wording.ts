import type { FlagState } from "../../lib/worker/protocol";
import type { Formats } from "../text/formats";
import type { Text } from "../text/text";

/** The end of a day (`YYYY-MM-DD`) in the agent's own calendar, epoch milliseconds. */
function endOfDayMs(day: string): number {
  return Date.parse(`${day}T23:59:59`);
}

/** Where a flag stands, in a few words. A day that has passed is not promised any more. */
export function flagStateWording(flag: FlagState, text: Text, formats: Formats, nowMs: number): string {
  const { state, outcome, lookBy, detail } = flag;
  if (state === "refused") return detail ? text.flag.refused(detail) : text.flag.refusedPlain;
  if (state === "queued" && outcome === null) return text.flag.states.queued;
  if (outcome && outcome.status !== "open") return text.flag.outcomes[outcome.status];
  if (lookBy === null) return outcome ? text.flag.outcomes.open : text.flag.states.sent;
  const endMs = endOfDayMs(lookBy);
  return endMs < nowMs ? text.flag.overdue : text.flag.lookBy(formats.date(endMs));
}
