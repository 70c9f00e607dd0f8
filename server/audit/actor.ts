import type { Context } from "hono";
import type { AppEnv } from "../http/router";

/** Who writes: an agent by a request, or somebody at the command line (`agentId` null). */
export type Actor = { agentId: string | null; name: string; requestId: string | null };

/** The agent behind a request. */
export function actorOf(c: Context<AppEnv>): Actor {
  const { id, name } = c.get("agent");
  return { agentId: id, name, requestId: c.get("requestId") ?? null };
}

export const COMMAND_LINE: Actor = { agentId: null, name: "command line", requestId: null };
