import { createRoute } from "@hono/zod-openapi";
import { flagSubmissionSchema, MAX_FLAGS_PER_BATCH, postFlagsResponseSchema } from "../../lib/contract/flags";
import { z } from "../../lib/contract/zod";
import { takeFlags } from "../flags/take-flags";
import { problemResponses } from "../http/problem";
import { createRouter } from "../http/router";
import type { RouteDeps } from "./route-deps";

const FLAG_SCHEMA_NAME = "FlagSubmission";

// Only schemas made after the import of zod-openapi can carry what the OpenAPI document is to show. The contract's may
// have been made before, so these two are made here, the same in substance.
const namedFlagSchema = z.object(flagSubmissionSchema.shape);
/** Takes any flags, since they are judged one by one: a bad one does not hold up the others. Shows what a flag has to be. */
const batchSchema = z.object({
  flags: z
    .array(z.unknown())
    .min(1)
    .max(MAX_FLAGS_PER_BATCH)
    .openapi({ items: { $ref: `#/components/schemas/${FLAG_SCHEMA_NAME}` } }),
});

const flagsRoute = createRoute({
  method: "post",
  path: "/v1/flags",
  summary: "Flags articles as wrong",
  description:
    "A batch, judged flag by flag: one that cannot be taken does not hold up the others. The id is the client's, so " +
    "a batch may be sent again. The same id with another reason or comment amends the flag.",
  security: [{ agentToken: [] }],
  request: { body: { required: true, content: { "application/json": { schema: batchSchema } } } },
  responses: {
    200: { description: "A result per flag.", content: { "application/json": { schema: postFlagsResponseSchema } } },
    ...problemResponses("invalid_request", "unauthorized", "client_too_old", "body_too_large"),
  },
});

/** Where flags come in. */
export function flagsRoutes({ db, clock, settings }: RouteDeps) {
  const router = createRouter();
  router.openAPIRegistry.register(FLAG_SCHEMA_NAME, namedFlagSchema);
  return router.openapi(flagsRoute, async (c) => {
    const { flags: sent } = c.req.valid("json");
    const batch = { db, agent: c.get("agent"), sent, settings: settings.flags, nowMs: clock() };
    return c.json({ results: await takeFlags(batch) }, 200);
  });
}
