import { beforeEach, describe, expect, test } from "vitest";
import { writeChanges } from "../../../server/db/server-state";
import { createTestServer, type TestServer } from "../support";
import { createReplica, inShort } from "./replica";

let server: TestServer;

beforeEach(async () => {
  server = await createTestServer();
});

describe("changes", () => {
  test("S2 sends puts and deletes in the order they were made", async () => {
    const replica = createReplica(await server.addAgent());
    await server.importLines({ _id: "a" }, { _id: "b" }, { _id: "c" });
    await replica.pull();
    await server.importLines({ _id: "b", title: "New title" });
    await server.deleteArticle("a");

    const [page] = await replica.pull();

    expect(inShort(page)).toEqual(["put b", "delete a"]);
    expect(page).toMatchObject({ reset: false, hasMore: false, remaining: 0 });
  });

  test("S1 gives each write a number of its own, so that a cursor between two writes misses neither", async () => {
    const replica = createReplica(await server.addAgent());
    await Promise.all(["a", "b", "c", "d", "e"].map((_id) => server.importLines({ _id })));

    const pages = await replica.pull(1);

    expect(pages.flatMap(inShort).sort()).toEqual(["put a", "put b", "put c", "put d", "put e"]);
  });

  test("S1 leaves the counter alone when a write fails", async () => {
    const replica = createReplica(await server.addAgent());
    await server.importLines({ _id: "a" });
    const [first] = await replica.pull();
    const failing = writeChanges(server.db, async (_tx, next) => {
      throw new Error(`broken off after change ${next()}`);
    });
    await expect(failing).rejects.toThrow("broken off");

    const [second] = await replica.pull();

    expect(second?.cursor).toBe(first?.cursor);
  });

  test("sends an article back to life as a put", async () => {
    const replica = createReplica(await server.addAgent());
    await server.importLines({ _id: "a" });
    await replica.pull();
    await server.deleteArticle("a");
    await server.importLines({ _id: "a" });

    const [page] = await replica.pull();

    expect(inShort(page)).toEqual(["put a"]);
    expect(replica.rows.get("a")?.version).toBe(2);
  });

  test("sends nothing for an import that changed nothing", async () => {
    const replica = createReplica(await server.addAgent());
    await server.importLines({ _id: "a" });
    const [first] = await replica.pull();
    await server.importLines({ _id: "a" });

    const [second] = await replica.pull();

    expect(second).toEqual({ changes: [], cursor: first?.cursor, hasMore: false, reset: false, remaining: 0 });
  });
});

describe("pages", () => {
  test("tells exactly how many changes are left", async () => {
    const replica = createReplica(await server.addAgent());
    await server.importLines(...["a", "b", "c", "d", "e"].map((_id) => ({ _id })));

    const pages = await replica.pull(2);

    expect(pages.map((page) => [page.changes.length, page.remaining, page.hasMore])).toEqual([
      [2, 3, true],
      [2, 1, true],
      [1, 0, false],
    ]);
  });

  test("leaves articles the agent may not read out of what is left", async () => {
    const replica = createReplica(await server.addAgent());
    await server.importLines({ _id: "a" }, { _id: "b" }, { _id: "x", metadata: { groups: ["billing"] } });

    const page = await replica.pullPage(1);

    expect(page.remaining).toBe(1);
  });

  test("are filled across rows the agent may not read", async () => {
    const replica = createReplica(await server.addAgent());
    const secret = Array.from({ length: 30 }, (_, index) => ({ _id: `s${index}`, metadata: { groups: ["billing"] } }));
    await server.importLines({ _id: "a" }, ...secret, { _id: "b" });

    const pages = await replica.pull(2);

    expect(pages.map(inShort)).toEqual([["put a", "put b"]]);
  });

  test("have 200 changes when the client does not say, and never more than 500", async () => {
    const agent = await server.addAgent();
    await server.importLines(...Array.from({ length: 201 }, (_, index) => ({ _id: `a${index}` })));

    const unasked = await (await agent.get("/v1/changes")).json();
    const tooMany = await agent.get("/v1/changes?limit=501");
    const tooFew = await agent.get("/v1/changes?limit=0");

    expect(unasked.changes).toHaveLength(200);
    expect([tooMany.status, tooFew.status]).toEqual([400, 400]);
  });

  test("bring a row that changed during the read once more, at the end", async () => {
    const replica = createReplica(await server.addAgent());
    await server.importLines({ _id: "a" }, { _id: "b" }, { _id: "c" });
    await replica.pullPage(1);
    await server.importLines({ _id: "a", title: "Changed between two pages" });

    const pages = await replica.pull(1);

    expect(pages.flatMap(inShort)).toEqual(["put b", "put c", "put a"]);
    expect(replica.rows.get("a")?.title).toBe("Changed between two pages");
  });
});

