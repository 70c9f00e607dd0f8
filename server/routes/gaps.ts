import { createRoute } from "@hono/zod-openapi";
import { daySchema } from "../../lib/contract/learned-terms";
import {
  closeGapsSchema,
  gapSubmissionSchema,
  MAX_GAPS_PER_BATCH,
  postGapsResponseSchema,
  reportedGapSchema,
} from "../../lib/contract/usage";
import { z } from "../../lib/contract/zod";
import { actorOf } from "../audit/actor";
import { idParamSchema, storableIdSchema } from "../http/id-param";
import { cutPage, nextCursorSchema, pageQuerySchema, readListCursor } from "../http/paging";
import { ProblemError, problemResponses } from "../http/problem";
import { requireManager } from "../http/require-role";
import { createRouter } from "../http/router";
import { closeGap, closeGapsWith } from "../usage/close-gaps";
import { readGaps } from "../usage/read-gaps";
import { takeGaps } from "../usage/take-gaps";
import type { RouteDeps } from "./route-deps";

const SCHEMA_NAME = "GapSubmission";
const security = [{ agentToken: [] }];
const placeSchema = z.tuple([daySchema, storableIdSchema(100)]);

// Made here for the OpenAPI document, like the flags' (see flags.ts); the same in substance as the contract's.
const namedSchema = z.strictObject(gapSubmissionSchema.shape);
const batchSchema = z.object({
  gaps: z
    .array(z.unknown())
    .min(1)
    .max(MAX_GAPS_PER_BATCH)
    .openapi({ items: { $ref: `#/components/schemas/${SCHEMA_NAME}` } }),
});
const gapExample = {
  ...{ id: "01936f5e-7a2b-7c3d-8e4f-5a6b7c8d9e0f", terms: ["charger", "warranty"], language: "en", day: "2026-11-02" },
};
const always = ["invalid_request", "unauthorized", "forbidden", "client_too_old"] as const;

const postRoute = createRoute({
  method: "post",
  path: "/v1/gaps",
  summary: "Reports needs that no article covers, in words the agent let go",
  description:
    "A batch, judged one by one; the ids are the client's, so it may be sent again. A gap is 1 to 20 terms of one or two " +
    "words of letters. A key that is not listed refuses it.",
  security,
  request: {
    body: { required: true, content: { "application/json": { schema: batchSchema, example: { gaps: [gapExample] } } } },
  },
  responses: {
    200: {
      description: "A result per gap.",
      content: {
        "application/json": {
          schema: postGapsResponseSchema,
          example: { results: [{ id: gapExample.id, status: "stored" }] },
        },
      },
    },
    ...problemResponses("invalid_request", "unauthorized", "client_too_old", "body_too_large"),
  },
});

const listRoute = createRoute({
  method: "get",
  path: "/v1/gaps",
  summary: "Single reports of gaps, latest day first; for managers",
  description: "Words only, never whose they are. Open ones when not said.",
  security,
  request: { query: pageQuerySchema.extend({ status: z.enum(["open", "closed"]).default("open") }) },
  responses: {
    200: {
      description: "A page of gaps.",
      content: {
        "application/json": {
          schema: z.object({ gaps: z.array(reportedGapSchema), nextCursor: nextCursorSchema }),
          example: { gaps: [{ ...gapExample, closedAt: null, closedBy: null }], nextCursor: null },
        },
      },
    },
    ...problemResponses(...always),
  },
});

const closeRoute = createRoute({
  method: "post",
  path: "/v1/gaps/{id}/close",
  summary: "Closes a gap; for managers",
  description: "It leaves the report. One that is closed stays as it is.",
  security,
  request: { params: idParamSchema(100) },
  responses: { 204: { description: "It is closed." }, ...problemResponses(...always, "not_found") },
});

const closeAllRoute = createRoute({
  method: "post",
  path: "/v1/gaps/close",
  summary: "Closes every open gap that has all of these terms; for managers",
  description: "`language` left out: in any language; null: those of no language.",
  security,
  request: {
    body: {
      required: true,
      content: { "application/json": { schema: closeGapsSchema, example: { terms: ["charger"], language: "en" } } },
    },
  },
  responses: {
    200: {
      description: "How many were closed.",
      content: { "application/json": { schema: z.object({ closed: z.int().nonnegative() }), example: { closed: 4 } } },
    },
    ...problemResponses(...always, "body_too_large"),
  },
});

/** Where gaps come in, and what managers do about them. */
export function gapsRoutes({ db, clock }: RouteDeps) {
  const router = createRouter();
  router.openAPIRegistry.register(SCHEMA_NAME, namedSchema);
  router.openapi(postRoute, async (c) => {
    const { gaps } = c.req.valid("json");
    return c.json({ results: await takeGaps({ db, agent: c.get("agent"), sent: gaps, nowMs: clock() }) }, 200);
  });
  router.openapi(listRoute, async (c) => {
    requireManager(c.get("agent"));
    const { limit, cursor, status } = c.req.valid("query");
    const after = readListCursor(cursor, placeSchema);
    const rows = await readGaps({ db, isClosed: status === "closed", after, limit: limit + 1 });
    const { page, nextCursor } = cutPage(rows, limit, ({ day, id }) => [day, id]);
    return c.json({ gaps: page, nextCursor }, 200);
  });
  router.openapi(closeRoute, async (c) => {
    requireManager(c.get("agent"));
    const isThere = await closeGap(db, c.req.valid("param").id, { actor: actorOf(c), nowMs: clock() });
    if (!isThere) throw new ProblemError("not_found");
    return c.body(null, 204);
  });
  return router.openapi(closeAllRoute, async (c) => {
    requireManager(c.get("agent"));
    const closed = await closeGapsWith(db, c.req.valid("json"), { actor: actorOf(c), nowMs: clock() });
    return c.json({ closed }, 200);
  });
}
