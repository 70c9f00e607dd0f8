/** The true client against the true server, in one process: what must hold whatever happens between the two. */
import { beforeEach, describe, expect, it } from "vitest";
import type { Fetch } from "../../../lib/api/client";
import { readPosition } from "../../../lib/db/position";
import { createTestServer, type TestAgent, type TestServer } from "../../server/support";
import { storedIds } from "../db/support";
import { openTestLibrary, spoilingAnswer } from "../worker/support";

let server: TestServer;
let agent: TestAgent;

beforeEach(async () => {
  server = await createTestServer();
  agent = await server.addAgent({ groups: ["billing"] });
});

function lines(count: number, from = 0) {
  return Array.from({ length: count }, (_, at) => ({ _id: `a${String(from + at).padStart(4, "0")}` }));
}

it("brings every article the agent may read, and no other", async () => {
  await server.importLines(
    { _id: "everybody" },
    { _id: "mine", metadata: { groups: ["billing"] } },
    { _id: "theirs", metadata: { groups: ["retention"] } },
  );
  const library = openTestLibrary(server, agent);

  const state = await library.sync();

  expect(await storedIds(library.database)).toEqual(["everybody", "mine"]);
  expect(state).toMatchObject({ phase: "idle", problem: null, firstSync: null, articleCount: 2 });
});

it("asks once, and is answered without a body, when nothing is new", async () => {
  await server.importLines({ _id: "a" });
  const answers: Response[] = [];
  const library = openTestLibrary(server, agent, {
    fetch: async (request) => {
      const response = await server.fetch(request);
      answers.push(response);
      return response;
    },
  });
  await library.sync();
  answers.length = 0;
  server.clock.nowMs += 60_000;

  const state = await library.sync();

  expect(answers.map((response) => response.status)).toEqual([304]);
  expect(await answers[0]?.clone().text()).toBe("");
  expect(state.freshAtMs).toBe(server.clock.nowMs);
});

it("follows changes and deletions", async () => {
  await server.importLines({ _id: "a" }, { _id: "b" });
  const library = openTestLibrary(server, agent);
  await library.sync();

  await server.importLines({ _id: "a", title: "Changed" }, { _id: "c" });
  await server.deleteArticle("b");
  await library.sync();

  expect(await storedIds(library.database)).toEqual(["a", "c"]);
  expect((await library.readArticle({ id: "a" }))?.card.title).toBe("Changed");
  expect(library.told.articlesChanged.at(-1)?.ids.sort()).toEqual(["a", "b", "c"]);
});

it("takes away what the agent may no longer read", async () => {
  await server.importLines({ _id: "everybody" }, { _id: "mine", metadata: { groups: ["billing"] } });
  const library = openTestLibrary(server, agent);
  await library.sync();

  await server.changeAccess(agent, { groups: [] });
  await library.sync();

  expect(await storedIds(library.database)).toEqual(["everybody"]);
  expect(await library.search({ text: "mine", limit: 5 })).toEqual([]);
});

it("S3 is reset after its deletions were forgotten, and ends with the server's rows", async () => {
  await server.importLines({ _id: "a" }, { _id: "b" });
  const library = openTestLibrary(server, agent);
  await library.sync();

  await server.deleteArticle("b");
  await server.purgeTombstones();
  await server.importLines({ _id: "c" });
  await library.sync();

  expect(await storedIds(library.database)).toEqual(["a", "c"]);
});

it("tells the progress of the first read and finds what has come before it ends", async () => {
  await server.importLines(...lines(450));
  let searchedMeanwhile: string[] = [];
  let pages = 0;
  const library = openTestLibrary(server, agent, {
    fetch: async (request) => {
      pages += 1;
      if (pages === 3)
        searchedMeanwhile = (await library.search({ text: "a0000", limit: 5 })).map(({ card }) => card.id);
      return server.fetch(request);
    },
  });

  await library.sync();

  expect(searchedMeanwhile).toEqual(["a0000"]);
  const progress = library.told.syncChanged.flatMap(({ firstSync }) => (firstSync ? [firstSync] : []));
  expect(progress).toContainEqual({ received: 200, total: 450 });
  expect(library.told.syncChanged.at(-1)).toMatchObject({ firstSync: null, articleCount: 450 });
});

