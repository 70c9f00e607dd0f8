/** A flag's way from the outbox to the server's table: sent once, whatever happens between the two. */
import { beforeEach, describe, expect, it } from "vitest";
import type { Fetch } from "../../../lib/api/client";
import type { RunAlone } from "../../../lib/sync/sync-pass";
import type { SyncState } from "../../../lib/worker/protocol";
import { flags as flagsTable } from "../../../server/db/schema";
import { createTestServer, type TestAgent, type TestServer } from "../../server/support";
import { storedIds } from "../db/support";
import { openTestLibrary, spoilingAnswer, type TestLibrary } from "../worker/support";

let server: TestServer;
let agent: TestAgent;

beforeEach(async () => {
  server = await createTestServer();
  agent = await server.addAgent();
});

describe("a flag", () => {
  async function libraryWithArticle(options: Parameters<typeof openTestLibrary>[2] = {}) {
    await server.importLines({ _id: "a" });
    const library = openTestLibrary(server, agent, options);
    await library.sync();
    return library;
  }

  const storedFlags = () => server.db.select().from(flagsTable);

  it("reaches the server once its undo time is over", async () => {
    const library = await libraryWithArticle();
    await library.flag({ articleId: "a" });

    await library.sync();
    const before = await storedFlags();
    server.clock.nowMs += 5_000;
    const state = await library.sync();

    expect(before).toHaveLength(0);
    expect(await storedFlags()).toHaveLength(1);
    expect(state.queued.flags).toBe(0);
    expect(library.told.flagsChanged.at(-1)?.[0]?.state).toBe("sent");
  });

  it("that became due after the pass under way had sent its flags leaves by the time a second call is answered", async () => {
    let second: Promise<SyncState> | null = null;
    const fetch: Fetch = (request) => {
      if (second === null && opened && new URL(request.url).pathname === "/v1/changes") {
        server.clock.nowMs += 5_000;
        second = opened.sync();
      }
      return server.fetch(request);
    };
    let opened: TestLibrary | null = null;
    const library = await libraryWithArticle({ fetch });
    await library.flag({ articleId: "a" });
    opened = library;

    const first = await library.sync();

    expect(first.queued.flags).toBe(1);
    expect(await second).toMatchObject({ queued: { flags: 0 }, problem: null });
    expect(await storedFlags()).toHaveLength(1);
  });

  it("that became due while the background was at work leaves when the background has done", async () => {
    let isBackgroundAtWork = false;
    const runAlone: RunAlone = async (work) => {
      if (isBackgroundAtWork) {
        isBackgroundAtWork = false;
        return false;
      }
      await work();
      return true;
    };
    const library = await libraryWithArticle({ runAlone });
    await library.flag({ articleId: "a" });
    server.clock.nowMs += 5_000;
    isBackgroundAtWork = true;

    const state = await library.sync();

    expect(state).toMatchObject({ queued: { flags: 0 }, problem: null });
    expect(await storedFlags()).toHaveLength(1);
  });

  it("comes back as an open flag on the article", async () => {
    const library = await libraryWithArticle();
    await library.flag({ articleId: "a" });
    server.clock.nowMs += 5_000;

    await library.sync();

    expect((await library.readArticle({ id: "a" }))?.card.openFlags).toBe(1);
  });

  it("that was undone never leaves", async () => {
    const library = await libraryWithArticle();
    const { id } = await library.flag({ articleId: "a" });

    const isUndone = await library.unflag({ flagId: id });
    server.clock.nowMs += 60_000;
    await library.sync();

    expect(isUndone).toBe(true);
    expect(await storedFlags()).toHaveLength(0);
  });

  it("S5 is stored once when the answer to it was lost", async () => {
    const library = await libraryWithArticle({
      fetch: spoilingAnswer(server, 2, () => Promise.reject(new TypeError("Failed to fetch"))),
    });
    await library.flag({ articleId: "a" });
    server.clock.nowMs += 5_000;

    const failed = await library.sync();
    const recovered = await library.sync();

    expect(failed).toMatchObject({ queued: { flags: 1 }, problem: { kind: "offline" } });
    expect(recovered).toMatchObject({ queued: { flags: 0 }, problem: null });
    expect(await storedFlags()).toHaveLength(1);
  });

  it("given offline is delivered by the next start of the browser", async () => {
    let isOnline = true;
    const fetch: Fetch = (request) =>
      isOnline ? server.fetch(request) : Promise.reject(new TypeError("Failed to fetch"));
    const library = await libraryWithArticle({ fetch });
    isOnline = false;
    await library.flag({ articleId: "a" });
    server.clock.nowMs += 5_000;
    await library.sync();

    const restarted = openTestLibrary(server, agent, { database: library.database });
    await restarted.sync();

    expect(await storedFlags()).toHaveLength(1);
  });

  it("may be given its reason after it was sent", async () => {
    const library = await libraryWithArticle();
    const { id } = await library.flag({ articleId: "a" });
    server.clock.nowMs += 5_000;
    await library.sync();

    await library.explainFlag({ flagId: id, reason: "outdated", comment: "the fee changed in May" });
    await library.sync();

    expect(await storedFlags()).toMatchObject([{ id, reason: "outdated", comment: "the fee changed in May" }]);
  });

  it("stays queued, and is asked about once a pass, when the server answers about another", async () => {
    const other = [{ id: "018f0000-0000-7000-8000-00000000ffff", status: "stored" }];
    const confused: Fetch = async (request) =>
      request.method === "POST"
        ? new Response(JSON.stringify({ results: other }), { headers: { "Content-Type": "application/json" } })
        : server.fetch(request);
    const library = await libraryWithArticle({ fetch: confused });
    await library.flag({ articleId: "a" });
    server.clock.nowMs += 5_000;

    const state = await library.sync();

    expect(state.queued.flags).toBe(1);
    expect(library.requests.filter((request) => request.method === "POST")).toHaveLength(1);
  });

  it("503 keeps it queued, and the articles come all the same once the server is back", async () => {
    const library = await libraryWithArticle({
      fetch: spoilingAnswer(server, 2, () => new Response("{}", { status: 503 })),
    });
    await library.flag({ articleId: "a" });
    server.clock.nowMs += 5_000;

    const failed = await library.sync();
    await server.importLines({ _id: "b" });
    await library.sync();

    expect(failed).toMatchObject({ queued: { flags: 1 }, problem: { kind: "serverError" } });
    expect(await storedIds(library.database)).toEqual(["a", "b"]);
    expect(await storedFlags()).toHaveLength(1);
  });
});
