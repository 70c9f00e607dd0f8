import { createMiddleware } from "hono/factory";
import type { Log, LogLevel } from "../log";
import type { Metrics } from "../metrics/metrics";
import { connectionOf } from "./connection";
import { routeTemplate } from "./route-template";
import type { AppEnv } from "./router";

/** Asked every few seconds by load balancers and monitors; a good answer is no news. */
const PROBES = new Set(["/health", "/ready", "/metrics"]);

/**
 * Writes a line and counts each request once its answer is on its way out: method, route (never the query), status,
 * time, bytes, agent. What went wrong inside stands in the same line.
 */
export function observeRequests(log: Log, metrics: Metrics) {
  return createMiddleware<AppEnv>(async (c, next) => {
    const startedMs = c.get("startedMs") ?? performance.now();
    const connection = connectionOf(c);
    // Kept, since an answer has no socket any more once it is sent.
    const socket = connection?.incoming.socket;
    const writtenBefore = socket?.bytesWritten ?? 0;
    metrics.inFlight.inc();
    await next();
    const { method } = c.req;
    const { status } = c.res;
    const route = routeTemplate(c);
    const requestId = c.get("requestId");
    const agentId = c.var.agent?.id;
    const failure = c.get("failure");
    const finish = (bytes: number | undefined, isCut: boolean) => {
      const ms = performance.now() - startedMs;
      metrics.inFlight.dec();
      if (failure && status === 503) metrics.databaseErrors.inc();
      metrics.requestSeconds.observe({ method: knownMethod(method), route, status }, ms / 1000);
      const level = levelOf(status, route);
      if (level === "debug") return;
      const fields = { requestId, method, route, status, ms: Math.round(ms * 10) / 10, bytes, agentId };
      log(level, `${method} ${route} ${status}`, { ...fields, ...(isCut && { isCut }), ...(failure && { failure }) });
    };
    if (connection === null) return finish(lengthOf(c.res.headers.get("Content-Length")), false);
    const { outgoing } = connection;
    outgoing.once("close", () => {
      const written = (socket?.bytesWritten ?? 0) - writtenBefore;
      finish(lengthOf(outgoing.getHeader("Content-Length")) ?? written, !outgoing.writableFinished);
    });
  });
}

function levelOf(status: number, route: string): LogLevel {
  if (status >= 500) return "error";
  if (status >= 400) return "warn";
  return PROBES.has(route) ? "debug" : "info";
}

function lengthOf(header: unknown): number | undefined {
  return typeof header === "string" || typeof header === "number" ? Number(header) : undefined;
}

const METHODS = new Set(["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"]);

function knownMethod(method: string): string {
  return METHODS.has(method) ? method : "other";
}
