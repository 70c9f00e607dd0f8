import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

export type EchoServer = { url: string; close(): Promise<void> };

/** A server on loopback that any page may call; it answers each request with the body it got. */
export async function startEchoServer(): Promise<EchoServer> {
  const server = createServer((request, response) => {
    response.writeHead(200, { "access-control-allow-origin": "*", "access-control-allow-headers": "*" });
    request.pipe(response);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async close() {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeAllConnections();
      await closed;
    },
  };
}