describe("a full read", () => {
  test("starts without a cursor and says so on its first page only", async () => {
    const replica = createReplica(await server.addAgent());
    await server.importLines({ _id: "a" }, { _id: "b" });

    const pages = await replica.pull(1);

    expect(pages.map((page) => page.reset)).toEqual([true, false]);
  });

  test("is said even when there is nothing to read", async () => {
    const replica = createReplica(await server.addAgent());

    const pages = await replica.pull();

    expect(pages).toMatchObject([{ changes: [], reset: true, hasMore: false }]);
  });

  test.each(["garbage", "%%%", "bnVsbA", "eyJhdCI6LTF9", "x".repeat(600)])(
    "S2 starts over at a cursor the server never wrote: %j",
    async (cursor) => {
      const agent = await server.addAgent();
      await server.importLines({ _id: "a" });

      const response = await agent.get(`/v1/changes?cursor=${encodeURIComponent(cursor)}`);

      expect(response.status).toBe(200);
      expect(await response.json()).toMatchObject({ reset: true, changes: [{ article: { id: "a" } }] });
    },
  );

  test("starts over at another agent's cursor", async () => {
    const mine = createReplica(await server.addAgent());
    const theirs = createReplica(await server.addAgent());
    await server.importLines({ _id: "a" });
    await theirs.pull();
    mine.cursor = theirs.cursor;

    const [page] = await mine.pull();

    expect(page?.reset).toBe(true);
  });

  test("starts over when the database is another one", async () => {
    const agent = await server.addAgent();
    const before = createReplica(agent);
    await before.pull();
    const otherServer = await createTestServer();
    const replica = createReplica(await otherServer.addAgent());
    replica.cursor = before.cursor;

    const [page] = await replica.pull();

    expect(page?.reset).toBe(true);
  });

  test("leaves out tombstones older than its start", async () => {
    const replica = createReplica(await server.addAgent());
    await server.importLines({ _id: "a" }, { _id: "b" });
    await server.deleteArticle("a");

    const [page] = await replica.pull();

    expect(inShort(page)).toEqual(["put b"]);
  });

  test("brings tombstones that arise while it goes on", async () => {
    const replica = createReplica(await server.addAgent());
    await server.importLines({ _id: "a" }, { _id: "b" });
    await replica.pullPage(1);
    await server.deleteArticle("a");

    const [page] = await replica.pull();

    expect(inShort(page)).toEqual(["put b", "delete a"]);
  });

  test("starts over when the agent's access changes in the middle of it", async () => {
    const agent = await server.addAgent({ groups: ["billing"] });
    const replica = createReplica(agent);
    await server.importLines({ _id: "a", metadata: { groups: ["billing"] } }, { _id: "b" }, { _id: "c" });
    await replica.pullPage(1);
    await server.changeAccess(agent, { groups: [] });

    const pages = await replica.pull(1);

    expect(pages.map((page) => page.reset)).toEqual([true, false]);
    expect([...replica.rows.keys()]).toEqual(["b", "c"]);
  });
});

describe("tombstones that were thrown away", () => {
  test("S3 make a client reset whose cursor is older", async () => {
    const replica = createReplica(await server.addAgent());
    await server.importLines({ _id: "a" }, { _id: "b" });
    await replica.pull();
    await server.deleteArticle("a");
    const purged = await server.purgeTombstones();

    const [page] = await replica.pull();

    expect(purged).toBe(1);
    expect(page?.reset).toBe(true);
    expect([...replica.rows.keys()]).toEqual(["b"]);
  });

  test("S3 leave a client alone that has seen them", async () => {
    const replica = createReplica(await server.addAgent());
    await server.importLines({ _id: "a" }, { _id: "b" });
    await server.deleteArticle("a");
    await replica.pull();
    await server.purgeTombstones();

    const [page] = await replica.pull();

    expect(page?.reset).toBe(false);
  });

  test("S3 do not throw back a full read that began after them", async () => {
    const replica = createReplica(await server.addAgent());
    await server.importLines({ _id: "a" }, { _id: "b" }, { _id: "c" });
    await server.deleteArticle("a");
    await replica.pullPage(1);
    await server.purgeTombstones();

    const [page] = await replica.pull();

    expect(page?.reset).toBe(false);
    expect([...replica.rows.keys()]).toEqual(["b", "c"]);
  });

  test("S3 are only those older than asked", async () => {
    const replica = createReplica(await server.addAgent());
    await server.importLines({ _id: "a" }, { _id: "b" });
    await replica.pull();
    await server.deleteArticle("a");
    server.clock.nowMs -= 60_000;
    const purged = await server.purgeTombstones();

    const [page] = await replica.pull();

    expect(purged).toBe(0);
    expect(inShort(page)).toEqual(["delete a"]);
  });
});
