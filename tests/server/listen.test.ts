import { once } from "node:events";
import { connect } from "node:net";
import { afterEach, expect, test } from "vitest";
import { type ConnectionLimits, type RunningServer, startServer } from "../../server/listen";
import { createTestServer } from "./support";

let running: RunningServer | null = null;

afterEach(async () => {
  await running?.close();
  running = null;
});

async function start(limits: Partial<ConnectionLimits> = {}): Promise<number> {
  const { app } = await createTestServer({ log: () => undefined });
  running = await startServer({ app, host: "127.0.0.1", port: 0, limits });
  return Number(new URL(running.url).port);
}

/** Sends bytes and answers all that comes back until the server hangs up. */
async function exchange(port: number, text: string): Promise<string> {
  const socket = connect(port, "127.0.0.1");
  let answer = "";
  socket.setEncoding("utf8").on("data", (chunk: string) => {
    answer += chunk;
  });
  // The server may hang up before everything is sent.
  socket.on("error", () => undefined);
  socket.write(text);
  await once(socket, "close");
  return answer;
}

const HEAD = "Host: x\r\nConnection: close\r\n";

test.each([
  ["headers that are too long", `GET /health HTTP/1.1\r\n${HEAD}X: ${"a".repeat(20_000)}\r\n\r\n`, 431],
  ["an address that is too long", `GET /v1/changes?cursor=${"a".repeat(20_000)} HTTP/1.1\r\n${HEAD}\r\n`, 431],
  ["what is not HTTP", "HELO souffleur\r\n\r\n", 400],
])("%s get a problem document", async (_what, text, status) => {
  const answer = await exchange(await start(), text);

  expect(answer).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
  expect(answer).toContain("Content-Type: application/problem+json");
  expect(JSON.parse(answer.split("\r\n\r\n")[1] ?? "")).toMatchObject({ status, code: "invalid_request" });
});

test("a body that takes too long is not waited for", async () => {
  const port = await start({ requestMs: 300, headersMs: 300 });

  const answer = await exchange(port, `POST /v1/flags HTTP/1.1\r\n${HEAD}Content-Length: 100\r\n\r\n{`);

  expect(answer).toMatch(/^HTTP\/1\.1 (401|408) /);
});

test("a request without a body that names no type is taken", async () => {
  const answer = await exchange(await start(), `POST /v1/flags HTTP/1.1\r\n${HEAD}Content-Length: 0\r\n\r\n`);

  expect(answer).toMatch(/^HTTP\/1\.1 401 /);
});
