import type { ConnectionCheck } from "../../lib/worker/protocol";

/** Where the form stands. `wantsSave`: the agent pressed Save, and what the test found stood in the way. */
export type ConnectionProgress =
  | { step: "idle" | "testing" | "saving" | "testFailed" | "saveFailed" }
  | { step: "incomplete"; missing: "endpoint" | "token" }
  | { step: "tested"; check: ConnectionCheck; wantsSave: boolean }
  | { step: "saved"; check: ConnectionCheck };
