import { createRoute } from "@hono/zod-openapi";
import {
  MAX_USAGE_AGE_DAYS,
  MAX_USAGE_EVENTS_PER_BATCH,
  ownUsageSchema,
  postUsageResponseSchema,
  usageBatchSchema,
  usageEventSchema,
} from "../../lib/contract/usage";
import { z } from "../../lib/contract/zod";
import { problemResponses } from "../http/problem";
import { createRouter } from "../http/router";
import { dayRangeQuerySchema, toDayRange } from "../usage/day-range";
import { readOwnUsage } from "../usage/read-own-usage";
import { takeUsage } from "../usage/take-usage";
import type { RouteDeps } from "./route-deps";

const SCHEMA_NAME = "UsageEvent";

// Made here for the OpenAPI document, like the flags' (see flags.ts); the same in substance as the contract's.
const [aboutArticle, bare] = usageEventSchema.options;
const namedSchema = z.union([z.strictObject(aboutArticle.shape), z.strictObject(bare.shape)]);
const batchSchema = z.strictObject({
  id: usageBatchSchema.shape.id,
  events: z
    .array(z.unknown())
    .min(1)
    .max(MAX_USAGE_EVENTS_PER_BATCH)
    .openapi({ items: { $ref: `#/components/schemas/${SCHEMA_NAME}` } }),
});

const batchExample = {
  id: "01936f5e-7a2b-7c3d-8e4f-5a6b7c8d9e0f",
  events: [
    { type: "opened", articleId: "faq-12", day: "2026-11-02", count: 3 },
    { type: "searchedWithoutResult", day: "2026-11-02", count: 1 },
  ],
};

const postRoute = createRoute({
  method: "post",
  path: "/v1/usage",
  summary: "Counts what the agent did with articles; never text",
  description:
    "A batch, judged event by event. Its id is the client's: a batch that is sent again counts once, and is answered " +
    "`known`. A key that is not listed refuses an event. The day may be up to " +
    `${MAX_USAGE_AGE_DAYS} days ago. What is kept are sums.`,
  security: [{ agentToken: [] }],
  request: {
    body: { required: true, content: { "application/json": { schema: batchSchema, example: batchExample } } },
  },
  responses: {
    200: {
      description: "A result per event.",
      content: {
        "application/json": {
          schema: postUsageResponseSchema,
          example: { status: "counted", results: [{ status: "counted" }, { status: "counted" }] },
        },
      },
    },
    ...problemResponses("invalid_request", "unauthorized", "conflict", "client_too_old", "body_too_large"),
  },
});

const ownRoute = createRoute({
  method: "get",
  path: "/v1/me/usage",
  summary: "The agent's own figures, day by day",
  description: "Told to this agent alone; no call tells them to anybody else. The last 30 days when not said.",
  security: [{ agentToken: [] }],
  request: { query: dayRangeQuerySchema },
  responses: {
    200: {
      description: "The figures.",
      content: {
        "application/json": {
          schema: ownUsageSchema,
          example: { from: "2026-11-01", to: "2026-11-02", days: [{ day: "2026-11-02", counts: { opened: 3 } }] },
        },
      },
    },
    ...problemResponses("invalid_request", "unauthorized", "client_too_old"),
  },
});

/** Where usage comes in, and an agent's own figures. */
export function usageRoutes({ db, clock }: RouteDeps) {
  const router = createRouter();
  router.openAPIRegistry.register(SCHEMA_NAME, namedSchema);
  router.openapi(postRoute, async (c) => {
    const { id, events } = c.req.valid("json");
    const results = await takeUsage({ db, agent: c.get("agent"), id, sent: events, nowMs: clock() });
    if (results === "known") return c.json({ status: "known" as const, results: [] }, 200);
    return c.json({ status: "counted" as const, results }, 200);
  });
  return router.openapi(ownRoute, async (c) => {
    const range = toDayRange(c.req.valid("query"), clock());
    return c.json(await readOwnUsage(db, c.get("agent").id, range), 200);
  });
}
