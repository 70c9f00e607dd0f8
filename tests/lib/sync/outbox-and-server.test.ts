/** What agents say besides flags, on its way to the server: sent once, whatever happens between the two. */
import { beforeEach, describe, expect, it } from "vitest";
import type { Fetch } from "../../../lib/api/client";
import { localDayOf } from "../../../lib/worker/local-day";
import { acknowledgements, articleEdits } from "../../../server/db/content-schema";
import { flags } from "../../../server/db/schema";
import { gaps, usageCounts } from "../../../server/db/usage-schema";
import { answer, theCase } from "../../server/flags/flags";
import { putNotice } from "../../server/notices/notices";
import { createTestServer, type TestAgent, type TestServer } from "../../server/support";
import { openTestLibrary, refusal, type TestLibrary } from "../worker/support";

let server: TestServer;
let agent: TestAgent;

beforeEach(async () => {
  server = await createTestServer();
  agent = await server.addAgent();
  await server.importLines({ _id: "a" }, { _id: "b" });
});

/** The server, but one of its paths answers otherwise. */
function otherwise(path: string, reply: (request: Request) => Response | Promise<Response>): Fetch {
  return (request) =>
    new URL(request.url).pathname === path ? Promise.resolve(reply(request)) : server.fetch(request);
}

/** The answer of that path is lost the first time. */
function losingFirst(path: string): Fetch {
  let isFirst = true;
  return otherwise(path, async (request) => {
    const response = await server.fetch(request);
    if (!isFirst) return response;
    isFirst = false;
    throw new TypeError("Failed to fetch");
  });
}

async function library(fetch?: Fetch): Promise<TestLibrary> {
  const opened = openTestLibrary(server, agent, fetch ? { fetch } : {});
  await opened.sync();
  return opened;
}

const afterUndo = () => {
  server.clock.nowMs += 6_000;
};

