import { ApiError } from "../api/api-error";
import { isStorageFull, type SyncPosition, type SyncProblemKind } from "../db/library-database";
import { backOffMs } from "./back-off";

/** `retryAtMs` (epoch) is null when waiting does not help: somebody has to act. */
export type SyncProblem = { kind: SyncProblemKind; retryAtMs: number | null };

function kindOf(error: unknown): SyncProblemKind | null {
  if (isStorageFull(error)) return "storageFull";
  if (!(error instanceof ApiError)) return null;
  if (error.kind === "network") return "offline";
  // Our own server never calls a well-formed batch bad: the two do not speak the same contract.
  return error.kind === "badRequest" ? "badAnswer" : error.kind;
}

/** These stop sync until the agent or an admin has acted; a pass asked for by hand still tries. */
const STOPPING: ReadonlySet<SyncProblemKind> = new Set(["unauthorized", "forbidden", "clientTooOld", "storageFull"]);

/** What a failed pass means, and when to try again. Throws the error itself when it is a bug and no known failure. */
export function problemOf(error: unknown, failures: number, nowMs: number, random: () => number): SyncProblem {
  const kind = kindOf(error);
  if (kind === null) throw error;
  if (STOPPING.has(kind)) return { kind, retryAtMs: null };
  const retryAfterMs = error instanceof ApiError ? error.retryAfterMs : null;
  return { kind, retryAtMs: nowMs + backOffMs(failures, retryAfterMs, random) };
}

/** The problem an earlier pass left in the database, null when it ended well. */
export function storedProblem({ problem, retryAtMs }: Pick<SyncPosition, "problem" | "retryAtMs">): SyncProblem | null {
  return problem === null ? null : { kind: problem, retryAtMs };
}
