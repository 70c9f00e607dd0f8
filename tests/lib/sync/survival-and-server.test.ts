/** What a library goes through besides a bad network: updates, a full disk, a cleared cache, a second window. */
import { randomUUID } from "node:crypto";
import { Dexie } from "dexie";
import { beforeEach, describe, expect, it } from "vitest";
import type { Fetch } from "../../../lib/api/client";
import { deleteLibraryDatabase, openLibraryDatabase } from "../../../lib/db/library-database";
import { readPosition } from "../../../lib/db/position";
import { flags } from "../../../server/db/schema";
import { createTestServer, type TestAgent, type TestServer } from "../../server/support";
import { freshDatabase, outboxFlag, storedIds } from "../db/support";
import { openTestLibrary } from "../worker/support";

let server: TestServer;
let agent: TestAgent;

beforeEach(async () => {
  server = await createTestServer();
  agent = await server.addAgent();
});

const lines = (count: number) =>
  Array.from({ length: count }, (_, number) => ({ _id: `a${number}`, text: `Text of word${number}.` }));

/** The server, a few changes a page; the page of this number fails (counted from 1). */
function inPagesOf(size: number, failing: number | null = null): Fetch {
  let pages = 0;
  return async (request) => {
    const url = new URL(request.url);
    if (url.pathname !== "/v1/changes") return server.fetch(request);
    pages += 1;
    if (pages === failing) throw new TypeError("Failed to fetch");
    url.searchParams.set("limit", String(size));
    return server.fetch(new Request(url, request));
  };
}

it("a first sync that stopped after page 2 of 5 is of use meanwhile, and goes on with page 3", async () => {
  await server.importLines(...lines(50));
  const first = openTestLibrary(server, agent, { fetch: inPagesOf(10, 3) });
  const stopped = await first.sync();

  const second = openTestLibrary(server, agent, { database: first.database, fetch: inPagesOf(10) });
  const found = await second.search({ text: "word7", limit: 5 });
  const state = await second.sync();

  expect(stopped).toMatchObject({ firstSync: { received: 20, total: 50 }, articleCount: 20 });
  expect(found.map(({ card }) => card.id)).toContain("a7");
  expect(second.requests.filter(({ url }) => url.includes("/v1/changes"))).toHaveLength(3);
  expect(state).toMatchObject({ firstSync: null, articleCount: 50 });
});

describe("a flag queued by an earlier version of the extension", () => {
  it.each([1, 2, 3])("%i is sent once after the update", async (version) => {
    await server.importLines({ _id: "a" });
    const libraryId = randomUUID();
    const old = new Dexie(`souffleur-${libraryId}`);
    old.version(version).stores({ articles: "id, generation", outbox: "id, state, articleId", sync: "id" });
    const { passage: _passage, lookBy: _lookBy, ...flag } = outboxFlag({ articleId: "a", reason: "outdated" });
    await old.table("outbox").add({ ...flag, flaggedAtMs: server.clock.nowMs, undoUntilMs: server.clock.nowMs });
    old.close();

    const library = openTestLibrary(server, agent, { database: openLibraryDatabase(libraryId) });
    await library.sync();
    await library.sync();

    const stored = await server.db.select().from(flags);
    expect(stored).toMatchObject([{ id: flag.id, reason: "outdated", passage: null }]);
    expect(await library.listFlags()).toMatchObject([{ state: "sent", lookBy: expect.any(String) }]);
  });
});

describe("a library that is deleted under an open panel", () => {
  it("begins anew with the next pass, and takes words again", async () => {
    await server.importLines(...lines(3));
    const libraryId = randomUUID();
    const library = openTestLibrary(server, agent, { database: openLibraryDatabase(libraryId) });
    await library.sync();

    await deleteLibraryDatabase(libraryId);
    const state = await library.sync();
    await library.flag({ articleId: "a1" });

    expect(state).toMatchObject({ problem: null, firstSync: null, articleCount: 3 });
    expect(await library.listFlags()).toHaveLength(1);
  });

  it("in the middle of a pull is whole after the next one, in a few requests", async () => {
    await server.importLines(...lines(40));
    const libraryId = randomUUID();
    let pages = 0;
    const pagewise = inPagesOf(10);
    const library = openTestLibrary(server, agent, {
      database: openLibraryDatabase(libraryId),
      fetch: async (request) => {
        pages += 1;
        if (pages === 3) await deleteLibraryDatabase(libraryId);
        return pagewise(request);
      },
    });

    await library.sync();
    const state = await library.sync();

    expect(state).toMatchObject({ problem: null, articleCount: 40 });
    expect(await storedIds(library.database)).toHaveLength(40);
    expect(library.requests.length).toBeLessThan(15);
  });
});

