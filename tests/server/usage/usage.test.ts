import { asc } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import { usageBatches, usageCounts, usageOfAgents } from "../../../server/db/usage-schema";
import { MAX_COUNT_PER_DAY } from "../../../server/usage/judge-event";
import { purgeUsage, USAGE_KEPT_DAYS } from "../../../server/usage/purge-usage";
import { createTestServer, type TestAgent, type TestServer } from "../support";
import { event, newId, sendUsage, TODAY } from "./usage";

let server: TestServer;
let agent: TestAgent;

beforeEach(async () => {
  server = await createTestServer();
  agent = await server.addAgent({ groups: ["billing", "night"] });
  await server.importLines({ _id: "a" }, { _id: "b" }, { _id: "secret", metadata: { groups: ["retention"] } });
});

const readCounts = () =>
  server.db
    .select()
    .from(usageCounts)
    .orderBy(asc(usageCounts.type), asc(usageCounts.articleId), asc(usageCounts.group));

describe("a batch of usage", () => {
  test("is counted by day, article and each of the agent's groups, and for the agent without the article", async () => {
    const { status, results } = await sendUsage(agent, [
      event({ count: 2 }),
      event({ count: 3 }),
      { type: "searchedWithoutResult", day: TODAY, count: 1 },
    ]);

    expect([status, ...results.map((result) => result.status)]).toEqual(["counted", "counted", "counted", "counted"]);
    expect((await readCounts()).map(({ type, articleId, group, count }) => [type, articleId, group, count])).toEqual([
      ["opened", "a", "", 5],
      ["opened", "a", "billing", 5],
      ["opened", "a", "night", 5],
      ["searchedWithoutResult", "", "", 1],
      ["searchedWithoutResult", "", "billing", 1],
      ["searchedWithoutResult", "", "night", 1],
    ]);
    const own = await server.db.select().from(usageOfAgents).orderBy(asc(usageOfAgents.type));
    expect(own.map(({ type, count }) => [type, count])).toEqual([
      ["opened", 5],
      ["searchedWithoutResult", 1],
    ]);
  });

  test("counts once, however often it is sent", async () => {
    const id = newId();
    await sendUsage(agent, [event()], id);

    const again = await sendUsage(agent, [event()], id);

    expect(again).toEqual({ status: "known", results: [] });
    expect((await readCounts())[0]?.count).toBe(1);
  });

  test("counts once when it is sent twice at a time", async () => {
    const id = newId();

    const answers = await Promise.all([sendUsage(agent, [event()], id), sendUsage(agent, [event()], id)]);

    expect(answers.map(({ status }) => status).sort((a, b) => (a < b ? -1 : 1))).toEqual(["counted", "known"]);
    expect((await readCounts())[0]?.count).toBe(1);
  });

  test("is not taken under the id of another agent's batch", async () => {
    const id = newId();
    await sendUsage(agent, [event()], id);

    const response = await (await server.addAgent()).post("/v1/usage", { id, events: [event()] });

    expect(response.status).toBe(409);
  });

  test.each([
    [{ text: "my printer" }, "text"],
    [{ count: 0 }, "count"],
    [{ count: 1.5 }, "count"],
    [{ type: "searched", query: "printer", articleId: undefined }, "query"],
    [{ type: "searched" }, "articleId"],
    [{ type: "stared" }, "type"],
    [{ articleId: undefined }, "articleId"],
    [{ day: "2026-11-04" }, "day: lies in the future"],
    [{ day: "2026-10-02" }, "day: more than 30 days ago"],
    [{ day: "0000-01-01" }, "day: more than 30 days ago"],
    [{ articleId: "secret" }, "articleId: there is no such article"],
    [{ articleId: "none" }, "articleId: there is no such article"],
    [{ articleId: "\u0000" }, "articleId: there is no such article"],
  ])("refuses an event with %j and counts the others", async (said, reason) => {
    const { results } = await sendUsage(agent, [event(said), event()]);

    expect(results[0]).toMatchObject({ status: "refused", detail: expect.stringContaining(reason) });
    expect(results[1]?.status).toBe("counted");
    expect((await readCounts())[0]?.count).toBe(1);
  });

  test("takes tomorrow, which has begun somewhere, and thirty days ago", async () => {
    server.clock.nowMs += 3 * 3_600_000;

    const { results } = await sendUsage(agent, [event({ day: "2026-11-03" }), event({ day: "2026-10-03" })]);

    expect(results.map(({ status }) => status)).toEqual(["counted", "counted"]);
  });

  test("is bounded for one agent, a type and a day, over batches", async () => {
    const most = MAX_COUNT_PER_DAY.opened;
    await sendUsage(agent, [event({ count: most - 1 })]);

    const { results } = await sendUsage(agent, [
      event({ articleId: "b", count: 2 }),
      event({ articleId: "b" }),
      event(),
      event({ type: "copied" }),
    ]);

    expect(results.map(({ status }) => status)).toEqual(["refused", "counted", "refused", "counted"]);
    expect(results[0]?.detail).toContain(String(most));
  });

  test("is refused as a whole with a key that is not listed, or an id that is none", async () => {
    const responses = [
      await agent.post("/v1/usage", { id: newId(), events: [event()], ticket: "12" }),
      await agent.post("/v1/usage", { id: "12", events: [event()] }),
    ];

    expect(responses.map(({ status }) => status)).toEqual([400, 400]);
  });
});

describe("an agent's own figures", () => {
  test("are the agent's alone", async () => {
    await sendUsage(agent, [event({ count: 3 }), event({ type: "copied", day: "2026-11-01" })]);
    await sendUsage(await server.addAgent(), [event({ count: 9 })]);

    const own = await (await agent.get("/v1/me/usage?from=2026-11-01&to=2026-11-02")).json();

    expect(own).toEqual({
      ...{ from: "2026-11-01", to: "2026-11-02" },
      days: [
        { day: "2026-11-01", counts: { copied: 1 } },
        { day: "2026-11-02", counts: { opened: 3 } },
      ],
    });
  });

  test.each(["from=2026-11-02&to=2026-11-01", "from=2020-01-01", "from=0000-01-01", "to=tomorrow"])(
    "are not told for %s",
    async (query) => {
      const response = await agent.get(`/v1/me/usage?${query}`);

      expect(response.status).toBe(400);
    },
  );
});

test("what is too old is thrown away, the rest stays", async () => {
  await sendUsage(agent, [event()]);
  const dayMs = 86_400_000;

  await purgeUsage(server.db, server.clock.nowMs + USAGE_KEPT_DAYS * dayMs);
  const kept = [await readCounts(), await server.db.select().from(usageBatches)].map((rows) => rows.length);
  await purgeUsage(server.db, server.clock.nowMs + (USAGE_KEPT_DAYS + 1) * dayMs);

  expect(kept).toEqual([3, 0]);
  expect(await readCounts()).toEqual([]);
  expect(await server.db.select().from(usageOfAgents)).toEqual([]);
});
