import { describe, expect, it } from "vitest";
import { applyPage } from "../../../lib/db/apply-page";
import type { LibraryDatabase } from "../../../lib/db/library-database";
import { createLibraryIndex } from "../../../lib/library-index/library-index";
import { startIndexLife } from "../../../lib/worker/index-life";
import { del, freshDatabase, page, put } from "../db/support";

/** A panel's index on a database; `quiet` lets the time pass after which it is saved, and waits until it is. */
function openPanel(database: LibraryDatabase, whenYielding: (slices: number) => Promise<void> = async () => undefined) {
  const index = createLibraryIndex();
  const told: string[][] = [];
  const planned: (() => void)[] = [];
  let lastId = 0;
  let slices = 0;
  const life = startIndexLife({
    ...{ database, index },
    createId: () => {
      lastId += 1;
      return `${Math.random()}-${lastId}`;
    },
    yieldToOthers: async () => {
      slices += 1;
      await whenYielding(slices);
    },
    later: (_, callback) => planned.push(callback),
    onIndexed: (ids) => told.push(ids),
  });
  return {
    ...{ index, told, planned, life },
    slices: () => slices,
    async catchUp(): Promise<void> {
      life.catchUp();
      await life.whenIndexed();
    },
    async quiet(): Promise<void> {
      for (const callback of planned.splice(0)) callback();
      await life.whenSaved();
    },
    ids(word: string): string[] {
      const bm25f = {
        k: 1,
        fields: {
          title: { share: 1, b: 0 },
          headings: { share: 1, b: 0 },
          tags: { share: 1, b: 0 },
          body: { share: 1, b: 0 },
        },
      };
      return index.candidates([{ term: word, weight: 1 }], 100, bm25f).map((candidate) => candidate.article.id);
    },
  };
}

async function savedBase(...changes: Parameters<typeof page>[0][]): Promise<LibraryDatabase> {
  const database = freshDatabase();
  for (const change of changes) await applyPage(database, page(change), 1);
  const panel = openPanel(database);
  await panel.life.whenLoaded();
  await panel.quiet();
  return database;
}

async function keptParts(database: LibraryDatabase): Promise<string[]> {
  return (await database.indexParts.toCollection().primaryKeys()).filter((id) => id !== "manifest");
}

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

describe("two panels on one library", () => {
  it("one that is behind does not save over the other's index", async () => {
    const database = await savedBase({ changes: [put("a", { title: "router" })] });
    const [ahead, behind] = [openPanel(database), openPanel(database)];
    await Promise.all([ahead.life.whenLoaded(), behind.life.whenLoaded()]);
    await applyPage(database, page({ changes: [put("b", { title: "router" })] }), 2);
    await behind.catchUp();
    await applyPage(database, page({ changes: [put("c", { title: "router" })] }), 3);
    await ahead.catchUp();

    await ahead.quiet();
    await behind.quiet();

    const next = openPanel(database);
    await next.life.whenLoaded();
    expect(next.ids("router")).toEqual(["a", "b", "c"]);
  });

  it("one that missed changes which the other has saved and forgotten catches up all the same", async () => {
    const database = await savedBase({ changes: [put("a", { title: "router" })] });
    const [ahead, behind] = [openPanel(database), openPanel(database)];
    await Promise.all([ahead.life.whenLoaded(), behind.life.whenLoaded()]);
    await applyPage(database, page({ changes: [put("b", { title: "router" }), del("a")] }), 2);
    await ahead.catchUp();
    await ahead.quiet();

    await behind.catchUp();

    expect(behind.ids("router")).toEqual(["b"]);
  });

  it("one that is being built while the other saves newer changes has them in the end", async () => {
    const database = freshDatabase();
    const many = Array.from({ length: 40 }, (_, number) => put(`a${number}`, { title: "router" }));
    await applyPage(database, page({ changes: many }), 1);
    const ahead = openPanel(database);
    await ahead.life.whenLoaded();

    const behind = openPanel(database, async (slices) => {
      if (slices > 1) return;
      await applyPage(database, page({ changes: [del("a0"), put("b", { title: "router" })] }), 2);
      await ahead.catchUp();
      await ahead.quiet();
    });
    await behind.life.whenLoaded();

    expect(behind.ids("router")).toEqual(ahead.ids("router"));
    expect(behind.ids("router")).toContain("b");
  });

  it("both may save in turn", async () => {
    const database = await savedBase({ changes: [put("a", { title: "router" })] });
    const panels = [openPanel(database), openPanel(database)];
    await Promise.all(panels.map((panel) => panel.life.whenLoaded()));

    for (const [turn, panel] of [...panels, ...panels].entries()) {
      await applyPage(database, page({ changes: [put(`b${turn}`, { title: "router" })] }), 2);
      for (const each of panels) await each.catchUp();
      await panel.quiet();
    }

    const next = openPanel(database);
    await next.life.whenLoaded();
    expect(next.ids("router")).toEqual(["a", "b0", "b1", "b2", "b3"]);
  });
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
