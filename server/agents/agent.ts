import type { AgentRow } from "../db/schema";

/** The agent behind a request: what decides which articles it may read. */
export type Agent = Pick<AgentRow, "id" | "name" | "role" | "groups" | "audience">;
