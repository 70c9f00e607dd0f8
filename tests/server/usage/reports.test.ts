import { beforeEach, describe, expect, test } from "vitest";
import { createTestServer, type TestAgent, type TestServer } from "../support";
import { event, sendUsage } from "./usage";

let server: TestServer;
let admin: TestAgent;

beforeEach(async () => {
  server = await createTestServer();
  admin = await server.addAgent({ role: "admin" });
  await server.importLines({ _id: "a", title: "First" }, { _id: "b", title: "Second" }, { _id: "c", title: "Third" });
});

async function addAgents(count: number, groups: string[] = []): Promise<TestAgent[]> {
  const agents: TestAgent[] = [];
  for (let each = 0; each < count; each += 1) agents.push(await server.addAgent({ groups }));
  return agents;
}

async function readReport(asked: TestAgent, query: string) {
  const response = await asked.get(`/v1/reports/usage?${query}`);
  return { status: response.status, ...(await response.json()) };
}

describe("a usage report", () => {
  test("sums what five agents did, by day, by article and by type", async () => {
    for (const agent of await addAgents(5)) {
      await sendUsage(agent, [event(), event({ articleId: "b", count: 2 }), event({ type: "copied" })]);
    }

    const byDay = await readReport(admin, "by=day");
    const byArticle = await readReport(admin, "by=article");
    const byType = await readReport(admin, "by=type");

    const total = { opened: 15, copied: 5 };
    expect(byDay).toMatchObject({
      ...{ from: "2026-10-04", to: "2026-11-02", by: "day", group: null, daysLeftOut: 0, total },
      figures: [{ key: "2026-11-02", title: null, counts: total }],
    });
    expect(byArticle.figures).toEqual([
      { key: "a", title: "First", counts: { opened: 5, copied: 5 } },
      { key: "b", title: "Second", counts: { opened: 10 } },
    ]);
    expect(byType.figures).toEqual([
      { key: "copied", title: null, counts: { copied: 5 } },
      { key: "opened", title: null, counts: { opened: 15 } },
    ]);
  });

  test("leaves a day of four agents out of every figure", async () => {
    const agents = await addAgents(5);
    for (const agent of agents) await sendUsage(agent, [event()]);
    for (const agent of agents.slice(1)) await sendUsage(agent, [event({ day: "2026-11-01" })]);

    const report = await readReport(admin, "by=day");

    expect(report).toMatchObject({ daysLeftOut: 1, total: { opened: 5 }, figures: [{ key: "2026-11-02" }] });
  });

  test("tells a group of five beside five others", async () => {
    for (const agent of await addAgents(5, ["billing"])) await sendUsage(agent, [event()]);
    for (const agent of await addAgents(5, ["retention"])) await sendUsage(agent, [event({ count: 3 })]);

    const report = await readReport(admin, "group=billing");

    expect(report).toMatchObject({ status: 200, group: "billing", total: { opened: 5 } });
  });

  test.each([
    [4, 9, "of four agents"],
    [9, 3, "that leaves four others, the admin among them"],
    [0, 9, "of nobody"],
  ])("refuses a group of %d beside %d others, %s, and says why", async (members, others) => {
    await addAgents(members, ["billing"]);
    await addAgents(others);

    const report = await readReport(admin, "group=billing");

    expect(report).toMatchObject({ status: 403, code: "forbidden", detail: expect.stringContaining("5 agents") });
  });

  test("leaves out a day on which too few outside the group did anything", async () => {
    for (const agent of await addAgents(5, ["billing"])) await sendUsage(agent, [event()]);
    const [other] = await addAgents(5);
    if (other) await sendUsage(other, [event()]);

    const report = await readReport(admin, "group=billing");

    expect(report).toMatchObject({ status: 200, daysLeftOut: 1, total: {} });
  });

  test("tells a manager of groups of its own and of articles it may read only", async () => {
    await server.importLines({ _id: "secret", metadata: { groups: ["billing"] } });
    for (const agent of await addAgents(6, ["billing"])) {
      await sendUsage(agent, [event(), event({ articleId: "secret" })]);
    }
    const manager = await server.addAgent({ role: "manager", groups: ["retention"] });

    const byArticle = await readReport(manager, "by=article");
    const group = await readReport(manager, "group=billing");

    expect(byArticle).toMatchObject({ total: { opened: 6 }, figures: [{ key: "a" }] });
    expect(group.status).toBe(403);
  });

  test("leaves an article that too few may read out of every figure, of all and of a group", async () => {
    await server.importLines({ _id: "solo", metadata: { groups: ["solo"] } });
    const [alone, ...others] = await addAgents(6, ["billing", "solo"]);
    for (const each of others) await admin.send("PATCH", `/v1/agents/${each.agent.id}`, { groups: ["billing"] });
    await addAgents(5);
    for (const each of others) await sendUsage(each, [event()]);
    if (alone) await sendUsage(alone, [event({ count: 2 }), event({ articleId: "solo", count: 7 })]);
    for (const each of await addAgents(5)) await sendUsage(each, [event({ articleId: "b" })]);
    const manager = await server.addAgent({ role: "manager", groups: ["solo", "billing"] });

    const byArticle = await readReport(manager, "by=article");
    const byDay = await readReport(manager, "by=day");
    const ofGroup = await readReport(manager, "by=article&group=billing");

    expect([byArticle, byDay]).toMatchObject([
      { total: { opened: 12 }, articlesLeftOut: 1 },
      { total: { opened: 12 }, articlesLeftOut: 1 },
    ]);
    expect(byArticle.figures.map(({ key }: { key: string }) => key)).toEqual(["a", "b"]);
    expect(ofGroup).toMatchObject({ total: { opened: 7 }, articlesLeftOut: 1, figures: [{ key: "a" }] });
  });

  test("of a group leaves out articles that its members and a few others read", async () => {
    await server.importLines({ _id: "restricted", metadata: { groups: ["billing"] } });
    for (const each of await addAgents(5, ["billing"])) {
      await sendUsage(each, [event(), event({ articleId: "restricted" })]);
    }
    for (const each of await addAgents(5)) await sendUsage(each, [event()]);
    await sendUsage(admin, [event({ articleId: "restricted", count: 3 })]);

    const ofAll = await readReport(admin, "by=article");
    const ofGroup = await readReport(admin, "by=article&group=billing");

    expect(ofAll).toMatchObject({ total: { opened: 18 }, articlesLeftOut: 0 });
    expect(ofGroup).toMatchObject({ total: { opened: 5 }, articlesLeftOut: 1 });
  });

  test("comes article by article in pages, most used first", async () => {
    for (const agent of await addAgents(5)) {
      await sendUsage(agent, [event(), event({ articleId: "b" }), event({ articleId: "c", count: 2 })]);
    }

    const first = await readReport(admin, "by=article&limit=2");
    const second = await readReport(admin, `by=article&limit=2&cursor=${first.nextCursor}`);

    const keysOf = ({ figures }: { figures: { key: string }[] }) => figures.map(({ key }) => key);
    expect([keysOf(first), keysOf(second), second.nextCursor]).toEqual([["c", "a"], ["b"], null]);
  });

  test("names no agent, and is not for agents", async () => {
    const agents = await addAgents(5);
    for (const agent of agents) await sendUsage(agent, [event()]);

    const report = await admin.get("/v1/reports/usage?by=article");
    const refused = await agents[0]?.get("/v1/reports/usage");

    const text = await report.text();
    expect(agents.filter(({ agent }) => text.includes(agent.id) || text.includes(agent.name))).toEqual([]);
    expect(refused?.status).toBe(403);
  });
});
