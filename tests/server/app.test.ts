import { gunzipSync } from "node:zlib";
import { DrizzleQueryError } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import { problemSchema } from "../../lib/contract/problem";
import { createLastUse } from "../../server/agents/last-use";
import { createApp, MAX_BODY_BYTES } from "../../server/app";
import type { Log } from "../../server/log";
import { createTestServer, type TestAgent, type TestServer } from "./support";

let server: TestServer;
let agent: TestAgent;

beforeEach(async () => {
  server = await createTestServer();
  agent = await server.addAgent();
});

async function readProblem(response: Response) {
  expect(response.headers.get("Content-Type")).toBe("application/problem+json");
  const problem = problemSchema.parse(await response.json());
  expect(problem.status).toBe(response.status);
  return problem;
}

describe("a request ends as a problem document", () => {
  test.each([
    ["no token", {}],
    ["a token nobody has", { Authorization: `Bearer sfl_${"A".repeat(43)}` }],
    ["another scheme", { Authorization: "Basic YWRhOmFkYQ==" }],
    ["an empty token", { Authorization: "Bearer " }],
  ])("401 with %s", async (_what, headers) => {
    const response = await server.app.request("/v1/me", { headers });

    expect(response.status).toBe(401);
    expect(response.headers.get("WWW-Authenticate")).toMatch(/^Bearer/);
    expect(await readProblem(response)).toMatchObject({ code: "unauthorized" });
  });

  test("404 at an unknown address", async () => {
    const response = await agent.get("/v1/nothing");

    expect(response.status).toBe(404);
    expect(await readProblem(response)).toMatchObject({ code: "not_found" });
  });

  test.each([
    ["not JSON", "{"],
    ["without flags", "{}"],
    ["with no flag in it", '{"flags":[]}'],
    ["with more flags than a batch holds", JSON.stringify({ flags: Array.from({ length: 101 }, () => 1) })],
  ])("400 with a body %s", async (_what, body) => {
    const response = await agent.post("/v1/flags", body);

    expect(response.status).toBe(400);
    expect(await readProblem(response)).toMatchObject({ code: "invalid_request" });
  });

  test("415 with a body that does not say it is JSON", async () => {
    const response = await agent.post("/v1/flags", { flags: [{}] }, { "Content-Type": "text/plain" });

    expect(response.status).toBe(415);
    expect(await readProblem(response)).toMatchObject({ code: "unsupported_media_type" });
  });

  test("405 with the methods an address takes", async () => {
    const response = await agent.get("/v1/lessons");

    expect(response.status).toBe(405);
    expect(response.headers.get("Allow")).toBe("POST");
    expect(await readProblem(response)).toMatchObject({ code: "method_not_allowed" });
  });

  test("413 with a body beyond the limit", async () => {
    const response = await agent.post("/v1/flags", JSON.stringify({ flags: ["x".repeat(MAX_BODY_BYTES)] }));

    expect(response.status).toBe(413);
    expect(await readProblem(response)).toMatchObject({ code: "body_too_large" });
  });

  test("500 when something breaks, which is logged and not told", async () => {
    const lines: unknown[] = [];
    const app = appOnBrokenDatabase(new Error("connection to 10.0.0.7 lost"), (...line) => lines.push(line));

    const response = await app.request("/v1/me", { headers: { Authorization: `Bearer ${agent.token}` } });

    expect(response.status).toBe(500);
    expect(JSON.stringify(await readProblem(response))).not.toContain("10.0.0.7");
    expect(lines).toHaveLength(1);
    expect(JSON.stringify(lines)).toContain("Error: connection to 10.0.0.7 lost");
  });

  test("500 when a query fails, whose values are not logged", async () => {
    const lines: unknown[] = [];
    const error = new DrizzleQueryError("insert into flags values ($1)", ["a comment"], new Error("no such table"));
    const app = appOnBrokenDatabase(error, (...line) => lines.push(line));

    const response = await app.request("/v1/me", { headers: { Authorization: `Bearer ${agent.token}` } });

    expect(response.status).toBe(500);
    expect(JSON.stringify(lines)).toContain("no such table");
    expect(JSON.stringify(lines)).not.toContain("a comment");
  });

  test.each(["ECONNREFUSED", "CONNECTION_CLOSED", "57P01", "53100", "57014"])(
    "503 with Retry-After when the database cannot be asked (%s)",
    async (code) => {
      const cause = Object.assign(new Error("gone"), { code });
      const app = appOnBrokenDatabase(new DrizzleQueryError("select 1", [], cause), () => undefined);

      const response = await app.request("/v1/me", { headers: { Authorization: `Bearer ${agent.token}` } });

      expect(response.status).toBe(503);
      expect(response.headers.get("Retry-After")).toBe("5");
      expect(await readProblem(response)).toMatchObject({ code: "unavailable" });
    },
  );
});

