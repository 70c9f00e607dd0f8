import { beforeEach, describe, expect, it } from "vitest";
import { articleEdits } from "../../../server/db/content-schema";
import { createTestServer, type TestAgent, type TestServer } from "../../server/support";
import { losingFirst, openSynced, otherwise } from "./way-to-server";

let server: TestServer;
let agent: TestAgent;

beforeEach(async () => {
  server = await createTestServer();
  agent = await server.addAgent();
  await server.importLines({ _id: "a" }, { _id: "b" });
});

describe("a draft", () => {
  const texts = { language: "en", summary: "", bodyHtml: "<p>Text.</p>", replyText: null, kind: "how-to" } as const;
  const content = (title: string) => ({ ...texts, title, category: [], tags: [] });
  const stored = () => server.db.select().from(articleEdits);

  it("stays here while it is being written, whatever it lacks", async () => {
    const opened = await openSynced(server, agent);
    const draft = await opened.saveDraft({ id: null, content: content(""), note: "", handOver: false });

    const state = await opened.sync();

    expect(state.queued.drafts).toBe(0);
    expect(await opened.listDrafts()).toEqual([draft]);
    expect(await stored()).toEqual([]);
    await expect(opened.saveDraft({ ...draft, content: content(""), handOver: true })).rejects.toThrow();
  });

  it("that was handed over is one article when the answer was lost", async () => {
    const opened = await openSynced(server, agent, losingFirst(server, "/v1/articles"));
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
    const opened = await openSynced(server, agent);
    const { id } = await opened.saveDraft({ id: null, content: content("First"), note: "", handOver: true });
    await opened.sync();

    await opened.saveDraft({ id, content: content("Second"), note: "", handOver: true });
    await opened.sync();

    expect(await stored()).toMatchObject([{ id, content: { title: "Second" } }]);
  });

  it("that was changed while it was on its way is not taken for sent", async () => {
    const opened = await openSynced(
      server,
      agent,
      otherwise(server, "/v1/articles", async (request) => {
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

  it("that was handed over elsewhere stays so: later words are kept as one of their own", async () => {
    const opened = await openSynced(server, agent);
    const draft = await opened.saveDraft({ id: null, content: content("First"), note: "", handOver: false });
    const known = { id: draft.id, knownAtMs: draft.updatedAtMs, note: "" };
    await opened.saveDraft({ ...known, content: content("Second"), handOver: true });

    const apart = await opened.saveDraft({ ...known, content: content("Older"), handOver: false });

    const listed = (await opened.listDrafts()).map(({ id, state }) => [id === draft.id, state]);
    expect(listed).toHaveLength(2);
    expect(listed).toContainEqual([true, "queued"]);
    expect(apart).toMatchObject({ state: "local", content: { title: "Older" } });
    expect(apart.id).not.toBe(draft.id);
  });

  it("that the server has trouble with holds up no other", async () => {
    let posts = 0;
    const opened = await openSynced(
      server,
      agent,
      otherwise(server, "/v1/articles", (request) => {
        posts += 1;
        return posts === 1 ? new Response(null, { status: 500 }) : server.fetch(request);
      }),
    );
    await opened.saveDraft({ id: null, content: content("First"), note: "", handOver: true });
    await opened.saveDraft({ id: null, content: content("Second"), note: "", handOver: true });

    await opened.sync();

    expect(await stored()).toHaveLength(1);
    expect((await opened.listDrafts()).map(({ state }) => state)).toEqual(expect.arrayContaining(["queued", "sent"]));
  });

  it("that somebody else went on with is kept here with the server's word, and holds up nothing", async () => {
    const opened = await openSynced(server, agent);
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

    const [refused] = await opened.listDrafts();
    await opened.saveDraft({ ...draft, knownAtMs: refused?.updatedAtMs ?? 0, content: content("Own"), handOver: true });
    await opened.sync();
    expect(await opened.listDrafts()).toMatchObject([{ state: "sent", content: { title: "Own" } }]);
    expect(await stored()).toHaveLength(2);
  });
});
