import { createServer, type Server } from "node:http";
import { isIPv6 } from "node:net";
import { getRequestListener } from "@hono/node-server";
import type { App } from "./app";

/** How long requests under way may take once the server is to stop. */
const GRACE_MS = 5_000;

/** A server that answers at `url`, which has no slash at its end. `close` lets requests under way end first. */
export type RunningServer = { url: string; close(): Promise<void> };

/** Serves the app. Port 0 takes a free one. Throws the system's error when the address cannot be had. */
export async function startServer({
  app,
  host,
  port,
}: {
  app: App;
  host: string;
  port: number;
}): Promise<RunningServer> {
  const answer = getRequestListener(app.fetch);
  const server = createServer((request, response) => void answer(request, response));
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, () => {
      server.off("error", reject);
      resolve();
    });
  });
  return { url: urlOf(server, host), close: () => closeServer(server) };
}

function urlOf(server: Server, host: string): string {
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  return `http://${isIPv6(host) ? `[${host}]` : host}:${port}`;
}

async function closeServer(server: Server): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  server.closeIdleConnections();
  const timer = setTimeout(() => server.closeAllConnections(), GRACE_MS);
  await closed;
  clearTimeout(timer);
}
