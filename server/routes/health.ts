import { createRoute } from "@hono/zod-openapi";
import { z } from "../../lib/contract/zod";
import { createRouter } from "../http/router";
import { SERVER_VERSION } from "../versions";

const healthSchema = z.object({ status: z.literal("ok"), serverVersion: z.string() });

const healthRoute = createRoute({
  method: "get",
  path: "/health",
  summary: "Whether the server runs",
  description: "For operators. Needs no token and does not ask the database.",
  responses: { 200: { description: "It runs.", content: { "application/json": { schema: healthSchema } } } },
});

export function healthRoutes() {
  return createRouter().openapi(healthRoute, (c) =>
    c.json({ status: "ok" as const, serverVersion: SERVER_VERSION }, 200),
  );
}
