import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { isIPv6 } from "node:net";
import type { Duplex } from "node:stream";
import { getRequestListener } from "@hono/node-server";
import type { App } from "./app";
import { refuseConnection } from "./http/refuse-connection";

/** How long requests under way may take once the server is to stop. */
const GRACE_MS = 5_000;

/**
 * What one connection may do: time to send its headers and its whole request, time it may stay idle (longer than the
 * minute after which proxies close theirs, so that none sends into a closing one), and the size of its headers, the
 * address included. `connections` keeps one machine that opens them without end from taking every file handle.
 */
const LIMITS = {
  headersMs: 15_000,
  requestMs: 30_000,
  idleMs: 75_000,
  headerBytes: 16 * 1024,
  connections: 20_000,
} as const;

export type ConnectionLimits = { [Name in keyof typeof LIMITS]: number };

/** A server that answers at `url`, which has no slash at its end. `close` lets requests under way end first. */
export type RunningServer = { url: string; close(): Promise<void> };

/** Serves the app. Port 0 takes a free one. Throws the system's error when the address cannot be had. */
export async function startServer({
  app,
  host,
  port,
  limits = {},
}: {
  app: App;
  host: string;
  port: number;
  limits?: Partial<ConnectionLimits>;
}): Promise<RunningServer> {
  const { headersMs, requestMs, idleMs, headerBytes, connections } = { ...LIMITS, ...limits };
  const answer = getRequestListener(app.fetch);
  const underWay = new Set<ServerResponse>();
  const server = createServer(
    {
      headersTimeout: headersMs,
      requestTimeout: requestMs,
      keepAliveTimeout: idleMs,
      maxHeaderSize: headerBytes,
      connectionsCheckingInterval: Math.min(requestMs, 5_000),
    },
    (request: IncomingMessage, response) => {
      underWay.add(response);
      response.once("close", () => underWay.delete(response));
      void answer(request, response);
    },
  );
  server.maxConnections = connections;
  server.on("clientError", (error: NodeJS.ErrnoException, socket: Duplex) => refuseConnection(error.code, socket));
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, () => {
      server.off("error", reject);
      resolve();
    });
  });
  return { url: urlOf(server, host), close: () => closeServer(server, underWay) };
}

function urlOf(server: Server, host: string): string {
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  return `http://${isIPv6(host) ? `[${host}]` : host}:${port}`;
}

async function closeServer(server: Server, underWay: ReadonlySet<ServerResponse>): Promise<void> {
  // Else a client that keeps its connection would hold up the end until the time is over.
  for (const response of underWay) response.shouldKeepAlive = false;
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  server.closeIdleConnections();
  const timer = setTimeout(() => server.closeAllConnections(), GRACE_MS);
  await closed;
  clearTimeout(timer);
}
