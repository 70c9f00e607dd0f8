/**
 * A forward proxy on loopback that writes down what a browser sends, so that a test can prove what leaves it: from
 * tabs, side panel, workers and service worker alike. It forwards to loopback only.
 */
import {
  createServer,
  request as forwardRequest,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type OutgoingHttpHeaders,
  type ServerResponse,
} from "node:http";
import type { AddressInfo } from "node:net";
import type { Duplex } from "node:stream";
import { pipeline } from "node:stream/promises";
import { brotliDecompressSync, gunzipSync, inflateSync } from "node:zlib";
import { isLoopback } from "./loopback";

/**
 * A request as the browser sent it. For a `CONNECT` the url is `host:port`; the proxy refuses it, so nothing of what
 * would have followed was sent. `forwarded` tells whether it went on to a server.
 */
export type RecordedRequest = {
  method: string;
  url: string;
  headers: IncomingHttpHeaders;
  /** What has arrived of the body so far; all of it once the server has answered. */
  readonly body: Buffer;
  /** The body as text, decompressed when it says it is compressed. */
  readonly bodyText: string;
  forwarded: boolean;
};

export type RecordingProxy = {
  /** For `launchExtension({ proxy })`. */
  url: string;
  /** Oldest first. */
  requests: readonly RecordedRequest[];
  close(): Promise<void>;
};

/** Headers about one connection, not to be passed on (RFC 9110, 7.6.1). */
const CONNECTION_HEADERS = [
  "connection",
  "keep-alive",
  "proxy-authenticate",
  "proxy-authorization",
  "proxy-connection",
  "te",
  "trailer",
  "transfer-encoding",
  "upgrade",
];

/** Makers of browsers, whose servers some builds call for updates and sign-in however they are started. */
const BROWSER_MAKERS = /(^|\.)(google|googleapis|gstatic|microsoft|mozilla|firefox)\.(com|org|net)$/;

/**
 * Whether a request is a browser's own upkeep, which no extension asked for. For tests of whom the product talks to;
 * a test of what may never leave the browser looks at all requests.
 */
export function isBrowserUpkeep({ method, url }: Pick<RecordedRequest, "method" | "url">): boolean {
  const address = method === "CONNECT" ? `https://${url}` : url;
  return URL.canParse(address) && BROWSER_MAKERS.test(new URL(address).hostname);
}

function decodedBody(body: Buffer, encoding: string | undefined): string {
  const decoders = new Map([
    ["gzip", gunzipSync],
    ["deflate", inflateSync],
    ["br", brotliDecompressSync],
  ]);
  const decode = encoding === undefined ? undefined : decoders.get(encoding);
  return (decode ? decode(body) : body).toString("utf8");
}

function record(request: IncomingMessage): RecordedRequest {
  const { method = "", url = "", headers } = request;
  const chunks: Buffer[] = [];
  request.on("data", (chunk: Buffer) => chunks.push(chunk));
  return {
    method,
    url,
    headers,
    get body() {
      return Buffer.concat(chunks);
    },
    get bodyText() {
      return decodedBody(this.body, headers["content-encoding"]);
    },
    forwarded: false,
  };
}

/** `transfer-encoding` goes too: Node chooses it again for a body without a length. */
function passedOn(headers: IncomingHttpHeaders): OutgoingHttpHeaders {
  const named = (headers.connection ?? "").split(",").map((name) => name.trim().toLowerCase());
  const dropped = new Set([...CONNECTION_HEADERS, ...named]);
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !dropped.has(name)));
}

function refuse(response: ServerResponse, status: number): void {
  response.writeHead(status, { "content-length": 0 }).end();
}

/** Streams both ways; when one side goes away, so does the other. */
function forward(request: IncomingMessage, response: ServerResponse, url: URL): void {
  const upstream = forwardRequest(url, { method: request.method, headers: passedOn(request.headers), agent: false });
  upstream.on("response", (answer) => {
    response.writeHead(answer.statusCode ?? 502, passedOn(answer.headers));
    // A server that stops half way, or a client that leaves: `pipeline` has ended both sides by then.
    pipeline(answer, response).catch(() => upstream.destroy());
  });
  response.on("close", () => upstream.destroy());
  // Covers a server that refuses, and one that drops the connection before it answers.
  pipeline(request, upstream).catch(() => {
    if (!response.headersSent && !response.destroyed) refuse(response, 502);
  });
}

function requestUrl(request: IncomingMessage): URL | null {
  const { url = "" } = request;
  return URL.canParse(url) ? new URL(url) : null;
}

/** Starts the proxy on a free port. `close` ends connections that are still open. */
export async function startRecordingProxy(): Promise<RecordingProxy> {
  const requests: RecordedRequest[] = [];
  const note = (request: IncomingMessage): RecordedRequest => {
    const recorded = record(request);
    requests.push(recorded);
    return recorded;
  };
  const refuseSocket = (request: IncomingMessage, socket: Duplex) => {
    note(request);
    // The browser may have left already; there is nobody to tell.
    socket.on("error", () => socket.destroy());
    socket.end("HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
  };
  const server = createServer((request, response) => {
    const recorded = note(request);
    const url = requestUrl(request);
    recorded.forwarded = url?.protocol === "http:" && isLoopback(url.hostname);
    if (url && recorded.forwarded) forward(request, response, url);
    else refuse(response, 403);
  });
  server.on("connect", refuseSocket);
  server.on("upgrade", refuseSocket);
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(0, "127.0.0.1", resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    requests,
    async close() {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeAllConnections();
      await closed;
    },
  };
}
