import { createRoute } from "@hono/zod-openapi";
import {
  acknowledgementCountsSchema,
  acknowledgementSchema,
  MAX_ACKNOWLEDGEMENTS_PER_BATCH,
  MIN_AGENTS_PER_FIGURE,
  postAcknowledgementsResponseSchema,
} from "../../lib/contract/notice";
import { z } from "../../lib/contract/zod";
import { idParamSchema } from "../http/id-param";
import { ProblemError, problemResponses } from "../http/problem";
import { requireManager } from "../http/require-role";
import { createRouter } from "../http/router";
import { countAcknowledgements } from "../notices/count-acknowledgements";
import { findNotice } from "../notices/find-notice";
import { takeAcknowledgements } from "../notices/take-acknowledgements";
import type { RouteDeps } from "./route-deps";

const SCHEMA_NAME = "Acknowledgement";

// Made here for the OpenAPI document, like the flags' (see flags.ts); the same in substance as the contract's.
const namedSchema = z.strictObject(acknowledgementSchema.shape);
const batchSchema = z.object({
  acknowledgements: z
    .array(z.unknown())
    .min(1)
    .max(MAX_ACKNOWLEDGEMENTS_PER_BATCH)
    .openapi({ items: { $ref: `#/components/schemas/${SCHEMA_NAME}` } }),
});
const example = { noticeId: "0d3f6c1e", version: 1, acknowledgedAt: "2026-11-02T09:05:00.000Z" };

const postRoute = createRoute({
  method: "post",
  path: "/v1/acknowledgements",
  summary: "Says that the agent has understood notices",
  description:
    "A batch, judged one by one. A version of a notice is acknowledged once, so a batch may be sent again. The agent's " +
    "other machines hear of it by the change feed.",
  security: [{ agentToken: [] }],
  request: {
    body: {
      required: true,
      content: { "application/json": { schema: batchSchema, example: { acknowledgements: [example] } } },
    },
  },
  responses: {
    200: {
      description: "A result for each.",
      content: {
        "application/json": {
          schema: postAcknowledgementsResponseSchema,
          example: { results: [{ noticeId: example.noticeId, version: 1, status: "stored" }] },
        },
      },
    },
    ...problemResponses("invalid_request", "unauthorized", "client_too_old", "body_too_large"),
  },
});

const countsRoute = createRoute({
  method: "get",
  path: "/v1/notices/{id}/acknowledgements",
  summary: "How many agents have acknowledged a notice; for managers",
  description:
    "Counts for the version that stands, never names. A count about fewer than " +
    `${MIN_AGENTS_PER_FIGURE} agents, or that leaves as few over, is left out: in \`all\` it is null then.`,
  security: [{ agentToken: [] }],
  request: { params: idParamSchema(100) },
  responses: {
    200: {
      description: "The counts.",
      content: {
        "application/json": {
          schema: acknowledgementCountsSchema,
          example: {
            ...{ noticeId: example.noticeId, version: 1, all: { agents: 40, acknowledged: 31 } },
            groups: [{ group: "billing", agents: 12, acknowledged: 9 }],
          },
        },
      },
    },
    ...problemResponses("invalid_request", "unauthorized", "forbidden", "not_found", "client_too_old"),
  },
});

/** Where acknowledgements come in, and what managers learn of them. */
export function acknowledgementsRoutes({ db, clock }: RouteDeps) {
  const router = createRouter();
  router.openAPIRegistry.register(SCHEMA_NAME, namedSchema);
  router.openapi(postRoute, async (c) => {
    const { acknowledgements: sent } = c.req.valid("json");
    return c.json({ results: await takeAcknowledgements({ db, agent: c.get("agent"), sent, nowMs: clock() }) }, 200);
  });
  return router.openapi(countsRoute, async (c) => {
    requireManager(c.get("agent"));
    const notice = await findNotice(db, c.get("agent"), c.req.valid("param").id);
    if (!notice) throw new ProblemError("not_found");
    return c.json(await countAcknowledgements(db, c.get("agent"), notice), 200);
  });
}
