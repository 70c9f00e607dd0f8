import { createMiddleware } from "hono/factory";
import { CLIENT_VERSION_HEADER } from "../../lib/contract/me";
import { REQUEST_ID_HEADER } from "./request-id";

const ALLOWED_METHODS = "GET,HEAD,PUT,POST,DELETE,PATCH";

const ALLOWED_HEADERS = [
  ...["Authorization", "Content-Type", "If-Match", "If-None-Match"],
  ...[CLIENT_VERSION_HEADER, REQUEST_ID_HEADER],
].join(",");

const EXPOSED_HEADERS = [
  ...["ETag", "Retry-After", "RateLimit-Limit", "RateLimit-Remaining", "RateLimit-Reset"],
  ...["Location", REQUEST_ID_HEADER],
].join(",");

/** What each answer says to browsers. */
export const FOR_BROWSERS = {
  "Access-Control-Allow-Origin": "*",
  "Access-Control-Expose-Headers": EXPOSED_HEADERS,
} as const;

/** Chromium forgets a preflight answer after two hours at the latest. */
const PREFLIGHT_MAX_AGE_S = "7200";

/**
 * Lets pages and extensions of any origin ask, without cookies; the token decides. Hono's own does the same, but copies
 * every answer to add its headers, which costs more than all the rest of an answer without news.
 */
export function allowBrowsers() {
  return createMiddleware(async (c, next) => {
    c.header("Access-Control-Allow-Origin", "*");
    if (c.req.method !== "OPTIONS") {
      c.header("Access-Control-Expose-Headers", EXPOSED_HEADERS);
      return next();
    }
    c.header("Access-Control-Allow-Methods", ALLOWED_METHODS);
    c.header("Access-Control-Allow-Headers", ALLOWED_HEADERS);
    c.header("Access-Control-Max-Age", PREFLIGHT_MAX_AGE_S);
    return c.body(null, 204);
  });
}
