import { beforeEach, expect, test } from "vitest";
import { createTestServer, type TestServer } from "../support";
import { createReplica, inShort } from "./replica";

let server: TestServer;

beforeEach(async () => {
  server = await createTestServer();
});

test("an agent reads what is for everybody and what is for one of its groups", async () => {
  const replica = createReplica(await server.addAgent({ groups: ["billing", "night shift"] }));
  await server.importLines(
    { _id: "everybody" },
    { _id: "mine", metadata: { groups: ["retention", "billing"] } },
    { _id: "others", metadata: { groups: ["retention"] } },
  );

  await replica.pull();

  expect([...replica.rows.keys()]).toEqual(["everybody", "mine"]);
});

test("an agent without groups reads only what is for everybody", async () => {
  const replica = createReplica(await server.addAgent());
  await server.importLines({ _id: "everybody" }, { _id: "others", metadata: { groups: ["retention"] } });

  await replica.pull();

  expect([...replica.rows.keys()]).toEqual(["everybody"]);
});

test("a manager reads no more than the groups allow", async () => {
  const replica = createReplica(await server.addAgent({ role: "manager", groups: ["billing"] }));
  await server.importLines({ _id: "others", metadata: { groups: ["retention"] } });

  await replica.pull();

  expect(replica.rows.size).toBe(0);
});

test("an admin reads everything", async () => {
  const replica = createReplica(await server.addAgent({ role: "admin" }));
  await server.importLines({ _id: "everybody" }, { _id: "others", metadata: { groups: ["retention"] } });

  await replica.pull();

  expect([...replica.rows.keys()]).toEqual(["everybody", "others"]);
});

test("an article that is closed to an agent's groups is a delete for that agent", async () => {
  const replica = createReplica(await server.addAgent({ groups: ["billing"] }));
  await server.importLines({ _id: "a", metadata: { groups: ["billing"] } });
  await replica.pull();
  await server.importLines({ _id: "a", metadata: { groups: ["retention"] } });

  const [page] = await replica.pull();

  expect(inShort(page)).toEqual(["delete a"]);
});

test("the delete of an article an agent never could read is not told to that agent", async () => {
  const outsider = createReplica(await server.addAgent({ groups: ["billing"] }));
  const insider = createReplica(await server.addAgent({ groups: ["retention"] }));
  await outsider.pull();
  await insider.pull();
  await server.importLines({ _id: "secret-plan", metadata: { groups: ["retention"] } });
  await insider.pull();
  await server.deleteArticle("secret-plan");

  const [outside] = await outsider.pull();
  const [inside] = await insider.pull();

  expect(inShort(outside)).toEqual([]);
  expect(inShort(inside)).toEqual(["delete secret-plan"]);
});

test("the delete of an article that was never published is told to nobody", async () => {
  const replica = createReplica(await server.addAgent());
  await replica.pull();
  await server.importLines({ _id: "later", metadata: { publishedAt: "2027-01-01T00:00:00Z" } });
  await server.deleteArticle("later");

  const [page] = await replica.pull();

  expect(inShort(page)).toEqual([]);
});

test("the delete reaches those who could read the article two states ago", async () => {
  const replica = createReplica(await server.addAgent({ groups: ["billing"] }));
  await server.importLines({ _id: "a", metadata: { groups: ["billing"] } });
  await replica.pull();
  await server.importLines({ _id: "a", metadata: { groups: ["retention"] } });
  await server.importLines({ _id: "a", metadata: { groups: ["night shift"] } });
  await server.deleteArticle("a");

  const [page] = await replica.pull();

  expect(inShort(page)).toEqual(["delete a"]);
});

test.each([
  ["a lost group", { groups: [] }],
  ["a new group", { groups: ["billing", "retention"] }],
  ["another role", { role: "manager" as const }],
])("%s starts a full read", async (_what, access) => {
  const agent = await server.addAgent({ groups: ["billing"] });
  const replica = createReplica(agent);
  await server.importLines({ _id: "a" });
  await replica.pull();
  await server.changeAccess(agent, access);

  const [page] = await replica.pull();

  expect(page?.reset).toBe(true);
});

test("the same groups in another order start no full read", async () => {
  const agent = await server.addAgent({ groups: ["billing", "retention"] });
  const replica = createReplica(agent);
  await replica.pull();
  await server.changeAccess(agent, { groups: ["retention", "billing"] });

  const [page] = await replica.pull();

  expect(page?.reset).toBe(false);
});

test("a lost group takes its articles from the agent's machine", async () => {
  const agent = await server.addAgent({ groups: ["billing"] });
  const replica = createReplica(agent);
  await server.importLines({ _id: "a" }, { _id: "b", metadata: { groups: ["billing"] } });
  await replica.pull();
  await server.changeAccess(agent, { groups: [] });

  await replica.pull();

  expect([...replica.rows.keys()]).toEqual(["a"]);
});
