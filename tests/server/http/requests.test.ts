import { beforeEach, describe, expect, test, vi } from "vitest";
import { issueToken } from "../../../server/agents/issue-token";
import { createApp } from "../../../server/app";
import type { LogForm } from "../../../server/config";
import { createLog } from "../../../server/log";
import { createMetrics } from "../../../server/metrics/metrics";
import { listCalls } from "../../../server/openapi/document";
import { DEFAULT_SETTINGS } from "../../../server/settings";
import { createTestServer, type TestAgent, type TestServer } from "../support";

let server: TestServer;
let agent: TestAgent;

beforeEach(async () => {
  server = await createTestServer();
  agent = await server.addAgent({ role: "admin" });
});

function appWith(settings: Partial<typeof DEFAULT_SETTINGS>, form: LogForm = "off") {
  const lines: string[] = [];
  const clock = () => server.clock.nowMs;
  const metrics = createMetrics();
  const app = createApp({
    ...{ db: server.db, clock, metrics, metricsToken: "a-token-for-metrics" },
    settings: { ...DEFAULT_SETTINGS, requestsPerMinute: null, ...settings },
    log: createLog(form, (line) => lines.push(line), clock),
  });
  const get = (path: string, headers: Record<string, string> = {}) =>
    app.request(path, { headers: { Authorization: `Bearer ${agent.token}`, ...headers } });
  return { app, lines, metrics, get };
}

describe("a request's id", () => {
  test("is the sane one that was sent, in the answer and in the problem", async () => {
    const response = await agent.get("/v1/nothing", { "X-Request-Id": "proxy-4711" });

    expect(response.headers.get("X-Request-Id")).toBe("proxy-4711");
    expect(await response.json()).toMatchObject({ instance: "urn:souffleur:request:proxy-4711" });
  });

  test.each(["", "a b", "x".repeat(65), "é", '"}'])("is a new one when %j was sent", async (sent) => {
    const response = await agent.get("/v1/me", sent === "é" ? {} : { "X-Request-Id": sent });

    expect(response.headers.get("X-Request-Id")).toMatch(/^[0-9a-f-]{36}$/);
  });
});

describe("the log", () => {
  test("has a JSON line for each request, with the route and never the query", async () => {
    const { get, lines } = appWith({}, "json");

    await get("/v1/changes?cursor=secret-cursor", { "X-Request-Id": "r1" });
    await get("/v1/articles/late-fee");

    expect(lines.map((line) => JSON.parse(line))).toMatchObject([
      {
        ...{ level: "info", time: "2026-11-02T09:00:00.000Z", requestId: "r1", method: "GET" },
        ...{ route: "/v1/changes", status: 200, agentId: agent.agent.id, message: "GET /v1/changes 200" },
      },
      { level: "warn", route: "/v1/articles/{id}", status: 404 },
    ]);
    expect(lines.join()).not.toMatch(/secret-cursor|late-fee/);
  });

  test("has a readable line in text form", async () => {
    const { get, lines } = appWith({}, "text");

    await get("/v1/me");

    expect(lines[0]).toMatch(/^09:00:00\.000 info {2}GET \/v1\/me 200 requestId=/);
  });

  test("leaves out probes that go well", async () => {
    const { get, lines } = appWith({}, "text");

    await get("/health");
    await get("/ready");

    expect(lines).toEqual([]);
  });

  test("never holds a token, a comment or a body, whatever is asked of any route", async () => {
    const { app, lines } = appWith({}, "json");
    const api = await (await app.request("/openapi.json")).json();
    const secret = "the-customers-own-words";
    const flag = { id: "01936f5e-0000-7000-8000-000000000001", articleId: "a", articleVersion: 1, reason: null };
    const bodies = [
      `{"${secret}":`,
      { title: secret, [secret]: 1 },
      { flags: [{ ...flag, comment: secret, flaggedAt: "2026-11-02T08:00:00Z" }] },
    ];

    for (const { method, path } of listCalls(api)) {
      const headers = {
        Authorization: `Bearer ${agent.token}`,
        "Content-Type": "application/json",
        "If-Match": secret,
      };
      const address = `${path.replace(/\{\w+\}/g, secret)}?cursor=${secret}&q=${secret}`;
      for (const body of method === "get" ? [undefined] : bodies) {
        const text = typeof body === "string" ? body : JSON.stringify(body);
        await app.request(address, {
          method: method.toUpperCase(),
          headers,
          ...(text !== undefined && { body: text }),
        });
      }
    }

    expect(lines.length).toBeGreaterThan(30);
    expect(lines.join("\n")).not.toContain(secret);
    expect(lines.join("\n")).not.toContain(agent.token);
    expect(lines.filter((line) => line.includes('"level":"error"'))).toEqual([]);
  });
});

