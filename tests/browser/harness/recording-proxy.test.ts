import { EventEmitter, once } from "node:events";
import { createServer, request as httpRequest, type IncomingMessage, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { gzipSync } from "node:zlib";
import { afterEach, expect, it } from "vitest";
import { isBrowserUpkeep, type RecordingProxy, startRecordingProxy } from "../../../scripts/browser/recording-proxy";

const closers: (() => Promise<void>)[] = [];

afterEach(async () => {
  for (const close of closers.splice(0)) await close();
});

async function startProxy(): Promise<RecordingProxy> {
  const proxy = await startRecordingProxy();
  closers.push(() => proxy.close());
  return proxy;
}

/** A server of the test's own; answers its origin. */
async function startServer(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  closers.push(async () => {
    const closed = new Promise<void>((resolve) => server.close(() => resolve()));
    server.closeAllConnections();
    await closed;
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** Asks for `url` through the proxy as a browser does, with the whole address in the request line. */
function askThrough(
  proxy: RecordingProxy,
  url: string,
  options: { method?: string; headers?: Record<string, string> },
) {
  const { hostname, port } = new URL(proxy.url);
  const request = httpRequest({ hostname, port, path: url, agent: false, ...options });
  const answer = new Promise<IncomingMessage>((resolve, reject) => {
    request.once("response", resolve).once("error", reject);
  });
  return { request, answer };
}

async function textOf(answer: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of answer) chunks.push(chunk);
  return Buffer.concat(chunks).toString("utf8");
}

it("passes a request on and its answer back", async () => {
  const proxy = await startProxy();
  const origin = await startServer((request, response) => {
    response.writeHead(201, { "x-seen": `${request.method} ${request.url} ${request.headers["x-word"]}` });
    request.pipe(response);
  });
  const { request, answer } = askThrough(proxy, `${origin}/v1/flags?a=1`, {
    method: "POST",
    headers: { "x-word": "oui" },
  });

  request.end("réponse");
  const answered = await answer;

  expect([answered.statusCode, answered.headers["x-seen"]]).toEqual([201, "POST /v1/flags?a=1 oui"]);
  expect(await textOf(answered)).toBe("réponse");
});

it("records method, address, headers and body", async () => {
  const proxy = await startProxy();
  const origin = await startServer((_, response) => response.end());
  const { request, answer } = askThrough(proxy, `${origin}/v1/usage`, {
    method: "PUT",
    headers: { authorization: "Bearer agent-token" },
  });

  request.end("body");
  await textOf(await answer);

  expect(proxy.requests).toMatchObject([
    {
      method: "PUT",
      url: `${origin}/v1/usage`,
      headers: { authorization: "Bearer agent-token" },
      bodyText: "body",
      forwarded: true,
    },
  ]);
});

it("gives the text of a compressed body", async () => {
  const proxy = await startProxy();
  const origin = await startServer((_, response) => response.end());
  const { request, answer } = askThrough(proxy, origin, { method: "POST", headers: { "content-encoding": "gzip" } });

  request.end(gzipSync("colis égaré"));
  await textOf(await answer);

  expect(proxy.requests[0]?.bodyText).toBe("colis égaré");
});

it("streams an answer while the server is still writing", async () => {
  const proxy = await startProxy();
  const endings: (() => void)[] = [];
  const origin = await startServer((_, response) => {
    response.write("first");
    endings.push(() => response.end("last"));
  });
  const { request, answer } = askThrough(proxy, origin, {});
  request.end();
  const answered = await answer;
  const [first] = await once(answered, "data");

  for (const end of endings) end();

  expect(String(first)).toBe("first");
  expect(await textOf(answered)).toBe("last");
});

it("streams a body while the client is still writing", async () => {
  const proxy = await startProxy();
  const events = new EventEmitter();
  const firstChunk = once(events, "chunk");
  const origin = await startServer((request, response) => {
    request.on("data", (chunk: Buffer) => events.emit("chunk", chunk.toString()));
    request.on("end", () => response.end());
  });
  const { request, answer } = askThrough(proxy, origin, { method: "POST" });

  request.write("first");
  const seenBeforeTheEnd = await firstChunk;
  request.end();
  await textOf(await answer);

  expect(seenBeforeTheEnd).toEqual(["first"]);
});

it("drops the server's connection when the client goes away", async () => {
  const proxy = await startProxy();
  const events = new EventEmitter();
  const [asked, left] = [once(events, "asked"), once(events, "left")];
  const origin = await startServer((_, response) => {
    response.on("close", () => events.emit("left", response.writableFinished));
    events.emit("asked");
  });
  const { request, answer } = askThrough(proxy, origin, {});
  answer.catch(() => undefined);
  request.end();
  await asked;

  request.destroy();

  expect(await left).toEqual([false]);
});

it("breaks the answer off when the server does", async () => {
  const proxy = await startProxy();
  const origin = await startServer((_, response) => {
    response.writeHead(200, { "content-length": "1000" });
    response.write("half", () => response.destroy());
  });
  const { request, answer } = askThrough(proxy, origin, {});
  request.end();

  const text = textOf(await answer);

  await expect(text).rejects.toThrow("aborted");
});

it("answers 502 when no server listens", async () => {
  const proxy = await startProxy();
  const { request, answer } = askThrough(proxy, "http://127.0.0.1:1/", {});

  request.end();

  expect((await answer).statusCode).toBe(502);
});

it("refuses and records what aims beyond this machine", async () => {
  const proxy = await startProxy();
  const { request, answer } = askThrough(proxy, "http://kb.example.com/", { method: "POST" });

  request.end("a leak");
  const { statusCode } = await answer;

  expect(statusCode).toBe(403);
  expect(proxy.requests).toMatchObject([
    { method: "POST", url: "http://kb.example.com/", bodyText: "a leak", forwarded: false },
  ]);
});

it("refuses and records a CONNECT", async () => {
  const proxy = await startProxy();
  const { request } = askThrough(proxy, "kb.example.com:443", { method: "CONNECT" });
  const refused = new Promise<IncomingMessage>((resolve) => request.once("connect", resolve));

  request.end();

  expect((await refused).statusCode).toBe(403);
  expect(proxy.requests).toMatchObject([{ method: "CONNECT", url: "kb.example.com:443", forwarded: false }]);
});

it("refuses and records an upgrade to a web socket", async () => {
  const proxy = await startProxy();
  const headers = { connection: "Upgrade", upgrade: "websocket" };
  const { request, answer } = askThrough(proxy, "http://127.0.0.1:9/live", { headers });

  request.end();

  expect((await answer).statusCode).toBe(403);
  expect(proxy.requests).toMatchObject([{ url: "http://127.0.0.1:9/live", forwarded: false }]);
});

it.each([
  ["CONNECT", "update.googleapis.com:443", true],
  ["GET", "http://google.com/", true],
  ["CONNECT", "notgoogle.com:443", false],
  ["GET", "http://google.com.example.com/", false],
  ["POST", "http://127.0.0.1:8787/v1/flags", false],
])("tells the browser's upkeep from other requests: %s %s", (method, url, isUpkeep) => {
  expect(isBrowserUpkeep({ method, url })).toBe(isUpkeep);
});
