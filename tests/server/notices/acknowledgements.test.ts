import { beforeEach, describe, expect, test } from "vitest";
import { createReplica, inShort } from "../feed/replica";
import { createTestServer, TEST_START_MS, type TestAgent, type TestServer } from "../support";
import { putNotice } from "./notices";

const NOW = new Date(TEST_START_MS).toISOString();

let server: TestServer;
let admin: TestAgent;

beforeEach(async () => {
  server = await createTestServer();
  admin = await server.addAgent({ name: "Ada", role: "admin" });
});

const of = (noticeId: string, version = 1) => ({ noticeId, version, acknowledgedAt: NOW });

async function acknowledge(agent: TestAgent, ...sent: unknown[]) {
  const response = await agent.post("/v1/acknowledgements", { acknowledgements: sent });
  expect(response.status).toBe(200);
  const { results } = await response.json();
  return results as { noticeId: string; version: number; status: string; detail?: string }[];
}

describe("a batch", () => {
  test("counts each once, however often it is sent, within a batch too", async () => {
    const agent = await server.addAgent();
    await putNotice(admin, "n");

    const first = await acknowledge(agent, of("n"), of("n"));
    const again = await acknowledge(agent, of("n"));

    expect([...first, ...again].map(({ status }) => status)).toEqual(["stored", "known", "known"]);
  });

  test("reaches the agent's other machines and nobody else's, admins neither", async () => {
    const agent = await server.addAgent();
    await putNotice(admin, "n");
    const replicas = [createReplica(agent), createReplica(await server.addAgent()), createReplica(admin)];
    for (const replica of replicas) await replica.pull();
    await acknowledge(agent, of("n"));

    const pages = [];
    for (const replica of replicas) pages.push((await replica.pull())[0]);

    expect(pages.map(inShort)).toEqual([["put acknowledged n/1"], [], []]);
    expect(replicas[0]?.acknowledgements.get("n/1")).toEqual(of("n"));
  });

  test("is part of a full read", async () => {
    const agent = await server.addAgent();
    await putNotice(admin, "n");
    await acknowledge(agent, of("n"));
    const replica = createReplica(agent);

    await replica.pull();

    expect([...replica.acknowledgements.keys()]).toEqual(["n/1"]);
  });

  test("is judged one by one", async () => {
    const agent = await server.addAgent();
    await putNotice(admin, "n");
    await putNotice(admin, "others", { groups: ["billing"] });

    const results = await acknowledge(
      agent,
      { noticeId: "n", version: 2, acknowledgedAt: NOW },
      of("others"),
      of("none"),
      of("\u0000"),
      { ...of("n"), comment: "fine" },
      { ...of("n"), acknowledgedAt: "0000-01-01T00:00:00Z" },
      "text",
      of("n"),
    );

    expect(results.map(({ status }) => status)).toEqual([...Array(7).fill("refused"), "stored"]);
    expect(results[1]?.detail).toBe(results[2]?.detail);
    expect(results[4]).toMatchObject({ noticeId: "n", version: 1, detail: expect.stringContaining("comment") });
  });

  test("takes what was understood before the notice expired or changed", async () => {
    const agent = await server.addAgent();
    await putNotice(admin, "n", { expiresAt: new Date(TEST_START_MS + 60_000).toISOString() });
    await putNotice(admin, "n", { title: "Another", expiresAt: new Date(TEST_START_MS + 60_000).toISOString() });
    server.clock.nowMs += 60_000;
    await createReplica(agent).pull();

    const results = await acknowledge(agent, of("n"));

    expect(results[0]?.status).toBe("stored");
  });

  test("takes a time that lies ahead as now", async () => {
    const agent = await server.addAgent();
    await putNotice(admin, "n");
    await acknowledge(agent, { ...of("n"), acknowledgedAt: "2030-01-01T00:00:00Z" });
    const replica = createReplica(agent);

    await replica.pull();

    expect(replica.acknowledgements.get("n/1")?.acknowledgedAt).toBe(NOW);
  });
});

describe("counts", () => {
  async function addAgents(count: number, groups: string[]): Promise<TestAgent[]> {
    const agents: TestAgent[] = [];
    for (let each = 0; each < count; each += 1) agents.push(await server.addAgent({ groups }));
    return agents;
  }

  const countsOf = async (asked: TestAgent) => (await asked.get("/v1/notices/n/acknowledgements")).json();

  test("are told in all and for each group that is large enough", async () => {
    const [first] = await addAgents(5, ["billing"]);
    await addAgents(6, ["retention"]);
    await putNotice(admin, "n", { groups: ["billing", "retention"] });
    if (first) await acknowledge(first, of("n"));

    const counts = await countsOf(admin);

    expect(counts).toEqual({
      ...{ noticeId: "n", version: 1, all: { agents: 11, acknowledged: 1 } },
      groups: [
        { group: "billing", agents: 5, acknowledged: 1 },
        { group: "retention", agents: 6, acknowledged: 0 },
      ],
    });
  });

  test("leave out a group of four, and the group without which four are left", async () => {
    await addAgents(6, ["billing"]);
    await addAgents(4, ["retention"]);
    await putNotice(admin, "n", { groups: ["billing", "retention"] });

    const counts = await countsOf(admin);

    expect(counts).toMatchObject({ all: { agents: 10 }, groups: [] });
  });

  test("are not told at all for a notice to four agents", async () => {
    await addAgents(4, ["billing"]);
    await putNotice(admin, "n", { groups: ["billing"] });

    const counts = await countsOf(admin);

    expect(counts).toMatchObject({ all: null, groups: [] });
  });

  test("start anew with a new version", async () => {
    const agents = await addAgents(5, ["billing"]);
    await putNotice(admin, "n", { groups: ["billing"] });
    for (const agent of agents) await acknowledge(agent, of("n"));
    await putNotice(admin, "n", { groups: ["billing"], title: "Another" });

    const counts = await countsOf(admin);

    expect(counts).toMatchObject({ version: 2, all: { agents: 5, acknowledged: 0 } });
  });

  test("tell a manager of its own groups only, and an agent nothing", async () => {
    await addAgents(5, ["billing"]);
    await addAgents(5, ["retention"]);
    const manager = await server.addAgent({ role: "manager", groups: ["billing"] });
    await putNotice(admin, "n", { groups: ["billing", "retention"] });

    const counts = await countsOf(manager);
    const refused = await (await server.addAgent()).get("/v1/notices/n/acknowledgements");

    expect(counts.groups.map(({ group }: { group: string }) => group)).toEqual(["billing"]);
    expect(refused.status).toBe(403);
  });
});
