import { beforeEach, describe, expect, test } from "vitest";
import { auditLog } from "../../../server/db/access-schema";
import { createTestServer, type TestAgent, type TestServer } from "../support";

let server: TestServer;
let admin: TestAgent;

beforeEach(async () => {
  server = await createTestServer();
  admin = await server.addAgent({ name: "Root", role: "admin" });
});

async function add(body: Record<string, unknown>) {
  const response = await admin.post("/v1/agents", body);
  return { status: response.status, headers: response.headers, body: await response.json() };
}

async function change(id: string, body: Record<string, unknown>) {
  const response = await admin.send("PATCH", `/v1/agents/${id}`, body);
  return { status: response.status, body: await response.json() };
}

function meWith(token: string): Promise<Response> {
  return server.fetch("http://server/v1/me", { headers: { Authorization: `Bearer ${token}` } });
}

describe("an agent", () => {
  test("is added with a token that works", async () => {
    const { status, headers, body } = await add({ name: " Noor Haddad ", groups: ["billing", "billing"] });

    const me = await (await meWith(body.token.token)).json();
    expect(status).toBe(201);
    expect(headers.get("Location")).toBe(`/v1/agents/${body.agent.id}`);
    expect(body.agent).toMatchObject({ name: "Noor Haddad", role: "agent", groups: ["billing"], audience: "internal" });
    expect(me.agent).toMatchObject({ id: body.agent.id, name: "Noor Haddad" });
  });

  test("of a name that is taken is refused with the id of the first, unless that is meant", async () => {
    const first = await add({ name: "Noor Haddad" });

    const second = await add({ name: "noor haddad" });
    const meant = await add({ name: "noor haddad", allowSameName: true });

    expect(second).toMatchObject({ status: 409, body: { code: "conflict", agentId: first.body.agent.id } });
    expect(meant.status).toBe(201);
  });

  test("of one name is added once, however many add it at the same time", async () => {
    const added = await Promise.all([1, 2, 3].map(() => add({ name: "Noor Haddad" })));

    expect(added.map(({ status }) => status).sort()).toEqual([201, 409, 409]);
  });

  test("in a group that nobody else and no article is in is added, and the group told", async () => {
    await server.importLines({ _id: "a", metadata: { groups: ["billing"] } });
    await add({ name: "Li Wei", groups: ["retention"] });

    const { body } = await add({ name: "Noor Haddad", groups: ["billing", "retention", "biling"] });

    expect(body.unknownGroups).toEqual(["biling"]);
  });

  test.each([
    ["no name", { name: " " }],
    ["a name of nothing that can be stored", { name: "\u0000 " }],
    ["a group that cannot be", { name: "Noor", groups: ["*"] }],
    ["a key nobody knows", { name: "Noor", colour: "red" }],
  ])("with %s is refused", async (_what, body) => {
    expect((await add(body)).status).toBe(400);
  });

  test("is changed, and what was changed is noted", async () => {
    const { body } = await add({ name: "Noor Haddad" });

    const changed = await change(body.agent.id, { role: "manager", groups: ["billing"], name: "Noor Haddad" });

    expect(changed.body.agent).toMatchObject({ role: "manager", groups: ["billing"] });
    const entries = await server.db.select().from(auditLog).orderBy(auditLog.id);
    expect(entries.map(({ action, actorName, details }) => ({ action, actorName, details }))).toMatchObject([
      { action: "agent.add", actorName: "Root" },
      { action: "agent.change", actorName: "Root", details: { role: "manager", groups: ["billing"] } },
    ]);
    expect(JSON.stringify(entries)).not.toContain(body.token.token);
  });

  test("that is disabled is told so, until it is enabled again", async () => {
    const { body } = await add({ name: "Noor Haddad" });
    await change(body.agent.id, { disabled: true });

    const shut = await meWith(body.token.token);
    await change(body.agent.id, { disabled: false });
    const open = await meWith(body.token.token);

    expect([shut.status, open.status]).toEqual([401, 200]);
    expect(await shut.json()).toMatchObject({ detail: expect.stringContaining("switched off") });
  });

  test("that is not there cannot be read or changed", async () => {
    const read = await admin.get("/v1/agents/nobody");
    const changed = await change("nobody", { role: "manager" });

    expect([read.status, changed.status]).toEqual([404, 404]);
  });
});

