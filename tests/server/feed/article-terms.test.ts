import { beforeEach, describe, expect, test } from "vitest";
import { teachByThree } from "../learning/lessons";
import { createTestServer, type TestServer } from "../support";
import { createReplica, inShort } from "./replica";

const DAY_MS = 86_400_000;

let server: TestServer;

beforeEach(async () => {
  server = await createTestServer();
});

const forGroups = (...groups: string[]) => ({ _id: "a", metadata: { groups } });

describe("an article's terms go to those who may read it", () => {
  test("and to nobody else", async () => {
    const outsider = createReplica(await server.addAgent({ groups: ["billing"] }));
    const insider = createReplica(await server.addAgent({ groups: ["retention"] }));
    await server.importLines(forGroups("retention"));
    await teachByThree(server, {});

    const [forOutsider] = await outsider.pull();
    const [forInsider] = await insider.pull();

    expect(inShort(forOutsider)).toEqual([]);
    expect(inShort(forInsider)).toEqual(["put a", "put terms a"]);
  });

  test("also when they may read it only later", async () => {
    const replica = createReplica(await server.addAgent({ groups: ["billing"] }));
    await server.importLines(forGroups("retention"));
    await teachByThree(server, {});
    await replica.pull();
    await server.importLines(forGroups("retention", "billing"));

    const [page] = await replica.pull();

    expect(inShort(page)).toEqual(["put a", "put terms a"]);
  });

  test("and are removed together with it from those who may not any more", async () => {
    const replica = createReplica(await server.addAgent({ groups: ["billing"] }));
    await server.importLines(forGroups("billing"));
    await teachByThree(server, {});
    await replica.pull();
    await server.importLines(forGroups("retention"));

    const [page] = await replica.pull();

    expect(inShort(page)).toEqual(["delete a", "delete terms a"]);
  });

  test("and are not told on to those who lost it", async () => {
    const replica = createReplica(await server.addAgent({ groups: ["billing"] }));
    await server.importLines(forGroups("billing"));
    await teachByThree(server, {});
    await replica.pull();
    await server.importLines(forGroups("retention"));
    await replica.pull();
    server.clock.nowMs += 27 * DAY_MS;

    const [page] = await replica.pull();

    expect(page?.changes).toEqual([{ op: "delete", type: "articleTerms", articleId: "a" }]);
  });

  test("and leave with an agent's group", async () => {
    const agent = await server.addAgent({ groups: ["retention"] });
    const replica = createReplica(agent);
    await server.importLines(forGroups("retention"));
    await teachByThree(server, {});
    await replica.pull();
    await server.changeAccess(agent, { groups: [] });

    const [page] = await replica.pull();

    expect(page?.reset).toBe(true);
    expect(replica.terms.size).toBe(0);
  });

  test("leave while its publication is put off, and come back with it", async () => {
    const replica = createReplica(await server.addAgent());
    await server.importLines({ _id: "a" });
    await teachByThree(server, {});
    await replica.pull();
    const publishedAt = new Date(server.clock.nowMs + DAY_MS).toISOString();
    await server.importLines({ _id: "a", metadata: { publishedAt } });

    const [putOff] = await replica.pull();
    server.clock.nowMs += DAY_MS;
    const [published] = await replica.pull();

    expect(inShort(putOff)).toEqual(["delete a", "delete terms a"]);
    expect(inShort(published)).toEqual(["put a", "put terms a"]);
  });
});

test("a change of the article that leaves its readers the same does not tell its terms again", async () => {
  const replica = createReplica(await server.addAgent());
  await server.importLines({ _id: "a" });
  await teachByThree(server, {});
  await replica.pull();
  await server.importLines({ _id: "a", title: "Another title" });

  const [page] = await replica.pull();

  expect(inShort(page)).toEqual(["put a"]);
});

describe("with a deleted article", () => {
  test("S2 its terms are deleted", async () => {
    const replica = createReplica(await server.addAgent());
    await server.importLines({ _id: "a" });
    await teachByThree(server, {});
    await replica.pull();
    await server.deleteArticle("a");

    const [page] = await replica.pull();

    expect(inShort(page)).toEqual(["delete a", "delete terms a"]);
  });

  test("what was taught is gone for good, also when the article comes back", async () => {
    const replica = createReplica(await server.addAgent());
    await server.importLines({ _id: "a" });
    await teachByThree(server, {});
    await server.deleteArticle("a");
    await server.importLines({ _id: "a" });
    server.clock.nowMs += 30 * DAY_MS;

    await replica.pull();

    expect([replica.rows.size, replica.terms.size]).toEqual([1, 0]);
  });

  test("S3 a client that stood before its thrown-away tombstones reads everything anew", async () => {
    const replica = createReplica(await server.addAgent());
    await server.importLines({ _id: "a" });
    await teachByThree(server, {});
    await replica.pull();
    await server.deleteArticle("a");
    await replica.pullPage(1);
    await server.purgeTombstones();

    const [page] = await replica.pull();

    expect(page?.reset).toBe(true);
    expect(replica.terms.size).toBe(0);
  });
});

test.each([1, 2, 3])("S1 pages of %i hold and count terms in the order they were written", async (limit) => {
  const replica = createReplica(await server.addAgent());
  await server.importLines({ _id: "a" }, { _id: "b" });
  await teachByThree(server, { articleId: "b" });
  await teachByThree(server, { articleId: "a" });
  await server.importLines({ _id: "c" });

  const pages = await replica.pull(limit);

  expect(pages.flatMap(inShort)).toEqual(["put a", "put b", "put terms b", "put terms a", "put c"]);
  expect(pages.map((page) => page.remaining)).toEqual(pages.map((_, at) => Math.max(0, 5 - limit * (at + 1))));
});

test("a full read that begins after terms fell away leaves them out", async () => {
  const replica = createReplica(await server.addAgent());
  await server.importLines({ _id: "a" });
  await teachByThree(server, {});
  await createReplica(await server.addAgent()).pull();
  server.clock.nowMs += 1200 * DAY_MS;
  await createReplica(await server.addAgent()).pull();

  const [page] = await replica.pull();

  expect(inShort(page)).toEqual(["put a"]);
});
