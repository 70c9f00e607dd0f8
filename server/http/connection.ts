import type { IncomingMessage, ServerResponse } from "node:http";
import type { Context } from "hono";

/** Node's side of a request; null when it came by `app.request` and not over the network. */
export function connectionOf(c: Context): { incoming: IncomingMessage; outgoing: ServerResponse } | null {
  const { incoming, outgoing } = (c.env ?? {}) as { incoming?: IncomingMessage; outgoing?: ServerResponse };
  return incoming && outgoing ? { incoming, outgoing } : null;
}

/** Address of who is at the other end of the connection: behind a reverse proxy the proxy's. */
export function addressOf(c: Context): string {
  return connectionOf(c)?.incoming.socket.remoteAddress ?? "unknown";
}

/** Whether the request brings a body along. */
export function hasBody(c: Context): boolean {
  const length = c.req.header("Content-Length");
  if (length !== undefined) return length !== "0";
  if (c.req.header("Transfer-Encoding") !== undefined) return true;
  // Over the network one of the two headers announces it; elsewhere the request says so itself.
  return connectionOf(c) === null && c.req.raw.body !== null;
}
