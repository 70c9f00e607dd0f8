import type { Context } from "hono";
import type { Agent } from "../agents/agent";
import { type Actor, actorOf, COMMAND_LINE } from "../audit/actor";
import type { AppEnv } from "../http/router";

/** Who writes, and by which rights; `agent` null: whoever has the database at hand, who may write everything. */
export type Writer = { agent: Agent | null; actor: Actor };

/** The agent behind a request. */
export function writerOf(c: Context<AppEnv>): Writer {
  return { agent: c.get("agent"), actor: actorOf(c) };
}

export const AT_THE_COMMAND_LINE: Writer = { agent: null, actor: COMMAND_LINE };
