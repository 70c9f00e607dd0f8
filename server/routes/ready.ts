import { createRoute } from "@hono/zod-openapi";
import { z } from "../../lib/contract/zod";
import type { Database } from "../db/database";
import { knownSchemaVersion, readSchemaVersion } from "../db/schema-state";
import { ProblemError, problemResponses } from "../http/problem";
import { createRouter } from "../http/router";
import { SERVER_VERSION } from "../versions";
import type { RouteDeps } from "./route-deps";

/** How long the database may take to answer before it counts as away. */
const PATIENCE_MS = 3_000;

const readySchema = z
  .object({ status: z.literal("ready"), serverVersion: z.string() })
  .openapi({ example: { status: "ready", serverVersion: SERVER_VERSION } });

const readyRoute = createRoute({
  method: "get",
  path: "/ready",
  operationId: "getReady",
  tags: ["Operations"],
  summary: "Whether the server can answer requests now",
  description:
    "For load balancers. Needs no token. 503 while the database does not answer, its tables are not up to date, or " +
    "the server is stopping.",
  security: [],
  responses: {
    200: { description: "It can.", content: { "application/json": { schema: readySchema } } },
    ...problemResponses("unavailable"),
  },
});

/** Whether requests may be sent here. */
export function readyRoutes({ db, isStopping }: RouteDeps) {
  return createRouter().openapi(readyRoute, async (c) => {
    if (isStopping()) throw new ProblemError("unavailable", "The server is stopping.");
    if (!(await isUpToDate(db))) throw new ProblemError("unavailable", "The database's tables are not up to date.");
    return c.json({ status: "ready" as const, serverVersion: SERVER_VERSION }, 200);
  });
}

/** Tables of a newer server will do: while several are replaced one after the other, the old ones go on answering. */
async function isUpToDate(db: Database): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    const error = new ProblemError("unavailable", "The database does not answer.");
    timer = setTimeout(() => reject(error), PATIENCE_MS);
  });
  try {
    return (await Promise.race([readSchemaVersion(db), late])) >= knownSchemaVersion();
  } finally {
    clearTimeout(timer);
  }
}
