/** One kind of what agents say that the server will not take, while it takes all else. */
import { beforeEach, describe, expect, it } from "vitest";
import { readPosition } from "../../../lib/db/position";
import { createTestServer, type TestAgent, type TestServer } from "../../server/support";
import { draftContent } from "./chaos/agent-day";
import { openSynced, otherwise } from "./way-to-server";

let server: TestServer;
let agent: TestAgent;

beforeEach(async () => {
  server = await createTestServer();
  agent = await server.addAgent();
  await server.importLines({ _id: "a" }, { _id: "b" });
});

const later = (ms: number) => {
  server.clock.nowMs += ms;
};

/** A library on a server that answers `reply` to a path until it is mended, and how often that path was tried. */
async function openTroubled(path = "/v1/flags", reply = () => new Response("", { status: 500 })) {
  let isBroken = true;
  let tries = 0;
  const fetch = otherwise(server, path, (request) => {
    tries += 1;
    return isBroken ? reply() : server.fetch(request);
  });
  const opened = await openSynced(server, agent, fetch);
  const setBroken = (broken: boolean) => {
    isBroken = broken;
  };
  return { ...opened, mend: () => setBroken(false), breakAgain: () => setBroken(true), tries: () => tries };
}

async function flagAndSync(opened: Awaited<ReturnType<typeof openTroubled>>) {
  await opened.flag({ articleId: "a" });
  later(6_000);
  return opened.sync();
}

describe("a kind in trouble", () => {
  it.each([404, 413, 500])("with %i slows down nothing else, and waits", async (status) => {
    const opened = await openTroubled("/v1/articles", () => new Response("", { status }));
    await opened.saveDraft({ id: null, content: draftContent("Mine"), note: "", handOver: true });
    await opened.sync();
    for (const id of ["c", "d", "e"]) {
      await opened.flag({ articleId: "a" });
      await opened.reportGap({ terms: ["wallbox"], language: "en" });
      later(6_000);
      await server.importLines({ _id: id });
      await opened.sync();
    }

    const state = await opened.sync();

    expect(state).toMatchObject({ problem: null, freshAtMs: server.clock.nowMs, articleCount: 5 });
    expect(state.queued).toEqual({ flags: 0, acknowledgements: 0, gaps: 0, drafts: 1 });
    expect(await readPosition(opened.database)).toMatchObject({ failures: 0, problem: null, retryAtMs: null });
    expect((await opened.listDrafts()).map((draft) => draft.state)).toEqual(["queued"]);
  });

  it("is left out until its own wait is over, which grows", async () => {
    const opened = await openTroubled();

    const first = await flagAndSync(opened);
    await opened.sync();
    const beforeItsTime = opened.tries();
    later(1_500);
    const second = await opened.sync();

    expect(first.troubles).toEqual([{ kind: "flags", retryAtMs: server.clock.nowMs, isLasting: false }]);
    expect(beforeItsTime).toBe(1);
    expect(opened.tries()).toBe(2);
    expect(second.troubles).toMatchObject([{ retryAtMs: server.clock.nowMs + 3_000 }]);
  });

  it("waits as long as the server wishes", async () => {
    const headers = { "Retry-After": "600" };
    const opened = await openTroubled("/v1/flags", () => new Response("", { status: 500, headers }));

    const state = await flagAndSync(opened);

    expect(state.troubles).toMatchObject([{ retryAtMs: server.clock.nowMs + 600_000 }]);
  });

  it("is told as lasting once it was met three times in a row", async () => {
    const opened = await openTroubled();
    const states = [await flagAndSync(opened)];
    while (states.length < 3) {
      later(60_000);
      states.push(await opened.sync());
    }

    expect(states.flatMap(({ troubles }) => troubles.map(({ isLasting }) => isLasting))).toEqual([false, false, true]);
    expect(states.at(-1)).toMatchObject({ problem: null, queued: { flags: 1 } });
  });

  it("recovers, and begins anew with the shortest wait", async () => {
    const opened = await openTroubled();
    await flagAndSync(opened);
    later(60_000);
    await opened.sync();
    opened.mend();
    later(60_000);
    // In its undo time, so that something is left when the first is taken.
    await opened.flag({ articleId: "b" });

    const mended = await opened.sync();
    opened.breakAgain();
    later(6_000);
    const broken = await opened.sync();

    expect(mended).toMatchObject({ troubles: [], queued: { flags: 1 } });
    expect((await opened.listFlags()).map(({ articleId, state }) => `${articleId} ${state}`)).toEqual([
      "b queued",
      "a sent",
    ]);
    expect(broken.troubles).toEqual([{ kind: "flags", retryAtMs: server.clock.nowMs + 1_500, isLasting: false }]);
  });

  it("is tried again at once when the agent asks for a pass", async () => {
    const opened = await openTroubled();
    await flagAndSync(opened);
    opened.mend();

    const left = await opened.sync();
    const asked = await opened.sync({ isByHand: true });

    expect(left.queued.flags).toBe(1);
    expect(asked).toMatchObject({ troubles: [], queued: { flags: 0 } });
  });

  it("is tried again at once when the agent asks during a pass that leaves it out", async () => {
    const opened = await openTroubled();
    await flagAndSync(opened);
    opened.mend();

    const underWay = opened.sync();
    await new Promise<void>((resolve) => {
      opened.on("syncChanged", ({ phase }) => phase === "pulling" && resolve());
    });
    const asked = await opened.sync({ isByHand: true });

    expect((await underWay).queued.flags).toBe(1);
    expect(asked.queued.flags).toBe(0);
  });

  it("has no wait of its own while the whole server is in trouble", async () => {
    let isBroken = false;
    const opened = await openSynced(server, agent, async (request) =>
      isBroken ? new Response("", { status: 500 }) : server.fetch(request),
    );
    await opened.flag({ articleId: "a" });
    later(6_000);
    isBroken = true;
    const failed = await opened.sync();
    isBroken = false;

    const state = await opened.sync();

    expect(failed).toMatchObject({ problem: { kind: "serverError" }, troubles: [] });
    expect(state).toMatchObject({ problem: null, queued: { flags: 0 } });
  });

  it("is over when nothing of it is left to be sent", async () => {
    const opened = await openTroubled();
    await flagAndSync(opened);
    // Another panel on the same library has sent it.
    await opened.database.outbox.toCollection().modify({ state: "sent" });

    const state = await opened.sync();
    opened.mend();
    const next = await flagAndSync(opened);

    expect(state.troubles).toEqual([]);
    expect(next.queued.flags).toBe(0);
  });

  it("settles no flag by a refusal that is not our server's own", async () => {
    const opened = await openTroubled("/v1/flags", () => new Response("<h1>Bad request</h1>", { status: 400 }));

    const state = await flagAndSync(opened);

    expect(state).toMatchObject({ queued: { flags: 1 }, troubles: [{ kind: "flags" }] });
    expect(await opened.listFlags()).toMatchObject([{ state: "queued" }]);
  });
});