describe("limits", () => {
  test("a token's requests beyond the limit wait for the next minute, another's do not", async () => {
    vi.useFakeTimers({ toFake: ["Date"], now: server.clock.nowMs });
    const { app, get } = appWith({ requestsPerMinute: 2 });
    const other = await server.addAgent({ name: "Sam Porter" });

    const statuses = [await get("/v1/me"), await get("/v1/me"), await get("/v1/me")].map(({ status }) => status);
    const refused = await get("/v1/me");
    const others = await app.request("/v1/me", { headers: { Authorization: `Bearer  ${other.token}` } });
    vi.setSystemTime(server.clock.nowMs + 61_000);
    const later = await get("/v1/me");
    vi.useRealTimers();

    expect(statuses).toEqual([200, 200, 429]);
    expect(await refused.json()).toMatchObject({ code: "rate_limited", status: 429 });
    expect(refused.headers.get("Retry-After")).toBe("60");
    expect(refused.headers.get("RateLimit-Limit")).toBe("2");
    expect(refused.headers.get("RateLimit-Remaining")).toBe("0");
    expect(others.headers.get("RateLimit-Remaining")).toBe("1");
    expect([others.status, later.status]).toEqual([200, 200]);
  });

  test("an agent's tokens share one limit", async () => {
    const { app, get } = appWith({ requestsPerMinute: 5 });
    const second = await issueToken(server.db, agent.agent.id, { label: "", validDays: null }, server.clock.nowMs);
    await get("/v1/me");

    const response = await app.request("/v1/me", { headers: { Authorization: `Bearer ${second.token}` } });

    expect(response.headers.get("RateLimit-Remaining")).toBe("3");
  });

  test("an address that keeps sending wrong tokens hears 429, and good tokens still pass", async () => {
    const { get } = appWith({ wrongTokensPerMinute: 2 });
    const wrong = () => get("/v1/me", { Authorization: "Bearer sfl_wrong" });

    const statuses = [await wrong(), await wrong(), await wrong()].map(({ status }) => status);
    const good = await get("/v1/me");

    expect(statuses).toEqual([401, 401, 429]);
    expect(good.status).toBe(200);
  });
});

describe("compression", () => {
  test("leaves short answers and 304 as they are, and says what it depends on", async () => {
    const page = await agent.get("/v1/changes", { "Accept-Encoding": "gzip" });
    const { cursor } = await page.json();

    const unchanged = await agent.get(`/v1/changes?cursor=${cursor}`, {
      ...{ "Accept-Encoding": "gzip", "If-None-Match": `"${cursor}"` },
    });

    expect(page.headers.get("Content-Encoding")).toBeNull();
    expect(page.headers.get("ETag")).toBe(`"${cursor}"`);
    expect(page.headers.get("Vary")).toContain("Accept-Encoding");
    expect(unchanged.status).toBe(304);
    expect(unchanged.headers.get("Content-Encoding")).toBeNull();
  });

  test.each(["identity", "gzip;q=0", "br"])("is not for who accepts %s", async (accepted) => {
    const response = await server.app.request("/openapi.json", { headers: { "Accept-Encoding": accepted } });

    expect(response.headers.get("Content-Encoding")).toBeNull();
    expect(response.headers.get("Vary")).toContain("Accept-Encoding");
  });

  test("makes an ETag weak, since the bytes are others", async () => {
    await server.importLines(
      ...Array.from({ length: 10 }, (_, index) => ({ _id: `a${index}`, text: "word ".repeat(99) })),
    );

    const response = await agent.get("/v1/changes", { "Accept-Encoding": "br, gzip;q=0.5" });

    expect(response.headers.get("Content-Encoding")).toBe("gzip");
    expect(response.headers.get("ETag")).toMatch(/^W\//);
  });
});

describe("metrics", () => {
  test("are for who holds their token", async () => {
    const { get } = appWith({});

    const refused = await get("/metrics");
    const absent = await server.app.request("/metrics");

    expect(refused.status).toBe(401);
    expect(absent.status).toBe(404);
  });

  test("count requests by route, and what stands in the database", async () => {
    await server.importLines({ _id: "a" }, { _id: "b", metadata: { publishedAt: "2030-01-01" } });
    const { get } = appWith({});
    await get("/v1/articles/a");

    const text = await (await get("/metrics", { Authorization: "Bearer a-token-for-metrics" })).text();

    expect(text).toContain(
      'souffleur_request_duration_seconds_count{method="GET",route="/v1/articles/{id}",status="200"} 1',
    );
    expect(text).toContain('souffleur_articles{status="published"} 1');
    expect(text).toContain('souffleur_articles{status="scheduled"} 1');
    expect(text).toContain("souffleur_flag_cases_overdue 0");
    expect(text).not.toContain(agent.agent.id);
  });
});

test("metrics count polls, changes sent and flags by what became of them", async () => {
  await server.importLines({ _id: "a" });
  const { app, get } = appWith({});
  const { cursor } = await (await get("/v1/changes")).json();
  await get(`/v1/changes?cursor=${cursor}`, { "If-None-Match": `"${cursor}"` });
  const headers = { Authorization: `Bearer ${agent.token}`, "Content-Type": "application/json" };
  await app.request("/v1/flags", { method: "POST", headers, body: '{"flags":[{"id":"x"}]}' });

  const text = await (await get("/metrics", { Authorization: "Bearer a-token-for-metrics" })).text();

  expect(text).toContain('souffleur_polls_total{result="reset"} 1');
  expect(text).toContain('souffleur_polls_total{result="unchanged"} 1');
  expect(text).toContain("souffleur_changes_sent_total 1");
  expect(text).toContain('souffleur_flags_total{result="refused"} 1');
});

test("a server that is stopping is alive and not ready", async () => {
  const clock = () => server.clock.nowMs;
  const app = createApp({ db: server.db, clock, isStopping: () => true, log: () => undefined });

  const statuses = [await app.request("/health"), await app.request("/ready")].map(({ status }) => status);

  expect(statuses).toEqual([200, 503]);
});
