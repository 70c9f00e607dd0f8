import type { Context, Hono } from "hono";
import { answerProblem } from "./problem";
import type { AppEnv } from "./router";

type Route = { method: string; pattern: RegExp };

/** The answer where no route is: 405 with `Allow` at an address that takes other methods, else 404. */
export function answerNotFound(app: Pick<Hono<AppEnv>, "routes">) {
  let routes: Route[] | null = null;
  return (c: Context): Response => {
    // Made at the first need, when every route is there.
    routes ??= app.routes
      .filter(({ method }) => method !== "ALL")
      .map(({ method, path }) => ({ method, pattern: patternOf(path) }));
    const methods = new Set(routes.filter(({ pattern }) => pattern.test(c.req.path)).map(({ method }) => method));
    if (methods.size === 0) return answerProblem(c, "not_found");
    if (methods.has("GET")) methods.add("HEAD");
    const allowed = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"]
      .filter((method) => methods.has(method))
      .join(", ");
    c.header("Allow", allowed);
    return answerProblem(c, "method_not_allowed", `It takes ${allowed}.`);
  };
}

function patternOf(path: string): RegExp {
  const steps = path
    .split("/")
    .map((step) => (step.startsWith(":") ? "[^/]+" : step.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")));
  return new RegExp(`^${steps.join("/")}$`);
}
