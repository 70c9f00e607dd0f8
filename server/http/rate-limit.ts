/**
 * Limits on the number of requests, counted in this process: with several processes behind a load balancer an agent may
 * make as many requests to each.
 */
import type { Context } from "hono";
import { createMiddleware } from "hono/factory";
import { RateLimiterMemory } from "rate-limiter-flexible";
import type { Metrics } from "../metrics/metrics";
import { addressOf } from "./connection";
import { answerProblem, ProblemError } from "./problem";
import type { AppEnv } from "./router";

const WINDOW_S = 60;

/** Counts a request of an agent; the headers that tell where it stands, and whether it was one too many. */
export type RequestCount = (agentId: string) => Promise<{ headers: Record<string, string>; isTooMany: boolean }>;

/** Counts the requests of each agent by the minute, whichever of its tokens they carry. Null: there is no limit. */
export function createRequestCount(perMinute: number | null): RequestCount | null {
  if (perMinute === null) return null;
  const limiter = new RateLimiterMemory({ points: perMinute, duration: WINDOW_S });
  return async (agentId) => {
    const { consumedPoints, msBeforeNext } = await limiter.penalty(agentId);
    const headers = {
      "RateLimit-Limit": String(perMinute),
      "RateLimit-Remaining": String(Math.max(perMinute - consumedPoints, 0)),
      "RateLimit-Reset": String(Math.max(Math.ceil(msBeforeNext / 1000), 1)),
    };
    return { headers, isTooMany: consumedPoints > perMinute };
  };
}

/** For requests whose token is known: so many a minute, told in `RateLimit-*` headers; then 429. */
export function limitRequests(count: RequestCount | null, metrics: Metrics) {
  if (count === null) return passAll;
  return createMiddleware<AppEnv>(async (c, next) => {
    const { headers, isTooMany } = await count(c.get("agent").id);
    for (const [name, value] of Object.entries(headers)) c.header(name, value);
    if (isTooMany) {
      metrics.rateLimited.inc({ limit: "token" });
      const resetS = Number(headers["RateLimit-Reset"]);
      const detail = `An agent may make ${headers["RateLimit-Limit"]} requests a minute. Go on in ${resetS} s.`;
      throw new ProblemError("rate_limited", detail, { retryAfterS: resetS });
    }
    await next();
  });
}

/**
 * For requests whose token is not known: an address that sends too many gets 429 instead of 401. Good tokens pass from
 * any address, so that one machine's old token behind a proxy or an office's router locks nobody else out.
 */
export function limitWrongTokens(perMinute: number | null, metrics: Metrics) {
  if (perMinute === null) return passAll;
  const limiter = new RateLimiterMemory({ points: perMinute, duration: WINDOW_S });
  return createMiddleware<AppEnv>(async (c, next) => {
    await next();
    if (c.res.status !== 401 || tokenOf(c) === "") return;
    const { consumedPoints, msBeforeNext } = await limiter.penalty(addressOf(c));
    if (consumedPoints <= perMinute) return;
    metrics.rateLimited.inc({ limit: "address" });
    const detail = "Too many requests with tokens that are not known came from this address.";
    c.res = answerProblem(c, "rate_limited", detail, { retryAfterS: Math.max(msBeforeNext / 1000, 1) });
  });
}

const passAll = createMiddleware<AppEnv>(async (_c, next) => next());

function tokenOf(c: Context): string {
  return (c.req.header("Authorization") ?? "").replace(/^Bearer +/i, "").trim();
}