describe("a pull that fails in the middle", () => {
  const cut = async (response: Response) => {
    const text = await response.text();
    return new Response(text.slice(0, text.length / 2), response);
  };
  const breakOff = async (response: Response) => {
    const half = (await response.text()).slice(0, 500);
    const body = new ReadableStream({
      start(controller) {
        controller.enqueue(new TextEncoder().encode(half));
        controller.error(new TypeError("terminated"));
      },
    });
    return new Response(body, { headers: response.headers });
  };
  const status = (code: number) => () =>
    new Response("{}", { status: code, headers: { "Content-Type": "application/json" } });

  it.each([
    ["a page cut by a proxy", "badAnswer", cut],
    ["a page that breaks off", "offline", breakOff],
    [
      "garbage",
      "badAnswer",
      () =>
        new Response('{"changes":[{"op":"put","type":"article"}]}', {
          headers: { "Content-Type": "application/json" },
        }),
    ],
    [
      "another site's page",
      "notOurApi",
      () => new Response("<h1>Welcome</h1>", { headers: { "Content-Type": "text/html" } }),
    ],
    ["a server error", "serverError", status(500)],
    ["a refused token", "unauthorized", status(401)],
    ["too many requests", "rateLimited", status(429)],
    ["a stopped server", "offline", () => Promise.reject(new TypeError("Failed to fetch"))],
  ] as const)(
    "%s is told as %s, keeps rows and cursor consistent, and the next pass goes on",
    async (_name, kind, spoil) => {
      await server.importLines(...lines(450));
      const library = openTestLibrary(server, agent, { fetch: spoilingAnswer(server, 2, spoil) });

      const failed = await library.sync();
      const rowsThen = await storedIds(library.database);
      const cursorThen = (await readPosition(library.database)).cursor;
      const requestsThen = library.requests.length;
      const recovered = await library.sync();

      expect(failed.problem?.kind).toBe(kind);
      expect(rowsThen).toHaveLength(200);
      expect(cursorThen).not.toBeNull();
      expect(library.requests[requestsThen]?.url).toContain(encodeURIComponent(cursorThen ?? ""));
      expect(recovered).toMatchObject({ problem: null, firstSync: null, articleCount: 450 });
    },
  );

  it("a feed that does not get on is told as a bad answer, after one page", async () => {
    await server.importLines(...lines(3));
    const first = await (await agent.get("/v1/changes")).json();
    const stuck: Fetch = async () =>
      new Response(JSON.stringify({ ...first, reset: false, hasMore: true }), {
        headers: { "Content-Type": "application/json" },
      });
    const library = openTestLibrary(server, agent, { fetch: stuck });

    const { problem } = await library.sync();

    expect(problem?.kind).toBe("badAnswer");
    expect(library.requests.length).toBeLessThanOrEqual(2);
  });

  it("goes on where it stopped after a restart", async () => {
    await server.importLines(...lines(450));
    const first = openTestLibrary(server, agent, { fetch: spoilingAnswer(server, 2, status(500)) });
    await first.sync();

    const second = openTestLibrary(server, agent, { database: first.database });
    await second.sync();

    expect(second.requests.length).toBe(2);
    expect(await storedIds(second.database)).toHaveLength(450);
  });

  it("waits longer with each failure and as long as the server says", async () => {
    const refusing: Fetch = async () => new Response("{}", { status: 503, headers: { "Retry-After": "600" } });
    const library = openTestLibrary(server, agent, { fetch: refusing });

    const { problem } = await library.sync();

    expect(problem).toEqual({ kind: "serverError", retryAtMs: server.clock.nowMs + 600_000 });
  });
});
