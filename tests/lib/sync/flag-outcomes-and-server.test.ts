import { beforeEach, describe, expect, it } from "vitest";
import { flags } from "../../../server/db/schema";
import { answer, theCase } from "../../server/flags/flags";
import { createTestServer, type TestAgent, type TestServer } from "../../server/support";
import { openSynced } from "./way-to-server";

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
