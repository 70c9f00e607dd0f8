import type { Context } from "hono";
import { createMiddleware } from "hono/factory";
import { type KnownToken, whyRefused } from "../agents/find-token";
import type { LastUse } from "../agents/last-use";
import { hashToken } from "../agents/token";
import type { Clock } from "../clock";
import { ProblemError } from "./problem";
import type { AppEnv } from "./router";
import type { SharedRead } from "./shared-read";

const BEARER = /^Bearer +([A-Za-z0-9._~+/-]+=*) *$/i;

/** The token's hash as the database knows it; undefined when the request has none. */
export function tokenHashOf(c: Context): string | undefined {
  const token = BEARER.exec(c.req.header("Authorization") ?? "")?.[1];
  return token === undefined ? undefined : hashToken(token);
}

type Authentication = { findToken: SharedRead<string, KnownToken>; lastUse: LastUse; clock: Clock };

/**
 * Lets a request pass that carries a known agent's token, and leaves the agent and the token's id for the handlers. Who
 * holds a token that was in force is told why it is no more; others hear the same, whatever they send.
 */
export function authenticate({ findToken, lastUse, clock }: Authentication) {
  return createMiddleware<AppEnv>(async (c, next) => {
    const asked = c.get("feedFacts");
    const hash = asked ? undefined : tokenHashOf(c);
    const found = asked ? (await asked)?.token : hash && (await findToken(hash));
    if (!found) throw new ProblemError("unauthorized");
    const nowMs = clock();
    const refusal = whyRefused(found, nowMs);
    if (refusal !== null) throw new ProblemError("unauthorized", refusal);
    c.set("agent", found.agent);
    c.set("tokenId", found.id);
    lastUse.note(found, nowMs);
    await next();
  });
}
