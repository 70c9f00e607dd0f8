import { eq } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { createApp } from "../../../server/app";
import { agents } from "../../../server/db/schema";
import { createLog } from "../../../server/log";
import { createMetrics } from "../../../server/metrics/metrics";
import { DEFAULT_SETTINGS } from "../../../server/settings";
import { createTestServer, type TestAgent, type TestServer } from "../support";

let server: TestServer;
let agent: TestAgent;

beforeEach(async () => {
  server = await createTestServer();
  agent = await server.addAgent();
});

async function pollerAt(settings: Partial<typeof DEFAULT_SETTINGS> = {}) {
  const lines: string[] = [];
  const clock = () => server.clock.nowMs;
  const metrics = createMetrics();
  const log = createLog("json", (line) => lines.push(line), clock);
  const app = createApp({ db: server.db, clock, metrics, log, settings: { ...DEFAULT_SETTINGS, ...settings } });
  const ask = (path: string, headers: Record<string, string> = {}) =>
    app.request(path, { headers: { Authorization: `Bearer ${agent.token}`, ...headers } });
  const { cursor } = await (await agent.get("/v1/changes")).json();
  const poll = (headers: Record<string, string> = {}) =>
    ask(`/v1/changes?cursor=${cursor}`, { "If-None-Match": `"${cursor}"`, ...headers });
  return { lines, metrics, ask, poll };
}

test("a poll that finds nothing has the headers every answer has", async () => {
  const { ask, poll } = await pollerAt({ requestsPerMinute: 100 });

  const me = await ask("/v1/me", { "X-Request-Id": "proxy-1" });
  const unchanged = await poll({ "X-Request-Id": "proxy-1" });

  const { "content-type": _type, vary: _vary, ...common } = Object.fromEntries(me.headers);
  expect(unchanged.status).toBe(304);
  expect(Object.fromEntries(unchanged.headers)).toMatchObject({
    ...common,
    "ratelimit-remaining": "98",
    etag: expect.any(String),
  });
});

test("a poll too many is refused, and counted once", async () => {
  const { metrics, poll } = await pollerAt({ requestsPerMinute: 1 });

  const statuses = [(await poll()).status, (await poll()).status];

  expect(statuses).toEqual([304, 429]);
  expect(await metrics.registry.metrics()).toContain('souffleur_rate_limited_total{limit="token"} 1');
});

test("an agent who is switched off hears so at the next poll", async () => {
  const { poll } = await pollerAt();

  const before = await poll();
  await server.db
    .update(agents)
    .set({ disabledAt: new Date(server.clock.nowMs) })
    .where(eq(agents.id, agent.agent.id));
  const after = await poll();

  expect([before.status, after.status]).toEqual([304, 401]);
});

test("groups that changed end the run of 304 answers at once", async () => {
  const { poll } = await pollerAt();

  const before = await poll();
  await server.db
    .update(agents)
    .set({ groups: ["other"] })
    .where(eq(agents.id, agent.agent.id));
  const after = await poll();

  expect([before.status, after.status]).toEqual([304, 200]);
  expect(await after.json()).toMatchObject({ reset: true });
});

test.each([
  [{ "Souffleur-Client": "0.0.1" }, 426],
  [{ "Souffleur-Client": "newest" }, 400],
  [{ Authorization: "Bearer sfl_wrong" }, 401],
  [{ Authorization: "" }, 401],
])("a poll with %j is refused like any request", async (headers, status) => {
  const { poll } = await pollerAt({ oldestClient: "1.0.0" });

  const refused = await poll(headers);

  expect(refused.status).toBe(status);
  expect(refused.headers.get("Access-Control-Allow-Origin")).toBe("*");
});

test("polls that find nothing have one line a minute in the log, and each its place in the metrics", async () => {
  const { lines, metrics, poll } = await pollerAt();

  await poll();
  await poll();
  const early = [...lines];
  server.clock.nowMs += 60_000;
  await poll();

  expect(early).toEqual([]);
  expect(lines.map((line) => JSON.parse(line))).toMatchObject([
    { level: "info", message: "polls without news", polls: 2, seconds: 60, slowestMs: expect.any(Number) },
  ]);
  expect(await metrics.registry.metrics()).toMatch(
    /duration_seconds_count\{method="GET",route="\/v1\/changes",status="304"\} 3/,
  );
});

test("a HEAD and a poll with a list of tags hear 304 too", async () => {
  const { cursor } = await (await agent.get("/v1/changes")).json();

  const listed = await agent.get(`/v1/changes?cursor=${cursor}`, { "If-None-Match": `"other", W/"${cursor}"` });
  const head = await server.app.request(`/v1/changes?cursor=${cursor}`, {
    method: "HEAD",
    headers: { Authorization: `Bearer ${agent.token}`, "If-None-Match": `"${cursor}"` },
  });

  expect([listed.status, head.status]).toEqual([304, 304]);
});
