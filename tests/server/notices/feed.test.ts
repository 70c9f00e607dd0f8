import { beforeEach, expect, test } from "vitest";
import { createReplica, inShort } from "../feed/replica";
import { createTestServer, TEST_START_MS, type TestAgent, type TestServer } from "../support";
import { putNotice } from "./notices";

const MINUTE_MS = 60_000;
const inMinutes = (minutes: number) => new Date(TEST_START_MS + minutes * MINUTE_MS).toISOString();

let server: TestServer;
let admin: TestAgent;

beforeEach(async () => {
  server = await createTestServer();
  admin = await server.addAgent({ name: "Ada", role: "admin" });
});

test("a notice for everybody reaches an agent with what it says", async () => {
  const replica = createReplica(await server.addAgent());
  await putNotice(admin, "n", {
    title: " Refunds\u00a0take ten days ",
    cues: ["where is my refund"],
    tags: ["refund"],
  });

  await replica.pull();

  expect(replica.notices.get("n")).toEqual({
    ...{ id: "n", severity: "info", title: "Refunds take ten days", whatChanged: "Something.", condition: "" },
    ...{ language: null, effectiveFrom: null, publishedAt: inMinutes(0), expiresAt: null, updatedAt: inMinutes(0) },
    ...{ cues: ["where is my refund"], tags: ["refund"], articleId: null, needsAcknowledgement: false, version: 1 },
  });
});

test("a notice is told at its minute, not before, also to a client that polled in between", async () => {
  const replica = createReplica(await server.addAgent());
  await putNotice(admin, "n", { publishedAt: inMinutes(1) });
  server.clock.nowMs += MINUTE_MS - 1;
  const [before] = await replica.pull();
  server.clock.nowMs += 1;

  const [after] = await replica.pull();

  expect(inShort(before)).toEqual([]);
  expect(inShort(after)).toEqual(["put notice n"]);
});

test("a notice is taken back when it expires, also from a client that polled in between", async () => {
  const replica = createReplica(await server.addAgent());
  await putNotice(admin, "n", { expiresAt: inMinutes(1) });
  const [before] = await replica.pull();
  server.clock.nowMs += MINUTE_MS;

  const [after] = await replica.pull();
  const [later] = await replica.pull();

  expect([before, after, later].map(inShort)).toEqual([["put notice n"], ["delete notice n"], []]);
});

test("publication and expiry break the run of 304 answers", async () => {
  const agent = await server.addAgent();
  const replica = createReplica(agent);
  await putNotice(admin, "n", { publishedAt: inMinutes(1), expiresAt: inMinutes(2) });
  const poll = async () => {
    await replica.pull();
    const ifNoneMatch = { "If-None-Match": `"${replica.cursor}"` };
    const quiet = await agent.get(`/v1/changes?cursor=${replica.cursor}`, ifNoneMatch);
    server.clock.nowMs += MINUTE_MS;
    return [quiet.status, (await agent.get(`/v1/changes?cursor=${replica.cursor}`, ifNoneMatch)).status];
  };

  const statuses = [await poll(), await poll(), await poll()];

  expect(statuses).toEqual([
    [304, 200],
    [304, 200],
    [304, 304],
  ]);
});

test("a notice whose whole time passes between two polls is not told", async () => {
  const replica = createReplica(await server.addAgent());
  await replica.pull();
  await putNotice(admin, "n", { publishedAt: inMinutes(1), expiresAt: inMinutes(2) });
  server.clock.nowMs += 3 * MINUTE_MS;

  const [page] = await replica.pull();

  expect(inShort(page)).toEqual([]);
});

test("a notice for a group reaches its agents and admins only", async () => {
  const replicas = [
    createReplica(await server.addAgent({ groups: ["billing"] })),
    createReplica(await server.addAgent({ groups: ["retention"] })),
    createReplica(admin),
  ];
  await putNotice(admin, "n", { groups: ["billing"] });

  for (const replica of replicas) await replica.pull();

  expect(replicas.map(({ notices }) => notices.size)).toEqual([1, 0, 1]);
});

test("a notice that goes to another group leaves the one and reaches the other, as the same version", async () => {
  const billing = createReplica(await server.addAgent({ groups: ["billing"] }));
  const retention = createReplica(await server.addAgent({ groups: ["retention"] }));
  await putNotice(admin, "n", { groups: ["billing"] });
  await billing.pull();
  await retention.pull();
  await putNotice(admin, "n", { groups: ["retention"] });

  const [lost] = await billing.pull();
  const [won] = await retention.pull();

  expect([lost, won].map(inShort)).toEqual([["delete notice n"], ["put notice n"]]);
  expect(retention.notices.get("n")?.version).toBe(1);
});

test("a deleted notice is a delete, and only for those it was told to", async () => {
  const billing = createReplica(await server.addAgent({ groups: ["billing"] }));
  const retention = createReplica(await server.addAgent({ groups: ["retention"] }));
  await putNotice(admin, "n", { groups: ["billing"] });
  await billing.pull();
  await retention.pull();
  await admin.send("DELETE", "/v1/notices/n", undefined, { "If-Match": '"1"' });

  const pages = [(await billing.pull())[0], (await retention.pull())[0]];

  expect(pages.map(inShort)).toEqual([["delete notice n"], []]);
});

test("an agent for the public only gets no notice for everybody, but one for its group", async () => {
  const replica = createReplica(await server.addAgent({ audience: "public", groups: ["partners"] }));
  await putNotice(admin, "everybody");
  await putNotice(admin, "partners", { groups: ["partners"] });

  await replica.pull();

  expect([...replica.notices.keys()]).toEqual(["partners"]);
});

test("the article of a notice is told to those only who may read it, and told again when that changes", async () => {
  const replica = createReplica(await server.addAgent({ groups: ["billing"] }));
  await server.importLines({ _id: "a", metadata: { groups: ["retention"] } });
  await putNotice(admin, "n", { articleId: "a" });
  await replica.pull();
  const before = replica.notices.get("n")?.articleId;
  await server.importLines({ _id: "a", metadata: { groups: ["billing"] } });
  await replica.pull();
  const opened = replica.notices.get("n")?.articleId;
  await server.deleteArticle("a");

  await replica.pull();

  expect([before, opened, replica.notices.get("n")?.articleId]).toEqual([null, "a", null]);
});

test("a deleted notice leaves late clients too, after tombstones were thrown away", async () => {
  const replica = createReplica(await server.addAgent());
  await putNotice(admin, "n");
  await replica.pull();
  await admin.send("DELETE", "/v1/notices/n", undefined, { "If-Match": "*" });
  await server.purgeTombstones();

  const [page] = await replica.pull();

  expect(inShort(page)).toEqual(["delete notice n"]);
});
