/** Servers that are not the one an agent meant. */
import { createServer, type RequestListener } from "node:http";
import { type AddressInfo, createServer as createTcpServer, type Server } from "node:net";

export type WrongServer = { port: number; close(): Promise<void> };

async function listen(server: Server): Promise<WrongServer> {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    port: (server.address() as AddressInfo).port,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

/** A port of loopback that nothing listens on any more. */
export async function closedPort(): Promise<number> {
  const server = await listen(createTcpServer());
  await server.close();
  return server.port;
}

/** A web server of somebody else. */
export function startWebServer(listener: RequestListener): Promise<WrongServer> {
  return listen(
    createServer({ keepAlive: false }, (request, response) => {
      response.setHeader("connection", "close");
      listener(request, response);
    }),
  );
}

const TLS_HANDSHAKE = 0x16;
const FATAL_HANDSHAKE_FAILURE = Buffer.from([0x15, 0x03, 0x03, 0x00, 0x02, 0x02, 0x28]);
const PLAIN_ANSWER = "HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";

/** A TLS listener with which no handshake succeeds. Plain http gets 400, as nginx answers it, or no answer at all. */
export function startBrokenTls({ answersPlainHttp }: { answersPlainHttp: boolean }): Promise<WrongServer> {
  return listen(
    createTcpServer((socket) => {
      socket.on("error", () => socket.destroy());
      socket.once("data", (firstBytes) => {
        if (firstBytes[0] === TLS_HANDSHAKE) socket.end(FATAL_HANDSHAKE_FAILURE);
        else if (answersPlainHttp) socket.end(PLAIN_ANSWER);
        else socket.destroy();
      });
    }),
  );
}
