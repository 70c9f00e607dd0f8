import { beforeEach, describe, expect, it } from "vitest";
import { flags } from "../../../server/db/schema";
import { answer, theCase } from "../../server/flags/flags";
import { createTestServer, type TestAgent, type TestServer } from "../../server/support";
import { openSynced, otherwise } from "./way-to-server";

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

describe("one kind in trouble", () => {
  it.each([404, 500])(
    "with %i keeps neither the others from being sent nor articles from coming, and is told",
    async (status) => {
      const opened = await openSynced(
        server,
        agent,
        otherwise(server, "/v1/flags", () => new Response("", { status })),
      );
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
    const opened = await openSynced(
      server,
      agent,
      otherwise(server, "/v1/flags", () => new Response("<h1>Bad request</h1>", { status: 400 })),
    );
    await opened.flag({ articleId: "a" });
    afterUndo();

    const state = await opened.sync();

    expect(state).toMatchObject({ queued: { flags: 1 }, problem: { kind: "badAnswer" } });
  });
});

describe("what became of a flag", () => {
  it("comes with the day of looking, then as news until it was seen", async () => {
    const opened = await openSynced(server, agent);
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
    const opened = await openSynced(server, agent);
    await opened.flag({ articleId: "a" });
    afterUndo();
    await opened.sync();

    await server.deleteArticle("a");
    await opened.sync();

    expect(await opened.readArticle({ id: "a" })).toBeNull();
    expect(await opened.listFlags()).toMatchObject([{ articleTitle: "Title a", state: "sent" }]);
  });
});
