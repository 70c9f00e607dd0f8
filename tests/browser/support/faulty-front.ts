/** A front before the true server that spoils answers while it is told to: what networks, proxies and bad days do. */
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/**
 * `cut`: the connection ends in the middle of the body. `truncated`: half a body that claims to be whole. `garbage`:
 * no JSON though it says so. `html`: a page, as a portal in between shows it. A number: that status.
 */
export type Fault = "cut" | "truncated" | "garbage" | "html" | number;

export type FaultyFront = {
  url: string;
  /** Spoils every answer but preflights from now on; null lets all through again. */
  spoil(fault: Fault | null): void;
  /** Lets so many answers through, then holds requests back until `release`. */
  holdAfter(answers: number): void;
  release(): void;
  /** How many requests came, preflights apart. */
  requestCount(): number;
  close(): Promise<void>;
};

const CORS = { "access-control-allow-origin": "*" };

export async function bodyOf(request: IncomingMessage): Promise<Buffer<ArrayBuffer> | null> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return chunks.length === 0 ? null : Buffer.concat(chunks);
}

/** Asks the true server at an address. The body comes decompressed. */
export function ask(
  url: string,
  { method, headers }: IncomingMessage,
  body: Buffer<ArrayBuffer> | null,
): Promise<Response> {
  const kept = Object.entries(headers).filter(([name]) => !/^(host|connection|content-length)$/.test(name));
  return fetch(url, {
    method: method ?? "GET",
    headers: kept.map(([name, value]): [string, string] => [name, String(value)]),
    body,
  });
}

export async function passOn(answer: Response, response: ServerResponse): Promise<void> {
  const headers = [...answer.headers].filter(
    ([name]) => !/^(content-encoding|content-length|transfer-encoding|connection)$/.test(name),
  );
  response.writeHead(answer.status, Object.fromEntries(headers));
  response.end(Buffer.from(await answer.arrayBuffer()));
}

export async function spoilAnswer(fault: Fault, answer: Response, response: ServerResponse): Promise<void> {
  const body = Buffer.from(await answer.arrayBuffer());
  const half = body.subarray(0, body.length / 2);
  const json = { ...CORS, "content-type": "application/json" };
  if (typeof fault === "number") {
    response.writeHead(fault, { ...CORS, "content-type": "text/plain" }).end("No.");
  } else if (fault === "html") {
    response
      .writeHead(200, { ...CORS, "content-type": "text/html" })
      .end("<!doctype html><h1>Sign in to the network</h1>");
  } else if (fault === "garbage") {
    response.writeHead(200, json).end(Buffer.from([0x00, 0xff, 0x7b, 0x22, 0x5d]));
  } else if (fault === "truncated") {
    response.writeHead(200, { ...json, "content-length": half.length }).end(half);
  } else {
    response.writeHead(200, { ...json, "content-length": body.length });
    response.write(half, () => response.destroy());
  }
}

/** Starts the front on a free loopback port. */
export async function startFaultyFront(upstream: string): Promise<FaultyFront> {
  let fault: Fault | null = null;
  let allowed = Number.POSITIVE_INFINITY;
  let requestCount = 0;
  let release: () => void = () => undefined;
  let isReleased = Promise.resolve();

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const isPreflight = request.method === "OPTIONS";
    if (!isPreflight) {
      requestCount += 1;
      allowed -= 1;
      if (allowed < 0) await isReleased;
    }
    const answered = await ask(upstream + request.url, request, await bodyOf(request));
    if (fault === null || isPreflight) await passOn(answered, response);
    else await spoilAnswer(fault, answered, response);
  }

  const server = createServer((request, response) => {
    // The true server is away: so is this one.
    answer(request, response).catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    spoil(next) {
      fault = next;
    },
    holdAfter(answers) {
      allowed = answers;
      isReleased = new Promise((resolve) => {
        release = resolve;
      });
    },
    release() {
      allowed = Number.POSITIVE_INFINITY;
      release();
    },
    requestCount: () => requestCount,
    async close() {
      release();
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeAllConnections();
      await closed;
    },
  };
}
