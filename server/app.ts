import { bodyLimit } from "hono/body-limit";
import { compress } from "hono/compress";
import { cors } from "hono/cors";
import { CLIENT_VERSION_HEADER } from "../lib/contract/me";
import type { Clock } from "./clock";
import type { Database } from "./db/database";
import { authenticate } from "./http/authenticate";
import { checkClientVersion } from "./http/check-client-version";
import { answerError, answerProblem } from "./http/problem";
import { createRouter } from "./http/router";
import { changesRoutes } from "./routes/changes";
import { flagCasesRoutes } from "./routes/flag-cases";
import { flagsRoutes } from "./routes/flags";
import { healthRoutes } from "./routes/health";
import { lessonsRoutes } from "./routes/lessons";
import { meRoutes } from "./routes/me";
import { noticesRoutes } from "./routes/notices";
import type { RouteDeps } from "./routes/route-deps";
import { synonymCandidatesRoutes } from "./routes/synonym-candidates";
import { DEFAULT_SETTINGS, type ServerSettings } from "./settings";
import { SERVER_VERSION } from "./versions";

/** Largest request body, in bytes. */
export const MAX_BODY_BYTES = 1024 * 1024;

/** Chromium forgets a preflight answer after two hours at the latest. */
const PREFLIGHT_MAX_AGE_S = 7200;

type AppOptions = {
  db: Database;
  clock: Clock;
  settings?: ServerSettings;
  /** Gets a line for each failure nobody expected. */
  log?: (message: string) => void;
};

/** Makes the API. It keeps no state of its own, so several may share one database. */
export function createApp({ db, clock, settings = DEFAULT_SETTINGS, log = console.error }: AppOptions) {
  const deps: RouteDeps = { db, clock, settings };
  const app = createRouter();
  app.onError((error, c) => answerError(c, error, log));
  app.notFound((c) => answerProblem(c, "not_found"));

  app.use(
    cors({
      origin: "*",
      allowHeaders: ["Authorization", "Content-Type", "If-None-Match", CLIENT_VERSION_HEADER],
      exposeHeaders: ["ETag", "Retry-After"],
      maxAge: PREFLIGHT_MAX_AGE_S,
    }),
  );
  app.use(compress());
  app.use("/v1/*", async (c, next) => {
    await next();
    // Answers differ by agent and hold internal knowledge: no cache on the way or in the browser keeps them.
    c.header("Cache-Control", "no-store");
  });
  app.use("/v1/*", checkClientVersion(settings.oldestClient), authenticate(db, clock));
  app.use("/v1/*", bodyLimit({ maxSize: MAX_BODY_BYTES, onError: (c) => answerProblem(c, "body_too_large") }));

  app.route("/", healthRoutes());
  app.route("/", meRoutes(deps));
  app.route("/", changesRoutes(deps));
  app.route("/", flagsRoutes(deps));
  app.route("/", flagCasesRoutes(deps));
  app.route("/", lessonsRoutes(deps));
  app.route("/", noticesRoutes(deps));
  app.route("/", synonymCandidatesRoutes(deps));

  app.openAPIRegistry.registerComponent("securitySchemes", "agentToken", { type: "http", scheme: "bearer" });
  app.doc31("/openapi.json", {
    openapi: "3.1.0",
    info: { title: "Souffleur", version: SERVER_VERSION, description: "Knowledge for the Souffleur sidebar." },
  });
  return app;
}

export type App = ReturnType<typeof createApp>;
