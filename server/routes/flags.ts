import { createRoute } from "@hono/zod-openapi";
import { and, eq } from "drizzle-orm";
import { flagReportSchema } from "../../lib/contract/flag-cases";
import {
  flagStatusSchema,
  flagSubmissionSchema,
  MAX_FLAGS_PER_BATCH,
  postFlagsResponseSchema,
} from "../../lib/contract/flags";
import { z } from "../../lib/contract/zod";
import { flagCases } from "../db/flag-schema";
import { flags as flagTable } from "../db/schema";
import { isShownTo, readFlags } from "../flags/read-flags";
import { takeFlags } from "../flags/take-flags";
import { idSchema } from "../http/id-schema";
import { nextCursorSchema, pageQuerySchema } from "../http/paging";
import { problemResponses } from "../http/problem";
import { createRouter } from "../http/router";
import { exampleFlag, exampleFlagReport } from "./flag-examples";
import type { RouteDeps } from "./route-deps";

const FLAG_SCHEMA_NAME = "FlagSubmission";

// Only schemas made after the import of zod-openapi can carry what the OpenAPI document is to show. The contract's may
// have been made before, so these are made here, the same in substance.
// What may be left out is to be read so from the document, too.
const namedFlagSchema = z
  .object({ ...flagSubmissionSchema.shape, passage: flagSubmissionSchema.shape.passage.unwrap().optional() })
  .openapi({ example: exampleFlag });
/** Takes any flags, since they are judged one by one: a bad one does not hold up the others. Shows what a flag has to be. */
const batchSchema = z
  .object({
    flags: z
      .array(z.unknown())
      .min(1)
      .max(MAX_FLAGS_PER_BATCH)
      .openapi({ items: { $ref: `#/components/schemas/${FLAG_SCHEMA_NAME}` } }),
  })
  .openapi({ example: { flags: [exampleFlag] } });
const resultsSchema = z
  .object(postFlagsResponseSchema.shape)
  .openapi({ example: { results: [{ id: exampleFlag.id, status: "stored", lookBy: "2026-11-05" }] } });
const listSchema = z
  .object({ flags: z.array(flagReportSchema), nextCursor: nextCursorSchema })
  .openapi({ example: { flags: [exampleFlagReport], nextCursor: null } });

const postFlagsRoute = createRoute({
  method: "post",
  path: "/v1/flags",
  operationId: "postFlags",
  tags: ["Flags"],
  summary: "Flags articles as wrong",
  description:
    "A batch, judged flag by flag: one that cannot be taken does not hold up the others. The id is the client's, so " +
    "a batch may be sent again. The same id with another reason, comment or passage amends the flag. `lookBy` is the day by " +
    "which somebody looks; what becomes of a flag comes with the changes, as `flagOutcome`.",
  security: [{ agentToken: [] }],
  request: { body: { required: true, content: { "application/json": { schema: batchSchema } } } },
  responses: {
    200: { description: "A result per flag.", content: { "application/json": { schema: resultsSchema } } },
    ...problemResponses("invalid_request", "unauthorized", "client_too_old", "body_too_large"),
  },
});

const listFlagsRoute = createRoute({
  method: "get",
  path: "/v1/flags",
  operationId: "listFlags",
  tags: ["Flags"],
  summary: "Flags, the latest first",
  description:
    "An agent's own. Managers also get those on articles they may read, with who flagged; admins get all. `mine` " +
    "leaves it at one's own.",
  security: [{ agentToken: [] }],
  request: {
    query: pageQuerySchema.extend({
      articleId: idSchema.optional(),
      caseId: idSchema.optional(),
      status: flagStatusSchema.optional(),
      mine: z.enum(["true", "false"]).optional(),
    }),
  },
  responses: {
    200: { description: "A page of flags.", content: { "application/json": { schema: listSchema } } },
    ...problemResponses("invalid_request", "unauthorized", "client_too_old"),
  },
});

/** Where flags come in and are read. */
export function flagsRoutes({ db, clock, settings, metrics }: RouteDeps) {
  const router = createRouter();
  router.openAPIRegistry.register(FLAG_SCHEMA_NAME, namedFlagSchema);
  return router
    .openapi(postFlagsRoute, async (c) => {
      const { flags: sent } = c.req.valid("json");
      const batch = { db, agent: c.get("agent"), sent, settings: settings.flags, nowMs: clock() };
      const results = await takeFlags(batch);
      for (const { status } of results) metrics.flags.inc({ result: status });
      return c.json({ results }, 200);
    })
    .openapi(listFlagsRoute, async (c) => {
      const agent = c.get("agent");
      const { articleId, caseId, status, mine, limit, cursor } = c.req.valid("query");
      const where = and(
        mine === "true" ? eq(flagTable.agentId, agent.id) : isShownTo(agent),
        articleId === undefined ? undefined : eq(flagTable.articleId, articleId),
        caseId === undefined ? undefined : eq(flagTable.caseId, caseId),
        status === undefined ? undefined : eq(flagCases.status, status),
      );
      const { reports, nextCursor } = await readFlags({ db, where, limit, cursor });
      return c.json({ flags: reports, nextCursor }, 200);
    });
}