describe("a gap", () => {
  it("leaves once its undo time is over, and is stored once when the answer was lost", async () => {
    const opened = await library(losingFirst("/v1/gaps"));
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
    const opened = await library();
    const { id } = await opened.reportGap({ terms: ["wallbox"], language: null });

    const isUndone = await opened.undoGap({ gapId: id });
    afterUndo();
    await opened.sync();

    expect(isUndone).toBe(true);
    expect(await opened.undoGap({ gapId: id })).toBe(false);
    expect(await server.db.select().from(gaps)).toEqual([]);
  });

  it.each([[["4711"]], [["one two three"]], [[]]])("of %j is not taken at all", async (terms) => {
    const opened = await library();

    await expect(opened.reportGap({ terms, language: "en" })).rejects.toThrow();

    expect(await opened.listGaps()).toEqual([]);
  });

  it("the server cannot read is kept with its word, and the others are sent", async () => {
    const opened = await library(
      otherwise("/v1/gaps", async (request) =>
        (await request.clone().text()).includes("bad") ? refusal("terms: not these") : server.fetch(request),
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

describe("a draft", () => {
  const texts = { language: "en", summary: "", bodyHtml: "<p>Text.</p>", replyText: null, kind: "how-to" } as const;
  const content = (title: string) => ({ ...texts, title, category: [], tags: [] });
  const stored = () => server.db.select().from(articleEdits);

  it("stays here while it is being written, whatever it lacks", async () => {
    const opened = await library();
    const draft = await opened.saveDraft({ id: null, content: content(""), note: "", handOver: false });

    const state = await opened.sync();

    expect(state.queued.drafts).toBe(0);
    expect(await opened.listDrafts()).toEqual([draft]);
    expect(await stored()).toEqual([]);
    await expect(opened.saveDraft({ ...draft, content: content(""), handOver: true })).rejects.toThrow();
  });

  it("that was handed over is one article when the answer was lost", async () => {
    const opened = await library(losingFirst("/v1/articles"));
    const { id } = await opened.saveDraft({
      id: null,
      content: content("Title"),
      note: "Asked thrice.",
      handOver: true,
    });

    const failed = await opened.sync();
    const state = await opened.sync();

    expect(failed.queued.drafts).toBe(1);
    expect(state.queued.drafts).toBe(0);
    expect(await stored()).toMatchObject([{ id, note: "Asked thrice.", creatorId: agent.agent.id }]);
    expect(opened.told.draftsChanged.at(-1)).toMatchObject([{ id, state: "sent", detail: null }]);
  });

  it("that was changed and handed over again stays one article, and says what was said last", async () => {
    const opened = await library();
    const { id } = await opened.saveDraft({ id: null, content: content("First"), note: "", handOver: true });
    await opened.sync();

    await opened.saveDraft({ id, content: content("Second"), note: "", handOver: true });
    await opened.sync();

    expect(await stored()).toMatchObject([{ id, content: { title: "Second" } }]);
  });

  it("that was changed while it was on its way is not taken for sent", async () => {
    const opened = await library(
      otherwise("/v1/articles", async (request) => {
        const response = await server.fetch(request);
        const [draft] = await opened.listDrafts();
        if (draft?.content.title === "First")
          await opened.saveDraft({ ...draft, content: content("Second"), handOver: true });
        return response;
      }),
    );
    await opened.saveDraft({ id: null, content: content("First"), note: "", handOver: true });

    const during = await opened.sync();
    await opened.sync();

    expect(during.queued.drafts).toBe(1);
    expect(await stored()).toMatchObject([{ content: { title: "Second" } }]);
  });

  it("that somebody else went on with is kept here with the server's word, and holds up nothing", async () => {
    const opened = await library();
    const draft = await opened.saveDraft({ id: null, content: content("Mine"), note: "", handOver: true });
    await opened.sync();
    const editor = await server.addAgent({ name: "Ada", role: "admin" });
    await editor.send("PUT", `/v1/articles/${draft.id}`, { content: content("Hers") }, { "If-Match": "*" });

    await opened.saveDraft({ ...draft, content: content("Mine again"), handOver: true });
    const state = await opened.sync();

    expect(state).toMatchObject({ problem: null, queued: { drafts: 0 } });
    expect(await opened.listDrafts()).toMatchObject([
      { state: "refused", detail: "Somebody has gone on with this draft meanwhile; it was not changed." },
    ]);
    expect(await stored()).toMatchObject([{ content: { title: "Hers" } }]);
  });
});

describe("an acknowledgement", () => {
  it("is stored once when the answer was lost, and reaches the agent's other machine", async () => {
    await putNotice(await server.addAgent({ name: "Ada", role: "admin" }), "n");
    const opened = await library(losingFirst("/v1/acknowledgements"));
    await opened.acknowledgeNotice({ noticeId: "n", version: 1 });

    const failed = await opened.sync();
    const state = await opened.sync();
    const other = await library();

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
    const opened = await library();
    for (const articleId of ["a", "b", "a"]) await opened.countUsage({ type: "opened", articleId });
    await opened.countUsage({ type: "searched" });

    await opened.sync();

    expect(await counts()).toEqual(["opened a 2", "opened b 1", "searched  1"]);
    expect(await opened.database.usage.count()).toBe(0);
  });

  it("count once when the answer was lost, and what was used meanwhile counts too", async () => {
    const opened = await library(losingFirst("/v1/usage"));
    await opened.countUsage({ type: "opened", articleId: "a" });

    const failed = await opened.sync();
    await opened.countUsage({ type: "opened", articleId: "a" });
    await opened.sync();

    expect(failed.problem).toBeNull();
    expect(await counts()).toEqual(["opened a 2"]);
  });

  it("that are older than the server takes are dropped", async () => {
    const opened = await library(otherwise("/v1/usage", () => new Response("", { status: 404 })));
    await opened.countUsage({ type: "opened", articleId: "a" });
    await opened.sync();
    const before = await opened.database.usage.count();

    server.clock.nowMs += 32 * 86_400_000;
    await opened.sync();

    expect(before).toBe(1);
    expect(await opened.database.usage.count()).toBe(0);
  });

  it("in trouble alone are told to nobody, and wait", async () => {
    const opened = await library(otherwise("/v1/usage", () => new Response("", { status: 500 })));
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

describe("one kind in trouble", () => {
  it.each([404, 500])(
    "with %i keeps neither the others from being sent nor articles from coming, and is told",
    async (status) => {
      const opened = await library(otherwise("/v1/flags", () => new Response("", { status })));
      await opened.flag({ articleId: "a" });
      await opened.reportGap({ terms: ["wallbox"], language: "en" });
      afterUndo();
      await server.importLines({ _id: "c" });

      const state = await opened.sync();

      expect(state).toMatchObject({ queued: { flags: 1, gaps: 0 }, articleCount: 3 });
      expect(state.problem?.kind).toBe(status === 404 ? "notOurApi" : "serverError");
    },
  );

  it("a refusal that is not our server's own settles no flag", async () => {
    const opened = await library(otherwise("/v1/flags", () => new Response("<h1>Bad request</h1>", { status: 400 })));
    await opened.flag({ articleId: "a" });
    afterUndo();

    const state = await opened.sync();

    expect(state).toMatchObject({ queued: { flags: 1 }, problem: { kind: "badAnswer" } });
  });
});

describe("what became of a flag", () => {
  it("comes with the day of looking, then as news until it was seen", async () => {
    const opened = await library();
    const { id } = await opened.flag({ articleId: "a", passage: "It costs 10 euros." });
    afterUndo();
    await opened.sync();
    const [sent] = await opened.listFlags();

    const admin = await server.addAgent({ name: "Ada", role: "admin" });
    await answer(admin, (await theCase(admin)).id, { status: "declined", answer: "The fee is right." });
    await opened.sync();
    const [answered] = opened.told.flagsChanged.at(-1) ?? [];
    await opened.markOutcomesSeen({ flagIds: [id] });

    expect(sent).toMatchObject({ state: "sent", lookBy: "2026-11-05", isOutcomeNew: false });
    expect(answered).toMatchObject({
      outcome: { status: "declined", answer: "The fee is right." },
      isOutcomeNew: true,
      passage: "It costs 10 euros.",
    });
    expect(opened.told.flagsChanged.at(-1)).toMatchObject([{ isOutcomeNew: false }]);
    expect(await server.db.select().from(flags)).toMatchObject([{ passage: "It costs 10 euros." }]);
  });

  it("is told of an article that is gone, too", async () => {
    const opened = await library();
    await opened.flag({ articleId: "a" });
    afterUndo();
    await opened.sync();

    await server.deleteArticle("a");
    await opened.sync();

    expect(await opened.readArticle({ id: "a" })).toBeNull();
    expect(await opened.listFlags()).toMatchObject([{ articleTitle: "Title a", state: "sent" }]);
  });
});