describe("with the disk full", () => {
  const full = () => {
    throw new DOMException("The disk is full.", "QuotaExceededError");
  };

  it("a flag, a gap or a draft is not said to be kept", async () => {
    await server.importLines({ _id: "a" });
    const library = openTestLibrary(server, agent);
    await library.sync();
    for (const table of ["outbox", "gaps", "drafts"] as const) library.database[table].hook("creating", full);
    const texts = { language: "en", title: "T", summary: "", bodyHtml: "", replyText: null, kind: "how-to" } as const;
    const content = { ...texts, category: [], tags: [] };

    await expect(library.flag({ articleId: "a" })).rejects.toThrow();
    await expect(library.reportGap({ terms: ["fee"], language: "en" })).rejects.toThrow();
    await expect(library.saveDraft({ id: null, content, note: "", handOver: true })).rejects.toThrow();

    expect(await library.listFlags()).toEqual([]);
    expect(await library.listGaps()).toEqual([]);
    expect(await library.listDrafts()).toEqual([]);
    expect((await library.readArticle({ id: "a" }))?.card.flag).toBeNull();
  });

  it("counting a use troubles nobody", async () => {
    const library = openTestLibrary(server, agent);
    library.database.usage.hook("creating", full);

    await expect(library.countUsage({ type: "searched" })).resolves.toBeUndefined();
  });

  it("a pull stops and says so, keeps rows and cursor, and flags are sent all the same", async () => {
    await server.importLines({ _id: "a" });
    const library = openTestLibrary(server, agent);
    await library.sync();
    const before = await readPosition(library.database);
    await library.flag({ articleId: "a" });
    server.clock.nowMs += 10_000;
    await server.importLines({ _id: "b" });
    library.database.articles.hook("creating", full);

    const state = await library.sync();

    expect(state.problem).toEqual({ kind: "storageFull", retryAtMs: null });
    expect((await readPosition(library.database)).cursor).toBe(before.cursor);
    expect(await storedIds(library.database)).toEqual(["a"]);
    expect(await server.db.select().from(flags)).toHaveLength(1);
  });
});

it("a library that a later version has been at says so, asks for nothing and loses nothing", async () => {
  const libraryId = randomUUID();
  const earlier = openLibraryDatabase(libraryId);
  await earlier.outbox.add(outboxFlag());
  earlier.close();
  const later = new Dexie(`souffleur-${libraryId}`);
  await later.open();
  later.close();
  later.version(5).stores({ wishes: "id" });
  await later.open();
  later.close();

  const library = openTestLibrary(server, agent, { database: openLibraryDatabase(libraryId) });
  const state = await library.sync();

  expect(state.problem).toEqual({ kind: "libraryNewer", retryAtMs: null });
  expect(library.told.syncChanged.at(-1)).toEqual(state);
  expect(library.requests).toEqual([]);
});

it("two windows on one library flag the same article once, and send it once", async () => {
  await server.importLines({ _id: "a" });
  const database = freshDatabase();
  const [left, right] = [openTestLibrary(server, agent, { database }), openTestLibrary(server, agent, { database })];
  await left.sync();

  const given = await Promise.all([left.flag({ articleId: "a" }), right.flag({ articleId: "a" })]);
  server.clock.nowMs += 10_000;
  await Promise.all([left.sync(), right.sync()]);

  expect(new Set(given.map(({ id }) => id)).size).toBe(1);
  expect(await server.db.select().from(flags)).toHaveLength(1);
});
