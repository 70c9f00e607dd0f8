import type { SyncState } from "../../lib/worker/protocol";
import type { Formats } from "../text/formats";
import type { Text } from "../text/text";

/** How things stand with the library, in one short line. */
export function statusWording(state: SyncState, text: Text, formats: Formats, nowMs: number): string {
  if (state.problem) return problemWording(state, state.problem, text, formats, nowMs);
  if (state.firstSync) {
    const { received, total } = state.firstSync;
    return text.sync.firstSync(formats.number(received), formats.number(total));
  }
  if (state.phase !== "idle") return text.sync.syncing;
  return state.freshAtMs === null ? text.sync.notYet : text.sync.freshAt(formats.moment(state.freshAtMs, nowMs));
}

function problemWording(
  state: SyncState,
  problem: NonNullable<SyncState["problem"]>,
  text: Text,
  formats: Formats,
  nowMs: number,
): string {
  const cause = problem.kind === "offline" ? text.sync.offline : text.sync.stopped;
  const parts = state.freshAtMs === null && problem.kind !== "offline" ? [text.sync.notYet] : [cause];
  if (state.freshAtMs !== null) parts.push(text.sync.showingFrom(formats.moment(state.freshAtMs, nowMs)));
  const isWaiting = problem.kind !== "offline" && problem.retryAtMs !== null && problem.retryAtMs > nowMs;
  if (isWaiting && problem.retryAtMs !== null) parts.push(text.sync.nextTry(formats.moment(problem.retryAtMs, nowMs)));
  return parts.join(" · ");
}
