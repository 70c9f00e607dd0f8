import { createRoute } from "@hono/zod-openapi";
import type { Context } from "hono";
import { createMiddleware } from "hono/factory";
import { changesPageSchema, DEFAULT_CHANGES_PER_PAGE, MAX_CHANGES_PER_PAGE } from "../../lib/contract/changes";
import { z } from "../../lib/contract/zod";
import type { FeedReads } from "../feed/feed-reads";
import { type FeedState, isSomethingDue, isUpToDate } from "../feed/feed-state";
import { readChanges } from "../feed/read-changes";
import { problemResponses } from "../http/problem";
import { type AppEnv, createRouter } from "../http/router";
import type { Metrics } from "../metrics/metrics";
import type { RouteDeps } from "./route-deps";

const etagHeader = { ETag: { description: "The cursor in quotes.", schema: { type: "string" as const } } };

const limitSchema = z.coerce.number().int().min(1).max(MAX_CHANGES_PER_PAGE).default(DEFAULT_CHANGES_PER_PAGE);

const changesRoute = createRoute({
  method: "get",
  path: "/v1/changes",
  summary: "What changed since the cursor, as far as the agent may read it",
  description:
    "Without a cursor, or with one that cannot be used any more, a full read starts: the page says `reset`. " +
    'A client that has read everything sends `If-None-Match: "<cursor>"` beside the cursor and gets 304 while ' +
    "nothing is new.",
  security: [{ agentToken: [] }],
  request: {
    query: z.object({
      // Any text passes: a cursor this server cannot read starts a full read, it is no error.
      cursor: z.string().optional(),
      limit: limitSchema,
    }),
    headers: z.object({ "if-none-match": z.string().optional() }),
  },
  responses: {
    200: {
      description: "A page of changes. It has an ETag when it is the last one for now.",
      headers: etagHeader,
      content: { "application/json": { schema: changesPageSchema } },
    },
    304: { description: "Nothing is new since the cursor." },
    ...problemResponses("invalid_request", "unauthorized", "client_too_old"),
  },
});

/** Begins to read the feed's state while the token is looked up; a request that is refused has asked in vain. */
export function askStateEarly(feed: FeedReads) {
  return createMiddleware<AppEnv>(async (c, next) => {
    const state = feed.readState();
    // Whoever waits for it hears of the failure; a request that was refused meanwhile does not.
    state.catch(() => undefined);
    c.set("feedState", state);
    await next();
  });
}

/** The change feed. */
export function changesRoutes({ db, clock, feed, metrics }: RouteDeps & { feed: FeedReads }) {
  const router = createRouter();
  router.get("/v1/changes", answerPolls(feed, metrics));
  return router.openapi(changesRoute, async (c) => {
    const { cursor = null, limit } = c.req.valid("query");
    const state = await stateFor(c, feed);
    if (isSomethingDue(state)) await feed.carryOutDue();
    const page = await readChanges({ db, agent: c.get("agent"), cursor, limit, nowMs: clock() });
    metrics.polls.inc({ result: page.reset ? "reset" : "changed" });
    metrics.changesSent.inc(page.changes.length);
    if (!page.hasMore) c.header("ETag", `"${page.cursor}"`);
    return c.json(page, 200);
  });
}

/**
 * Answers clients that ask whether anything is new and where nothing is: nearly all requests a server gets. They need
 * nothing of what the rest of the route does.
 */
function answerPolls(feed: FeedReads, metrics: Metrics) {
  return createMiddleware<AppEnv>(async (c, next) => {
    const cursor = c.req.query("cursor");
    const isPoll = cursor !== undefined && namesCursor(c.req.header("If-None-Match"), cursor);
    if (!isPoll || !limitSchema.safeParse(c.req.query("limit")).success) return next();
    if (!isUpToDate(await stateFor(c, feed), c.get("agent"), cursor)) return next();
    metrics.polls.inc({ result: "unchanged" });
    c.header("ETag", `"${cursor}"`);
    return c.body(null, 304);
  });
}

function stateFor(c: Context<AppEnv>, feed: FeedReads): Promise<FeedState> {
  return c.get("feedState") ?? feed.readState();
}

/** Compares weakly: compression on the way makes a strong ETag a weak one. */
function namesCursor(ifNoneMatch: string | undefined, cursor: string): boolean {
  if (ifNoneMatch === `"${cursor}"`) return true;
  const etags = ifNoneMatch?.split(",").map((etag) => etag.trim().replace(/^W\//, ""));
  return etags?.includes(`"${cursor}"`) ?? false;
}
