import type { Context } from "hono";
import { matchedRoutes } from "hono/route";

/** Where no route is; addresses that anybody can make up must not become names of log fields and metrics. */
export const NO_ROUTE = "(none)";

/** The template of the route that answers, as the OpenAPI document has it: `/v1/articles/{id}`. */
export function routeTemplate(c: Context): string {
  const route = matchedRoutes(c).findLast(({ method }) => method !== "ALL");
  return route ? toTemplate(route.path) : NO_ROUTE;
}

/** Hono's `/v1/articles/:id` as OpenAPI writes it. */
export function toTemplate(path: string): string {
  return path.replace(/:([A-Za-z]\w*)(\{[^}]*\})?/g, "{$1}");
}
