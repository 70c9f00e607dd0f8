import { beforeEach, describe, expect, test } from "vitest";
import { createTestServer, type TestAgent, type TestServer } from "../support";
import { createReplica, inShort, type Replica } from "./replica";

let server: TestServer;
let admin: TestAgent;
let agent: TestAgent;
let replica: Replica;

beforeEach(async () => {
  server = await createTestServer();
  admin = await server.addAgent({ name: "Root", role: "admin" });
  agent = await server.addAgent({ groups: ["billing"] });
  replica = createReplica(agent);
  await server.importLines(
    { _id: "open", metadata: { audience: "public" } },
    { _id: "open-internal" },
    { _id: "billing", metadata: { groups: ["billing"], audience: "public" } },
    { _id: "billing-internal", metadata: { groups: ["billing"] } },
    { _id: "retention", metadata: { groups: ["retention"] } },
  );
});

const ALL = ["billing", "billing-internal", "open", "open-internal", "retention"];

/** Changes the agent the way admins do. */
async function change(body: Record<string, unknown>): Promise<void> {
  const response = await admin.send("PATCH", `/v1/agents/${agent.agent.id}`, body);
  expect(response.status).toBe(200);
}

async function held(): Promise<string[]> {
  await replica.pull(2);
  return [...replica.rows.keys()].sort((a, b) => (a < b ? -1 : 1));
}

describe("the next pull", () => {
  test.each([
    ["groups", { groups: ["billing"] }, { groups: ["retention"] }, ["open", "open-internal", "retention"]],
    ["audience", { audience: "internal" }, { audience: "public" }, ["billing", "open"]],
    ["role", { role: "agent" }, { role: "admin" }, ALL],
  ])("takes away and brings what other %s mean, and back", async (_what, before, after, expected) => {
    const first = await held();
    await change(after);
    const second = await held();
    await change(before);

    const third = await held();

    expect(first).toEqual(["billing", "billing-internal", "open", "open-internal"]);
    expect(second).toEqual(expected);
    expect(third).toEqual(first);
  });

  test("of an agent who was made a manager brings no other articles", async () => {
    const before = await held();
    await change({ role: "manager" });

    expect(await held()).toEqual(before);
  });

  test("starts over when groups change between two pages of one read", async () => {
    await replica.pullPage(2);
    await replica.pullPage(2);
    await change({ groups: ["retention"] });

    const page = await replica.pullPage(2);

    expect(page.reset).toBe(true);
    expect(await held()).toEqual(["open", "open-internal", "retention"]);
  });

  test("is refused while the agent is disabled, and goes on where it was afterwards", async () => {
    await held();
    await change({ disabled: true });
    const refused = await agent.get("/v1/changes");
    await change({ disabled: false });

    const [page] = await replica.pull();

    expect(refused.status).toBe(401);
    expect(page).toMatchObject({ reset: false, changes: [] });
  });

  test("is the same after a change there and back", async () => {
    await held();
    await change({ groups: ["retention"] });
    await change({ groups: ["billing"] });

    const [page] = await replica.pull();

    expect(page).toMatchObject({ reset: false, changes: [] });
  });
});

describe("an agent for the public only", () => {
  test("loses an article that becomes internal, and gets one that becomes public", async () => {
    await change({ audience: "public" });
    await held();
    await server.importLines(
      { _id: "billing", metadata: { groups: ["billing"], audience: "internal" } },
      { _id: "billing-internal", metadata: { groups: ["billing"], audience: "public" } },
    );

    const [page] = await replica.pull();

    expect(inShort(page)).toEqual(["delete billing", "put billing-internal"]);
  });

  test("does not hear of the delete of an internal article", async () => {
    await change({ audience: "public" });
    await held();
    await server.deleteArticle("open-internal");
    await server.deleteArticle("open");

    const [page] = await replica.pull();

    expect(inShort(page)).toEqual(["delete open"]);
  });
});

describe("an agent who joins a group", () => {
  test("does not learn of that group's articles that were deleted before", async () => {
    await server.deleteArticle("retention");
    await change({ groups: ["billing", "retention"] });

    const pages = await replica.pull(1);

    expect(pages.flatMap(inShort).join()).not.toContain("retention");
  });

  test("does not learn of those deleted before when it was in the middle of a read", async () => {
    await replica.pullPage(1);
    await server.deleteArticle("retention");
    await change({ groups: ["billing", "retention"] });

    const pages = await replica.pull(1);

    expect(pages.flatMap(inShort).join()).not.toContain("retention");
  });

  test("hears of those deleted after its read began, which its machine may hold", async () => {
    await change({ groups: ["billing", "retention"] });
    await replica.pullPage(1);
    await server.deleteArticle("retention");

    const pages = await replica.pull(1);

    expect(pages.flatMap(inShort)).toContain("delete retention");
  });
});
