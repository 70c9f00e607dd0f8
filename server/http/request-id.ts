import { randomUUID } from "node:crypto";
import type { Context } from "hono";
import { createMiddleware } from "hono/factory";
import type { AppEnv } from "./router";

export const REQUEST_ID_HEADER = "X-Request-Id";

/** What a proxy's id may look like, so that it is safe in logs, in the audit trail and in a URN. */
const SANE_ID = /^[A-Za-z0-9._-]{1,64}$/;

/** The request's id: the proxy's when it is sane, else a new one. */
export function requestIdOf(c: Context): string {
  const sent = c.req.header(REQUEST_ID_HEADER);
  return sent !== undefined && SANE_ID.test(sent) ? sent : randomUUID();
}

/** Gives each request its id, which goes back in the answer's header. */
export function nameRequests() {
  return createMiddleware<AppEnv>(async (c, next) => {
    const id = requestIdOf(c);
    c.set("requestId", id);
    await next();
    c.res.headers.set(REQUEST_ID_HEADER, id);
  });
}
