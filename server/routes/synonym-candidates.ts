import { createRoute } from "@hono/zod-openapi";
import { getSynonymCandidatesResponseSchema } from "../../lib/contract/synonym";
import { z } from "../../lib/contract/zod";
import { ProblemError, problemResponses } from "../http/problem";
import { createRouter } from "../http/router";
import { DEFAULT_CANDIDATES, findSynonymCandidates, MAX_CANDIDATES } from "../synonyms/find-candidates";
import type { RouteDeps } from "./route-deps";

const candidatesRoute = createRoute({
  method: "get",
  path: "/v1/synonyms/candidates",
  summary: "Words that may be synonyms, found in what agents taught; for managers and admins",
  description: "Proposals for a person to judge, likeliest first, from articles the caller may read. None is in use.",
  security: [{ agentToken: [] }],
  request: {
    query: z.object({ limit: z.coerce.number().int().min(1).max(MAX_CANDIDATES).default(DEFAULT_CANDIDATES) }),
  },
  responses: {
    200: {
      description: "The candidates.",
      content: { "application/json": { schema: getSynonymCandidatesResponseSchema } },
    },
    ...problemResponses("invalid_request", "unauthorized", "forbidden", "client_too_old"),
  },
});

/** What the knowledge managers may want to make synonyms. */
export function synonymCandidatesRoutes({ db }: RouteDeps) {
  return createRouter().openapi(candidatesRoute, async (c) => {
    const agent = c.get("agent");
    if (agent.role === "agent") throw new ProblemError("forbidden", "Only managers and admins see candidates.");
    const { limit } = c.req.valid("query");
    return c.json({ candidates: await findSynonymCandidates({ db, reader: agent, limit }) }, 200);
  });
}
