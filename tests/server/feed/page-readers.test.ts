import { beforeEach, describe, expect, test } from "vitest";
import { subjectBy } from "../../lib/page-readers";
import { createTestServer, TEST_START_MS, type TestServer } from "../support";
import { createReplica, inShort } from "./replica";

let server: TestServer;

beforeEach(async () => {
  server = await createTestServer();
});

const zendesk = (selector = "#subject") => ({ helpdesk: "zendesk" as const, reading: subjectBy(selector) });
const freshdesk = (selector = "#subject") => ({ helpdesk: "freshdesk" as const, reading: subjectBy(selector) });

test("a page reader comes with the version and the time the server gave it", async () => {
  const replica = createReplica(await server.addAgent());
  await server.publishPageReader(zendesk("#old"));
  server.clock.nowMs += 60_000;
  await server.publishPageReader(zendesk("#new"));

  const [page] = await replica.pull();

  const updatedAt = new Date(TEST_START_MS + 60_000).toISOString();
  expect(page?.changes).toEqual([
    { op: "put", type: "pageReader", pageReader: { ...zendesk("#new"), version: 2, updatedAt } },
  ]);
});

test("S1 articles and page readers come in the order they were written", async () => {
  const replica = createReplica(await server.addAgent());
  await server.importLines({ _id: "a" });
  await server.publishPageReader(zendesk());
  await server.importLines({ _id: "b" });
  await server.publishPageReader(freshdesk());

  const [page] = await replica.pull();

  expect(inShort(page)).toEqual(["put a", "put reader zendesk", "put b", "put reader freshdesk"]);
});

test.each([1, 2, 3])("pages of %i hold and count both kinds, and miss none", async (limit) => {
  const replica = createReplica(await server.addAgent());
  await server.importLines({ _id: "a" });
  await server.publishPageReader(zendesk());
  await server.importLines({ _id: "b" }, { _id: "c" });
  await server.publishPageReader(freshdesk());

  const pages = await replica.pull(limit);

  expect(pages.flatMap(inShort)).toEqual(["put a", "put reader zendesk", "put b", "put c", "put reader freshdesk"]);
  expect(pages.map((page) => page.remaining)).toEqual(pages.map((_, at) => Math.max(0, 5 - limit * (at + 1))));
});

test("agents of any group and role get page readers", async () => {
  const replica = createReplica(await server.addAgent({ groups: [] }));
  await server.importLines({ _id: "secret", metadata: { groups: ["retention"] } });
  await server.publishPageReader(zendesk());

  const [page] = await replica.pull();

  expect(inShort(page)).toEqual(["put reader zendesk"]);
});

test("a page reader published while a client reads comes at the end", async () => {
  const replica = createReplica(await server.addAgent());
  await server.publishPageReader(zendesk("#old"));
  await server.importLines({ _id: "a" }, { _id: "b" });
  await replica.pullPage(1);
  await server.publishPageReader(zendesk("#new"));

  const pages = await replica.pull(1);

  expect(pages.flatMap(inShort)).toEqual(["put a", "put b", "put reader zendesk"]);
});

test("a poll is a 304 until a page reader is published, and again after it was read", async () => {
  const agent = await server.addAgent();
  const replica = createReplica(agent);
  await replica.pull();
  const poll = async () => {
    const headers = { "If-None-Match": `"${replica.cursor}"` };
    return (await agent.get(`/v1/changes?cursor=${replica.cursor}`, headers)).status;
  };

  const before = await poll();
  await server.publishPageReader(zendesk());
  const published = await poll();
  await replica.pull();
  const after = await poll();

  expect([before, published, after]).toEqual([304, 200, 304]);
});

describe("a removed page reader", () => {
  test("S2 is a delete for clients that may have it", async () => {
    const replica = createReplica(await server.addAgent());
    await server.publishPageReader(zendesk());
    await replica.pull();
    await server.removePageReader("zendesk");

    const [page] = await replica.pull();

    expect(page?.changes).toEqual([{ op: "delete", type: "pageReader", helpdesk: "zendesk" }]);
  });

  test("is left out of a full read that begins after it", async () => {
    const replica = createReplica(await server.addAgent());
    await server.publishPageReader(zendesk());
    await server.removePageReader("zendesk");

    const [page] = await replica.pull();

    expect(page?.changes).toEqual([]);
  });

  test("is told in a full read that began before it", async () => {
    const replica = createReplica(await server.addAgent());
    await server.publishPageReader(zendesk());
    await server.importLines({ _id: "a" });
    await replica.pullPage(1);
    await server.removePageReader("zendesk");

    const [page] = await replica.pull();

    expect(inShort(page)).toEqual(["put a", "delete reader zendesk"]);
  });

  test("S3 stays told after the tombstones of articles were thrown away", async () => {
    const replica = createReplica(await server.addAgent());
    await server.publishPageReader(zendesk());
    await replica.pull();
    await server.removePageReader("zendesk");
    await server.purgeTombstones();

    const [page] = await replica.pull();

    expect(page?.reset).toBe(false);
    expect(inShort(page)).toEqual(["delete reader zendesk"]);
  });
});
