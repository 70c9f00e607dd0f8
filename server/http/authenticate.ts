import { createMiddleware } from "hono/factory";
import { findAgentByToken } from "../agents/find-agent";
import type { Clock } from "../clock";
import type { Database } from "../db/database";
import { ProblemError } from "./problem";
import type { AppEnv } from "./router";

const BEARER = /^Bearer +([A-Za-z0-9._~+/-]+=*) *$/i;

/** Lets a request pass that carries a known agent's token, and leaves the agent for the handlers. */
export function authenticate(db: Database, clock: Clock) {
  return createMiddleware<AppEnv>(async (c, next) => {
    const token = BEARER.exec(c.req.header("Authorization") ?? "")?.[1];
    const agent = token === undefined ? null : await findAgentByToken(db, token, clock());
    if (!agent) throw new ProblemError("unauthorized");
    c.set("agent", agent);
    await next();
  });
}
