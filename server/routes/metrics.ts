import { createHash, timingSafeEqual } from "node:crypto";
import { createRoute } from "@hono/zod-openapi";
import { z } from "../../lib/contract/zod";
import { ProblemError, problemResponses } from "../http/problem";
import { createRouter } from "../http/router";
import { readGauges } from "../metrics/read-gauges";
import type { RouteDeps } from "./route-deps";

const exampleText = `# HELP souffleur_polls_total Requests for changes, by whether there were any.
# TYPE souffleur_polls_total counter
souffleur_polls_total{result="unchanged"} 4021
`;

const metricsRoute = createRoute({
  method: "get",
  path: "/metrics",
  operationId: "getMetrics",
  tags: ["Operations"],
  summary: "Figures for Prometheus",
  description:
    "Asks for the token in SOUFFLEUR_METRICS_TOKEN as bearer; there is nothing here while that is not set. Figures " +
    "of this process, but for those of the database (articles, flag cases), which every process tells alike. No " +
    "figure names an agent or an article.",
  security: [{ metricsToken: [] }],
  responses: {
    200: {
      description: "Figures in Prometheus' text format.",
      content: { "text/plain": { schema: z.string().openapi({ example: exampleText }) } },
    },
    ...problemResponses("unauthorized", "not_found", "unavailable"),
  },
});

/** Figures for who holds the metrics token. */
export function metricsRoutes(deps: RouteDeps) {
  const { metrics, metricsToken } = deps;
  return createRouter().openapi(metricsRoute, async (c) => {
    if (metricsToken === null) {
      throw new ProblemError("not_found", "Set SOUFFLEUR_METRICS_TOKEN to have metrics here.");
    }
    const sent = (c.req.header("Authorization") ?? "").replace(/^Bearer +/i, "").trim();
    if (!timingSafeEqual(digest(sent), digest(metricsToken))) throw new ProblemError("unauthorized");
    await readGauges(deps);
    return c.text(await metrics.registry.metrics(), 200, { "Content-Type": metrics.registry.contentType });
  });
}

/** Of one length, as the comparison asks for. */
function digest(text: string): Buffer {
  return createHash("sha256").update(text).digest();
}