describe("the last admin", () => {
  test.each([
    ["demoted", { role: "manager" }],
    ["disabled", { disabled: true }],
  ])("cannot be %s", async (_what, body) => {
    const refused = await change(admin.agent.id, body);

    expect(refused.status).toBe(409);
  });

  test("is the one that is left of two who demote each other", async () => {
    const other = await server.addAgent({ name: "Second", role: "admin" });

    const responses = await Promise.all([
      admin.send("PATCH", `/v1/agents/${other.agent.id}`, { role: "agent" }),
      other.send("PATCH", `/v1/agents/${admin.agent.id}`, { role: "agent" }),
    ]);

    expect(responses.map(({ status }) => status).sort()).toEqual([200, 409]);
  });
});

describe("agents", () => {
  test("are listed by name, page by page", async () => {
    for (const name of ["Zoe", "Ada", "Mia"]) await add({ name });

    const first = await (await admin.get("/v1/agents?limit=3")).json();
    const second = await (await admin.get(`/v1/agents?limit=3&cursor=${first.nextCursor}`)).json();

    const names = [...first.agents, ...second.agents].map(({ name }) => name);
    expect(names).toEqual(["Ada", "Mia", "Root", "Zoe"]);
    expect(second.nextCursor).toBeNull();
  });

  test("are found by role, group, part of the name and whether they may come in", async () => {
    const { body } = await add({ name: "Noor 100%", groups: ["billing"] });
    await add({ name: "Li Wei", role: "manager" });
    await change(body.agent.id, { disabled: true });
    const namesFor = async (query: string) =>
      (await (await admin.get(`/v1/agents?${query}`)).json()).agents.map(({ name }: { name: string }) => name);

    expect(await namesFor("role=manager")).toEqual(["Li Wei"]);
    expect(await namesFor("group=billing")).toEqual(["Noor 100%"]);
    expect(await namesFor("name=0%25")).toEqual(["Noor 100%"]);
    expect(await namesFor("disabled=true")).toEqual(["Noor 100%"]);
    expect(await namesFor("disabled=false")).toEqual(["Li Wei", "Root"]);
  });

  test.each(["agent", "manager"] as const)("are none of %s's business", async (role) => {
    const outsider = await server.addAgent({ role });

    const responses = [
      await outsider.get("/v1/agents"),
      await outsider.post("/v1/agents", { name: "Noor" }),
      await outsider.get(`/v1/agents/${admin.agent.id}`),
      await outsider.send("PATCH", `/v1/agents/${outsider.agent.id}`, { role: "admin" }),
      await outsider.get(`/v1/agents/${outsider.agent.id}/tokens`),
      await outsider.post(`/v1/agents/${outsider.agent.id}/tokens`, {}),
    ];

    expect(responses.map(({ status }) => status)).toEqual([403, 403, 403, 403, 403, 403]);
  });
});

describe("groups", () => {
  test("are listed with their agents and articles, to managers their own", async () => {
    const manager = await server.addAgent({ role: "manager", groups: ["billing"] });
    await server.addAgent({ groups: ["billing", "retention"] });
    await server.importLines(
      { _id: "a", metadata: { groups: ["billing", "night shift"] } },
      { _id: "b", metadata: { groups: ["billing"] } },
      { _id: "gone", metadata: { groups: ["billing"] } },
    );
    await server.deleteArticle("gone");

    const all = await (await admin.get("/v1/groups")).json();
    const own = await (await manager.get("/v1/groups")).json();

    expect(all.groups).toEqual([
      { name: "billing", agents: 2, articles: 2 },
      { name: "night shift", agents: 0, articles: 1 },
      { name: "retention", agents: 1, articles: 0 },
    ]);
    expect(own.groups).toEqual([{ name: "billing", agents: 2, articles: 2 }]);
  });

  test("count no internal article for a manager for the public", async () => {
    const manager = await server.addAgent({ role: "manager", groups: ["billing"], audience: "public" });
    await server.importLines(
      { _id: "a", metadata: { groups: ["billing"] } },
      { _id: "b", metadata: { groups: ["billing"], audience: "public" } },
    );

    const { groups } = await (await manager.get("/v1/groups")).json();

    expect(groups).toEqual([{ name: "billing", agents: 1, articles: 1 }]);
  });
});
