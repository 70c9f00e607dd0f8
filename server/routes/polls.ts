/**
 * Clients that ask whether anything is new, where nothing is: nearly all requests a server gets. They are answered here,
 * ahead of the chain that other requests take. Whatever is not plainly such a poll goes on as if it had not come by:
 * refusals, news and failures are the chain's.
 */
import type { Context } from "hono";
import { createMiddleware } from "hono/factory";
import { whyRefused } from "../agents/find-token";
import type { LastUse } from "../agents/last-use";
import { createFeedFacts, type FeedFacts } from "../feed/feed-facts";
import { isUpToDate } from "../feed/feed-state";
import { FOR_BROWSERS } from "../http/allow-browsers";
import { tokenHashOf } from "../http/authenticate";
import { acceptsVersions } from "../http/check-client-version";
import { hasBody } from "../http/connection";
import { NEVER_KEPT } from "../http/never-kept";
import { createPollTally } from "../http/poll-tally";
import type { RequestCount } from "../http/rate-limit";
import { REQUEST_ID_HEADER, requestIdOf } from "../http/request-id";
import type { AppEnv } from "../http/router";
import type { Log } from "../log";
import { limitSchema, namesCursor } from "./changes";
import type { RouteDeps } from "./route-deps";

type PollDeps = Pick<RouteDeps, "db" | "clock" | "metrics" | "settings"> & {
  lastUse: LastUse;
  log: Log;
  requestCount: RequestCount | null;
};

/** Answers polls that find nothing new; leaves what it has asked for to those who answer the others. */
export function answerPolls({ db, clock, metrics, settings, lastUse, log, requestCount }: PollDeps) {
  const askFacts = createFeedFacts(db, clock);
  const acceptsVersion = acceptsVersions(settings.oldestClient);
  const tally = createPollTally(log, clock);
  return createMiddleware<AppEnv>(async (c, next) => {
    const hash = tokenHashOf(c);
    if (hash === undefined) return next();
    const startedMs = performance.now();
    const asked = askFacts(hash);
    c.set("startedMs", startedMs);
    c.set("feedFacts", asked);
    // Whoever waits for them hears of the failure; a request that is refused before does not.
    asked.catch(() => undefined);
    const cursor = cursorOf(c);
    if (cursor === null || hasBody(c) || !acceptsVersion(c)) return next();
    metrics.inFlight.inc();
    const token = findsNothing(await asked.catch(() => undefined), cursor, clock());
    const counted = token && requestCount ? await requestCount(token.agent.id) : null;
    metrics.inFlight.dec();
    if (!token || counted?.isTooMany) return next();
    lastUse.note(token, clock());
    const ms = performance.now() - startedMs;
    metrics.polls.inc({ result: "unchanged" });
    metrics.requestSeconds.observe({ method: "GET", route: "/v1/changes", status: 304 }, ms / 1000);
    tally(ms);
    const names = { [REQUEST_ID_HEADER]: requestIdOf(c), ETag: `"${cursor}"` };
    return new Response(null, {
      status: 304,
      headers: { ...FOR_BROWSERS, ...NEVER_KEPT, ...counted?.headers, ...names },
    });
  });
}

/** The cursor of a request that asks for what is new since; null when it asks for anything else. */
function cursorOf(c: Context): string | null {
  const cursor = c.req.query("cursor");
  if (c.req.method !== "GET" || cursor === undefined || !namesCursor(c.req.header("If-None-Match"), cursor))
    return null;
  const limit = c.req.query("limit");
  return limit === undefined || limitSchema.safeParse(limit).success ? cursor : null;
}

/** The token of a client that may ask and has all there is. */
function findsNothing(facts: FeedFacts | undefined, cursor: string, nowMs: number): FeedFacts["token"] {
  const token = facts?.token;
  if (!facts || !token || whyRefused(token, nowMs) !== null) return undefined;
  return isUpToDate(facts.state, token.agent, cursor) ? token : undefined;
}
