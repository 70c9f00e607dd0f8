import { cors } from "hono/cors";
import { CLIENT_VERSION_HEADER } from "../../lib/contract/me";
import { REQUEST_ID_HEADER } from "./request-id";

/** Chromium forgets a preflight answer after two hours at the latest. */
const PREFLIGHT_MAX_AGE_S = 7200;

/** Lets pages and extensions of any origin ask, without cookies; the token decides. */
export function allowBrowsers() {
  return cors({
    origin: "*",
    allowHeaders: [
      ...["Authorization", "Content-Type", "If-Match", "If-None-Match"],
      ...[CLIENT_VERSION_HEADER, REQUEST_ID_HEADER],
    ],
    exposeHeaders: [
      ...["ETag", "Retry-After", "RateLimit-Limit", "RateLimit-Remaining", "RateLimit-Reset"],
      ...["Location", REQUEST_ID_HEADER],
    ],
    maxAge: PREFLIGHT_MAX_AGE_S,
  });
}
