import { randomUUID } from "node:crypto";
import { createMiddleware } from "hono/factory";
import type { AppEnv } from "./router";

export const REQUEST_ID_HEADER = "X-Request-Id";

/** What a proxy's id may look like, so that it is safe in logs, in the audit trail and in a URN. */
const SANE_ID = /^[A-Za-z0-9._-]{1,64}$/;

/** Gives each request an id: the proxy's when it is sane, else a new one. It goes back in the answer's header. */
export function nameRequests() {
  return createMiddleware<AppEnv>(async (c, next) => {
    const sent = c.req.header(REQUEST_ID_HEADER);
    const id = sent !== undefined && SANE_ID.test(sent) ? sent : randomUUID();
    c.set("requestId", id);
    await next();
    c.res.headers.set(REQUEST_ID_HEADER, id);
  });
}
