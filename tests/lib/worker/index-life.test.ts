import { describe, expect, it } from "vitest";
import { applyPage } from "../../../lib/db/apply-page";
import type { LibraryDatabase } from "../../../lib/db/library-database";
import { del, freshDatabase, page, put } from "../db/support";
import { keptParts, openPanel, savedBase } from "./index-panels";

it("is built out of what is stored, in slices", async () => {
  const database = freshDatabase();
  const many = Array.from({ length: 80 }, (_, number) => put(`a${number}`, { title: "router" }));
  await applyPage(database, page({ changes: many }), 1);

  const panel = openPanel(database);
  await panel.life.whenLoaded();

  expect(panel.ids("router")).toHaveLength(80);
  expect(panel.slices()).toBeGreaterThan(2);
});

it("is loaded as it was saved, without a look at the articles", async () => {
  const database = await savedBase({ changes: [put("a", { title: "router" }), put("b", { title: "cabl" })] });
  // Rows that the saved index does not need: whoever reads them finds nothing.
  await database.articles.clear();

  const panel = openPanel(database);
  await panel.life.whenLoaded();

  expect([panel.ids("router"), panel.ids("cabl")]).toEqual([["a"], ["b"]]);
});

it("takes in what has changed since it was saved", async () => {
  const database = await savedBase({ changes: [put("a", { title: "router" }), put("b", { title: "router" })] });
  await applyPage(database, page({ changes: [del("a"), put("c", { title: "router" })] }), 2);

  const panel = openPanel(database);
  await panel.life.whenLoaded();

  expect(panel.ids("router")).toEqual(["b", "c"]);
});

it("follows pages that another context wrote, and tells which articles they were", async () => {
  const database = await savedBase({ changes: [put("a", { title: "router" })] });
  const panel = openPanel(database);
  await panel.life.whenLoaded();

  await applyPage(database, page({ changes: [put("b", { title: "router" })] }), 2);
  await panel.catchUp();

  expect(panel.ids("router")).toEqual(["a", "b"]);
  expect(panel.told).toEqual([["b"]]);
});

it("saves only the parts that are new", async () => {
  const many = Array.from({ length: 40 }, (_, number) => put(`a${number}`, { title: "router" }));
  const database = await savedBase({ changes: many });
  const before = await keptParts(database);
  const panel = openPanel(database);
  await panel.life.whenLoaded();

  await applyPage(database, page({ changes: [put("b", { title: "router" })] }), 2);
  await panel.catchUp();
  await panel.quiet();

  const after = await keptParts(database);
  expect(after).toEqual(expect.arrayContaining(before));
  expect(after).toHaveLength(before.length + 1);
});

it("forgets the changes that are saved", async () => {
  const database = await savedBase({ changes: [put("a")] }, { changes: [put("b")] });

  expect(await database.unindexed.count()).toBe(0);
});

it("is not saved while changes come", async () => {
  const database = freshDatabase();
  const panel = openPanel(database);
  await panel.life.whenLoaded();
  await applyPage(database, page({ changes: [put("a")] }), 1);
  await panel.catchUp();
  const [first] = panel.planned;
  await applyPage(database, page({ changes: [put("b")] }), 2);
  await panel.catchUp();

  first?.();
  await panel.life.whenSaved();

  expect(await keptParts(database)).toEqual([]);
});

it("is saved without quiet once many articles have changed", async () => {
  const database = freshDatabase();
  const many = Array.from({ length: 2_500 }, (_, number) => put(`a${number}`));
  await applyPage(database, page({ changes: many }), 1);

  const panel = openPanel(database);
  await panel.life.whenLoaded();
  await panel.life.whenSaved();

  expect(await keptParts(database)).not.toEqual([]);
});

