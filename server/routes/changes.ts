import { createRoute } from "@hono/zod-openapi";
import { changesPageSchema, DEFAULT_CHANGES_PER_PAGE, MAX_CHANGES_PER_PAGE } from "../../lib/contract/changes";
import { z } from "../../lib/contract/zod";
import { createCarryOutDue } from "../feed/carry-out-due";
import { isSomethingDue, isUpToDate, readFeedState } from "../feed/feed-state";
import { readChanges } from "../feed/read-changes";
import { problemResponses } from "../http/problem";
import { createRouter } from "../http/router";
import type { RouteDeps } from "./route-deps";

const etagHeader = { ETag: { description: "The cursor in quotes.", schema: { type: "string" as const } } };

/** How many changes a page may have. */
export const limitSchema = z.coerce.number().int().min(1).max(MAX_CHANGES_PER_PAGE).default(DEFAULT_CHANGES_PER_PAGE);

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

/** The change feed. */
export function changesRoutes({ db, clock, metrics }: RouteDeps) {
  const carryOutDue = createCarryOutDue(db, clock);
  return createRouter().openapi(changesRoute, async (c) => {
    const { cursor = null, limit } = c.req.valid("query");
    const agent = c.get("agent");
    const state = (await c.get("feedFacts"))?.state ?? (await readFeedState(db, clock()));
    if (cursor !== null && namesCursor(c.req.header("If-None-Match"), cursor) && isUpToDate(state, agent, cursor)) {
      metrics.polls.inc({ result: "unchanged" });
      c.header("ETag", `"${cursor}"`);
      return c.body(null, 304);
    }
    if (isSomethingDue(state)) await carryOutDue();
    const page = await readChanges({ db, agent, cursor, limit, nowMs: clock() });
    metrics.polls.inc({ result: page.reset ? "reset" : "changed" });
    metrics.changesSent.inc(page.changes.length);
    if (!page.hasMore) c.header("ETag", `"${page.cursor}"`);
    return c.json(page, 200);
  });
}

/** Whether an `If-None-Match` names the cursor. Compares weakly: compression on the way makes a strong ETag a weak one. */
export function namesCursor(ifNoneMatch: string | undefined, cursor: string): boolean {
  if (ifNoneMatch === `"${cursor}"`) return true;
  const etags = ifNoneMatch?.split(",").map((etag) => etag.trim().replace(/^W\//, ""));
  return etags?.includes(`"${cursor}"`) ?? false;
}
