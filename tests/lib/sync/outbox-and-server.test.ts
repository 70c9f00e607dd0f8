/** What agents say besides flags, on its way to the server: sent once, whatever happens between the two. */
import { beforeEach, describe, expect, it } from "vitest";
import { localDayOf } from "../../../lib/worker/local-day";
import { acknowledgements } from "../../../server/db/content-schema";
import { gaps, usageCounts } from "../../../server/db/usage-schema";
import { putNotice } from "../../server/notices/notices";
import { createTestServer, type TestAgent, type TestServer } from "../../server/support";
import { refusal } from "../worker/support";
import { losingFirst, openSynced, otherwise } from "./way-to-server";

let server: TestServer;
let agent: TestAgent;

beforeEach(async () => {
  server = await createTestServer();
  agent = await server.addAgent();
  await server.importLines({ _id: "a" }, { _id: "b" });
});

const afterUndo = () => {
  server.clock.nowMs += 6_000;
};

describe("a gap", () => {
  it("leaves once its undo time is over, and is stored once when the answer was lost", async () => {
    const opened = await openSynced(server, agent, losingFirst(server, "/v1/gaps"));
    const { id } = await opened.reportGap({ terms: ["wallbox", "solar tariff"], language: "en" });

    const early = await opened.sync();
    afterUndo();
    await opened.sync();
    const state = await opened.sync();

    expect(early.queued.gaps).toBe(1);
    expect(state).toMatchObject({ problem: null, queued: { gaps: 0 } });
    expect(await server.db.select().from(gaps)).toMatchObject([
      { id, terms: ["solar tariff", "wallbox"], language: "en" },
    ]);
    expect(opened.told.gapsChanged.at(-1)).toMatchObject([{ id, state: "sent" }]);
  });

  it("that was undone never leaves", async () => {
    const opened = await openSynced(server, agent);
    const { id } = await opened.reportGap({ terms: ["wallbox"], language: null });

    const isUndone = await opened.undoGap({ gapId: id });
    afterUndo();
    await opened.sync();

    expect(isUndone).toBe(true);
    expect(await opened.undoGap({ gapId: id })).toBe(false);
    expect(await server.db.select().from(gaps)).toEqual([]);
  });

  it.each([[["4711"]], [["one two three"]], [[]]])("of %j is not taken at all", async (terms) => {
    const opened = await openSynced(server, agent);

    await expect(opened.reportGap({ terms, language: "en" })).rejects.toThrow();

    expect(await opened.listGaps()).toEqual([]);
  });

  it("the server cannot read is kept with its word, and the others are sent", async () => {
    const opened = await openSynced(
      server,
      agent,
      otherwise(server, "/v1/gaps", async (request) =>
        // The quoted word: a random id may well hold these three letters.
        (await request.clone().text()).includes('"bad"') ? refusal("terms: not these") : server.fetch(request),
      ),
    );
    for (const term of ["good", "bad", "fine"]) await opened.reportGap({ terms: [term], language: "en" });
    afterUndo();

    const state = await opened.sync();

    expect(state).toMatchObject({ problem: null, queued: { gaps: 0 } });
    expect(await server.db.select().from(gaps)).toHaveLength(2);
    expect(await opened.database.gaps.where("state").equals("refused").toArray()).toMatchObject([
      { gap: { terms: ["bad"] }, detail: "terms: not these" },
    ]);
  });
});

describe("an acknowledgement", () => {
  it("is stored once when the answer was lost, and reaches the agent's other machine", async () => {
    await putNotice(await server.addAgent({ name: "Ada", role: "admin" }), "n");
    const opened = await openSynced(server, agent, losingFirst(server, "/v1/acknowledgements"));
    await opened.acknowledgeNotice({ noticeId: "n", version: 1 });

    const failed = await opened.sync();
    const state = await opened.sync();
    const other = await openSynced(server, agent);

    expect(failed.queued.acknowledgements).toBe(1);
    expect(state.queued.acknowledgements).toBe(0);
    expect(await server.db.select().from(acknowledgements)).toHaveLength(1);
    expect(await other.listNotices({ ticket: null })).toMatchObject([{ id: "n", isAcknowledged: true }]);
  });
});

describe("uses", () => {
  const counts = async () =>
    (await server.db.select().from(usageCounts))
      .map(({ type, articleId, count }) => `${type} ${articleId} ${count}`)
      .sort();

  it("are added up by article and day, and sent with the next pass", async () => {
    const opened = await openSynced(server, agent);
    for (const articleId of ["a", "b", "a"]) await opened.countUsage({ type: "opened", articleId });
    await opened.countUsage({ type: "searched" });

    await opened.sync();

    expect(await counts()).toEqual(["opened a 2", "opened b 1", "searched  1"]);
    expect(await opened.database.usage.count()).toBe(0);
  });

  it("count once when the answer was lost, and what was used meanwhile counts too", async () => {
    const opened = await openSynced(server, agent, losingFirst(server, "/v1/usage"));
    await opened.countUsage({ type: "opened", articleId: "a" });

    const failed = await opened.sync();
    await opened.countUsage({ type: "opened", articleId: "a" });
    await opened.sync();

    expect(failed.problem).toBeNull();
    expect(await counts()).toEqual(["opened a 2"]);
  });

  it("that are older than the server takes are dropped", async () => {
    const opened = await openSynced(
      server,
      agent,
      otherwise(server, "/v1/usage", () => new Response("", { status: 404 })),
    );
    await opened.countUsage({ type: "opened", articleId: "a" });
    await opened.sync();
    const before = await opened.database.usage.count();

    server.clock.nowMs += 32 * 86_400_000;
    await opened.sync();

    expect(before).toBe(1);
    expect(await opened.database.usage.count()).toBe(0);
  });

  it("in trouble alone are told to nobody, and wait", async () => {
    const opened = await openSynced(
      server,
      agent,
      otherwise(server, "/v1/usage", () => new Response("", { status: 500 })),
    );
    await opened.countUsage({ type: "opened", articleId: "a" });
    await server.importLines({ _id: "c" });

    const state = await opened.sync();

    expect(state).toMatchObject({ problem: null, articleCount: 3 });
    expect(await opened.database.usage.count()).toBe(1);
  });

  it("of a day are those of the day at this machine's place", () => {
    const late = new Date(2026, 0, 31, 23, 59).getTime();

    expect([localDayOf(late), localDayOf(late + 60_000)]).toEqual(["2026-01-31", "2026-02-01"]);
  });
});
