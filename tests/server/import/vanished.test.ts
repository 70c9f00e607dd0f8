import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import { articles } from "../../../server/db/schema";
import type { ImportOptions } from "../../../server/import/run-import";
import { addAuthor } from "../articles/author";
import { createTestServer, type TestServer } from "../support";
import { type Content, createSource, ids, pull, readAll, readAudit, readInUse, runSource } from "./test-source";

let server: TestServer;

beforeEach(async () => {
  server = await createTestServer();
});

function run(content: Content, options: ImportOptions = {}) {
  return runSource(server, createSource(content), options);
}

describe("an article that has vanished", () => {
  test("is archived: agents lose it, and it is noted", async () => {
    const agent = await server.addAgent();
    await run({ batches: [ids("a", "b")] });
    const { cursor } = await pull(agent, null);

    const { report } = await run({ batches: [ids("a")] });

    expect(report).toMatchObject({ vanished: 1, archived: 1, keptVanished: null });
    expect(await readAll(server)).toMatchObject([
      { archivedAt: null },
      { id: "b", archivedAt: new Date(server.clock.nowMs) },
    ]);
    expect((await pull(agent, cursor)).changes).toMatchObject([{ op: "delete", id: "b" }]);
    expect((await readAudit(server)).at(-1)).toMatchObject({ action: "import.archive", details: { archived: ["b"] } });
  });

  test("is not brought back by a version scheduled before", async () => {
    const noor = await addAuthor(server);
    await run({ batches: [ids("a", "b")] });
    const publishedAt = new Date(server.clock.nowMs + 60_000).toISOString();
    await noor.write("b", { bodyHtml: "<p>Mine.</p>", publishedAt });
    await noor.act("b", "publish");
    await run({ batches: [ids("a")] });
    const { workingCopy } = await noor.read("b");
    server.clock.nowMs += 60_000;

    const state = await noor.read("b");

    expect(workingCopy).toMatchObject({ status: "inReview", dueAt: null });
    expect(state).toMatchObject({ status: "archived", publishedVersion: 1 });
  });

  test("is published again when it is back, unchanged", async () => {
    const agent = await server.addAgent();
    await run({ batches: [ids("a", "b")] });
    await run({ batches: [ids("a")] });
    const { cursor } = await pull(agent, null);

    const { report } = await run({ batches: [ids("a", "b")] });

    expect(report).toMatchObject({ unchanged: 1, changed: 1 });
    expect(await readAll(server)).toMatchObject([{}, { id: "b", archivedAt: null, isPublished: true, version: 1 }]);
    expect((await pull(agent, cursor)).changes).toMatchObject([{ op: "put", article: { id: "b" } }]);
  });

  test("stays archived when it is back if somebody archived it by hand", async () => {
    await run({ batches: [ids("a", "b")] });
    await run({ batches: [ids("a")] });
    const byHand = new Date(server.clock.nowMs + 5_000);
    await server.db.update(articles).set({ archivedAt: byHand }).where(eq(articles.id, "b"));

    const { report } = await run({ batches: [ids("a", "b")] });

    expect(report).toMatchObject({ unchanged: 2 });
    expect(await readInUse(server)).toEqual(["a"]);
  });

  test.each<[string, Partial<Content>, ImportOptions, string]>([
    ["something was bad", { bad: [{ place: "page x", reason: "unreadable" }] }, {}, "bad"],
    ["articles may have been missed", { mayLack: "pages moved" }, {}, "mayLack"],
    ["that is asked for", {}, { keepMissing: true }, "asked"],
  ])("stays in use when %s", async (_why, content, options, reason) => {
    await run({ batches: [ids("a", "b")] });

    const { report } = await run({ batches: [ids("a")], ...content }, options);

    expect(report).toMatchObject({ vanished: 1, archived: 0, keptVanished: reason });
    expect(await readInUse(server)).toEqual(["a", "b"]);
  });

  test("stays in use when more than half are gone, until that is confirmed", async () => {
    const names = Array.from({ length: 21 }, (_, index) => `n${index}`);
    await run({ batches: [ids(...names)] });
    const left = { batches: [ids(...names.slice(0, 10))] };

    const careful = await run(left);
    const kept = (await readInUse(server)).length;
    const confirmed = await run(left, { archiveMany: true });

    expect(careful.report).toMatchObject({ vanished: 11, archived: 0, keptVanished: "many" });
    expect(kept).toBe(21);
    expect(confirmed.report).toMatchObject({ vanished: 11, archived: 11 });
  });

  test("stays in use when the source has nothing at all", async () => {
    await run({ batches: [ids("a", "b")] });

    const { report } = await run({ batches: [] });

    expect(report).toMatchObject({ vanished: 2, archived: 0, keptVanished: "many" });
  });

  test("of another source, or written by hand, is none of this source's", async () => {
    await server.importLines({ _id: "hand" });
    await run({ batches: [ids("theirs")], key: "wiki:other" });
    await run({ batches: [ids("a", "b")] });

    await run({ batches: [ids("a")] });

    expect(await readInUse(server)).toEqual(["a", "hand", "theirs"]);
  });
});

describe("what was decided here", () => {
  test("about the audience stays: an internal article is not made public", async () => {
    const content = { batches: [[{ id: "a", audience: "public" as const }]] };
    await run(content);
    await server.db.update(articles).set({ audience: "internal" });

    const { report } = await run(content);

    expect(report).toMatchObject({ unchanged: 1, keptInternal: 1 });
    expect(await readAll(server)).toMatchObject([{ audience: "internal" }]);
  });

  test("about groups stays until the source says something new", async () => {
    const open = { batches: [ids("a")] };
    await run(open);
    await server.db.update(articles).set({ groups: ["billing"] });

    await run(open);
    const kept = await readAll(server);
    await run({ batches: [[{ id: "a", groups: ["fraud"] }]] });

    expect(kept).toMatchObject([{ groups: ["billing"] }]);
    expect(await readAll(server)).toMatchObject([{ groups: ["fraud"] }]);
  });

  test("about what the source does not say stays", async () => {
    await run({ batches: [ids("a")] });
    const owner = { kind: "person" as const, name: "Ada Moreau" };
    const here = {
      owner,
      verifiedAt: new Date(server.clock.nowMs),
      verifiedBy: "Ada Moreau",
      replyText: "Dear customer",
    };
    await server.db.update(articles).set(here);

    const { report } = await run({ batches: [[{ id: "a", title: "New" }]] });

    expect(report).toMatchObject({ changed: 1 });
    expect(await readAll(server)).toMatchObject([{ ...here, title: "New", version: 2 }]);
  });
});
