import { bodyLimit } from "hono/body-limit";
import { createTokenLookup } from "./agents/find-token";
import { createLastUse, type LastUse } from "./agents/last-use";
import type { Clock } from "./clock";
import type { Database } from "./db/database";
import { allowBrowsers } from "./http/allow-browsers";
import { answerNotFound } from "./http/answer-not-found";
import { authenticate } from "./http/authenticate";
import { checkBodyType } from "./http/check-body";
import { checkClientVersion } from "./http/check-client-version";
import { compressAnswers } from "./http/compress-answers";
import { hasBody } from "./http/connection";
import { NEVER_KEPT } from "./http/never-kept";
import { observeRequests } from "./http/observe";
import { answerError, answerProblem } from "./http/problem";
import { createRequestCount, limitRequests, limitWrongTokens } from "./http/rate-limit";
import { nameRequests } from "./http/request-id";
import { createRouter } from "./http/router";
import { type Log, logFailures } from "./log";
import { createMetrics, type Metrics } from "./metrics/metrics";
import { addOpenApi } from "./openapi/openapi-routes";
import { acknowledgementsRoutes } from "./routes/acknowledgements";
import { agentsRoutes } from "./routes/agents";
import { articleEditsRoutes } from "./routes/article-edits";
import { articleLifeRoutes } from "./routes/article-life";
import { articleVersionsRoutes } from "./routes/article-versions";
import { articlesRoutes } from "./routes/articles";
import { auditRoutes } from "./routes/audit";
import { categoriesRoutes } from "./routes/categories";
import { changesRoutes } from "./routes/changes";
import { flagCasesRoutes } from "./routes/flag-cases";
import { flagsRoutes } from "./routes/flags";
import { gapsRoutes } from "./routes/gaps";
import { healthRoutes } from "./routes/health";
import { lessonsRoutes } from "./routes/lessons";
import { meRoutes } from "./routes/me";
import { metricsRoutes } from "./routes/metrics";
import { noticesRoutes } from "./routes/notices";
import { answerPolls } from "./routes/polls";
import { readyRoutes } from "./routes/ready";
import { reportsRoutes } from "./routes/reports";
import type { RouteDeps } from "./routes/route-deps";
import { situationsRoutes } from "./routes/situations";
import { synonymCandidatesRoutes } from "./routes/synonym-candidates";
import { synonymsRoutes } from "./routes/synonyms";
import { tokensRoutes } from "./routes/tokens";
import { usageRoutes } from "./routes/usage";
import { DEFAULT_SETTINGS, type ServerSettings } from "./settings";

/** Largest request body, in bytes. */
export const MAX_BODY_BYTES = 1024 * 1024;

type AppOptions = {
  db: Database;
  clock: Clock;
  settings?: ServerSettings;
  /** Where uses of tokens are noted; whoever passes one flushes it at the end. */
  lastUse?: LastUse;
  /** Gets a line for each request; without it failures go to the console. */
  log?: Log;
  metrics?: Metrics;
  /** Who sends it as bearer may read the metrics; without it nobody may. */
  metricsToken?: string | null;
  /** Whether the process has been asked to stop: then it is not ready any more. */
  isStopping?: () => boolean;
};

/** Makes the API. It keeps no state of its own, so several may share one database. */
export function createApp(options: AppOptions) {
  const { db, clock, settings = DEFAULT_SETTINGS, log = logFailures, metrics = createMetrics() } = options;
  const { lastUse = createLastUse(db), metricsToken = null, isStopping = () => false } = options;
  const deps: RouteDeps = { db, clock, settings, metrics, metricsToken, isStopping };
  const requestCount = createRequestCount(settings.requestsPerMinute);
  const app = createRouter();
  app.onError((error, c) => answerError(c, error));
  app.notFound(answerNotFound(app));

  // Before all the rest, of which it does for itself what such a poll needs.
  app.get("/v1/changes", answerPolls({ db, clock, lastUse, log, metrics, requestCount, settings }));
  app.use(nameRequests(), observeRequests(log, metrics));
  app.use(allowBrowsers());
  app.use(compressAnswers());
  app.use("/v1/*", async (c, next) => {
    c.header("Cache-Control", NEVER_KEPT["Cache-Control"]);
    await next();
  });
  app.use("/v1/*", checkClientVersion(settings.oldestClient), limitWrongTokens(settings.wrongTokensPerMinute, metrics));
  app.use("/v1/*", authenticate({ findToken: createTokenLookup(db, clock), lastUse, clock }));
  app.use("/v1/*", limitRequests(requestCount, metrics), checkBodyType());
  const limitBody = bodyLimit({ maxSize: MAX_BODY_BYTES, onError: (c) => answerProblem(c, "body_too_large") });
  // Asked first, since a look for the body alone makes a poll a third dearer.
  app.use("/v1/*", (c, next) => (hasBody(c) ? limitBody(c, next) : next()));

  app.route("/", healthRoutes());
  app.route("/", readyRoutes(deps));
  app.route("/", metricsRoutes(deps));
  app.route("/", meRoutes(deps));
  app.route("/", agentsRoutes(deps));
  app.route("/", tokensRoutes(deps));
  app.route("/", articlesRoutes(deps));
  app.route("/", articleEditsRoutes(deps));
  app.route("/", articleLifeRoutes(deps));
  app.route("/", articleVersionsRoutes(deps));
  app.route("/", categoriesRoutes(deps));
  app.route("/", changesRoutes(deps));
  app.route("/", flagsRoutes(deps));
  app.route("/", flagCasesRoutes(deps));
  app.route("/", lessonsRoutes(deps));
  app.route("/", noticesRoutes(deps));
  app.route("/", acknowledgementsRoutes(deps));
  app.route("/", situationsRoutes(deps));
  app.route("/", synonymCandidatesRoutes(deps));
  app.route("/", synonymsRoutes(deps));
  app.route("/", usageRoutes(deps));
  app.route("/", gapsRoutes(deps));
  app.route("/", reportsRoutes(deps));
  app.route("/", auditRoutes(deps));

  addOpenApi(app);
  return app;
}

export type App = ReturnType<typeof createApp>;