/** An app whose database fails at all but the looking up of tokens. */
function appOnBrokenDatabase(error: Error, log: Log) {
  let isBroken = false;
  const db = new Proxy(server.db, {
    get: (target, key, receiver) => {
      if (isBroken) throw error;
      return Reflect.get(target, key, receiver);
    },
  });
  const app = createApp({ db, clock: () => server.clock.nowMs, lastUse: createLastUse(server.db), log });
  isBroken = true;
  return app;
}

describe("the extension's version", () => {
  test.each(["0.8.99", "0.9.0", "0.9.9"])("%s is too old for a server that wants 0.10.0", async (version) => {
    const strict = await createTestServer({ settings: { oldestClient: "0.10.0" } });
    const client = await strict.addAgent();

    const response = await client.get("/v1/me", { "Souffleur-Client": version });

    expect(response.status).toBe(426);
    expect(await readProblem(response)).toMatchObject({ code: "client_too_old" });
  });

  test.each(["0.10.0", "0.10.1", "1.0.0"])("%s will do for a server that wants 0.10.0", async (version) => {
    const strict = await createTestServer({ settings: { oldestClient: "0.10.0" } });
    const client = await strict.addAgent();

    const response = await client.get("/v1/me", { "Souffleur-Client": version });

    expect(response.status).toBe(200);
  });

  test("is told apart from a missing token", async () => {
    const response = await server.app.request("/v1/me", { headers: { "Souffleur-Client": "0.0.1" } });

    expect(response.status).toBe(426);
  });

  test("has to be a version", async () => {
    const response = await agent.get("/v1/me", { "Souffleur-Client": "newest" });

    expect(response.status).toBe(400);
  });

  test("may be missing", async () => {
    const response = await agent.get("/v1/me");

    expect(response.status).toBe(200);
  });
});

describe("a browser", () => {
  const origin = "chrome-extension://abcdefghijklmnop";

  test("may ask from any origin with the headers the extension uses", async () => {
    const response = await server.app.request("/v1/flags", {
      method: "OPTIONS",
      headers: { Origin: origin, "Access-Control-Request-Method": "POST" },
    });

    expect(response.status).toBe(204);
    expect(response.headers.get("Access-Control-Allow-Origin")).toBe("*");
    expect(response.headers.get("Access-Control-Allow-Methods")).toContain("POST");
    expect(response.headers.get("Access-Control-Allow-Headers")?.toLowerCase().split(",")).toEqual(
      expect.arrayContaining(["authorization", "content-type", "if-none-match", "souffleur-client"]),
    );
    expect(Number(response.headers.get("Access-Control-Max-Age"))).toBeGreaterThan(0);
  });

  test.each([
    ["an answer", 200, "/v1/me", true],
    ["a refusal", 401, "/v1/me", false],
    ["a missing page", 404, "/nothing", false],
  ])("may read %s and its headers", async (_what, status, path, withToken) => {
    const response = withToken ? await agent.get(path, { Origin: origin }) : await server.app.request(path);

    expect(response.status).toBe(status);
    expect(response.headers.get("Access-Control-Allow-Origin")).toBe("*");
    expect(response.headers.get("Access-Control-Expose-Headers")).toMatch(
      /^ETag,Retry-After,RateLimit-Limit,RateLimit-Remaining,RateLimit-Reset,Location,X-Request-Id$/,
    );
  });

  test("gets long answers compressed", async () => {
    await server.importLines(
      ...Array.from({ length: 20 }, (_, index) => ({ _id: `a${index}`, text: "word ".repeat(99) })),
    );

    const response = await agent.get("/v1/changes", { "Accept-Encoding": "gzip" });

    expect(response.headers.get("Content-Encoding")).toBe("gzip");
    const page = JSON.parse(gunzipSync(Buffer.from(await response.arrayBuffer())).toString());
    expect(page.changes).toHaveLength(20);
  });
});

describe("operators and developers", () => {
  test("see that the server runs, without a token", async () => {
    const response = await server.app.request("/health");

    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({ status: "ok" });
  });

  test("read an OpenAPI 3.1 document", async () => {
    const api = await (await server.app.request("/openapi.json")).json();

    expect(api.openapi).toBe("3.1.0");
    expect(Object.keys(api.paths["/v1/changes"].get.responses)).toEqual(
      expect.arrayContaining(["200", "304", "400", "401", "426", "429"]),
    );
    expect(api.paths["/v1/me"].get.security).toEqual([{ agentToken: [] }]);
    expect(api.components.securitySchemes.agentToken).toEqual({ type: "http", scheme: "bearer" });
  });

  test("read the calls on a page that runs and loads nothing", async () => {
    const response = await server.app.request("/docs");
    const html = await response.text();

    expect(response.headers.get("Content-Security-Policy")).toMatch(/^default-src 'none'/);
    expect(html).toContain("POST</span> <code>/v1/flags</code>");
    expect(html).toContain("curl -X POST");
    expect(html).toContain("second_person_required");
    expect(html).not.toMatch(/<script|<link|<img|src=|@import/);
  });

  test("are sent from the server's address to that page", async () => {
    const response = await server.app.request("/");

    expect(response.status).toBe(302);
    expect(response.headers.get("Location")).toBe("/docs");
  });
});