it("keeps no word of an article that a full read no longer brought, even before a panel opens", async () => {
  const database = await savedBase({ reset: true, changes: [put("lost", { title: "zeppelin" }), put("kept")] });

  await applyPage(database, page({ reset: true, changes: [put("kept")] }), 2);

  expect(await keptParts(database)).toEqual([]);
  const panel = openPanel(database);
  await panel.life.whenLoaded();
  expect(panel.index.get("lost")).toBeUndefined();
  expect(panel.index.get("kept")).toBeDefined();
});

it("keeps no word of a deleted article once it is saved again", async () => {
  const database = await savedBase({ changes: [put("lost", { title: "zeppelin" }), put("kept")] });
  const panel = openPanel(database);
  await panel.life.whenLoaded();
  const stored = async () => JSON.stringify(await database.indexParts.toArray());
  const before = await stored();

  await applyPage(database, page({ changes: [del("lost")] }), 2);
  await panel.catchUp();
  await panel.quiet();

  expect(before).toContain("zeppelin");
  expect(await stored()).not.toContain("zeppelin");
});

it("goes on with a first sync that was broken off", async () => {
  const database = await savedBase({
    reset: true,
    hasMore: true,
    remaining: 1,
    changes: [put("a", { title: "router" })],
  });
  const panel = openPanel(database);
  await panel.life.whenLoaded();
  const before = panel.ids("router");

  await applyPage(database, page({ changes: [put("b", { title: "router" })] }), 2);
  await panel.catchUp();

  expect([before, panel.ids("router")]).toEqual([["a"], ["a", "b"]]);
});

it("tries again when the rows could not be read at first", async () => {
  const database = freshDatabase();
  await applyPage(database, page({ changes: [put("a", { title: "router" })] }), 1);
  database.close();
  const panel = openPanel(database);
  const failed = await panel.life.whenLoaded().then(
    () => false,
    () => true,
  );

  await database.open();
  await panel.life.whenLoaded();

  expect(failed).toBe(true);
  expect(panel.ids("router")).toEqual(["a"]);
});

describe("a saved index of no use", () => {
  async function reopened(spoil: (database: LibraryDatabase) => Promise<unknown>) {
    const database = await savedBase({ changes: [put("a", { title: "router" }), put("b", { title: "router" })] });
    await spoil(database);
    const panel = openPanel(database);
    await panel.life.whenLoaded();
    return { database, panel };
  }

  const spoilPart = (change: (content: Record<string, unknown>) => unknown) => (database: LibraryDatabase) =>
    database.indexParts
      .filter((row) => row.id !== "manifest")
      .modify((row) => {
        row.content = change(row.content as Record<string, unknown>);
      });

  it.each<[string, (database: LibraryDatabase) => Promise<unknown>]>([
    [
      "of another version",
      (database) =>
        database.indexParts
          .where("id")
          .equals("manifest")
          .modify((row) => {
            row.content = { ...(row.content as object), fingerprint: "another" };
          }),
    ],
    ["without its manifest", (database) => database.indexParts.delete("manifest")],
    ["with a manifest of another form", (database) => database.indexParts.put({ id: "manifest", content: 7 })],
    ["with a part missing", (database) => database.indexParts.filter((row) => row.id !== "manifest").delete()],
    ["with a part that is none", spoilPart(() => "nonsense")],
    ["with documents that do not exist", spoilPart((content) => ({ ...content, documents: new Uint32Array([7, 7]) }))],
    ["with terms cut off", spoilPart((content) => ({ ...content, terms: "" }))],
    ["with sequences cut off", spoilPart((content) => ({ ...content, sequences: new Uint32Array(1) }))],
    ["with articles that are none", spoilPart((content) => ({ ...content, articles: [null, null] }))],
  ])("%s is built anew", async (_, spoil) => {
    const { panel } = await reopened(spoil);

    expect(panel.ids("router")).toEqual(["a", "b"]);
  });

  it("is replaced when things are quiet", async () => {
    const { database, panel } = await reopened(spoilPart(() => "nonsense"));

    await panel.quiet();
    await database.articles.clear();

    const next = openPanel(database);
    await next.life.whenLoaded();
    expect(next.ids("router")).toEqual(["a", "b"]);
  });
});
