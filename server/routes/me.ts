import { createRoute } from "@hono/zod-openapi";
import { API_VERSION, meSchema } from "../../lib/contract/me";
import { countReadableArticles } from "../articles/count-readable";
import { problemResponses } from "../http/problem";
import { createRouter } from "../http/router";
import { SERVER_VERSION } from "../versions";
import type { RouteDeps } from "./route-deps";

const meRoute = createRoute({
  method: "get",
  path: "/v1/me",
  summary: "Who the token belongs to, and whether client and server fit together",
  security: [{ agentToken: [] }],
  responses: {
    200: { description: "The agent.", content: { "application/json": { schema: meSchema } } },
    ...problemResponses("invalid_request", "unauthorized", "client_too_old"),
  },
});

export function meRoutes({ db, clock, settings: { oldestClient } }: RouteDeps) {
  return createRouter().openapi(meRoute, async (c) => {
    const { id, name, role, groups } = c.get("agent");
    const articleCount = await countReadableArticles(db, c.get("agent"), clock());
    const versions = { apiVersion: API_VERSION, serverVersion: SERVER_VERSION, oldestClient };
    return c.json({ service: "souffleur" as const, ...versions, agent: { id, name, role, groups }, articleCount }, 200);
  });
}
