import { expect, it } from "vitest";
import { applyPage } from "../../../lib/db/apply-page";
import { currentPosition, readSavedIndex, readUnindexed, saveIndex } from "../../../lib/db/index-store";
import { del, freshDatabase, page, put } from "./support";

const part = (id: string) => ({ id, dead: new Uint8Array(1), content: () => `content of ${id}` });

it("tells which articles pages wrote and removed after a position, each once", async () => {
  const database = freshDatabase();
  await applyPage(database, page({ changes: [put("a"), put("b")] }), 1);
  const { position: first = 0 } = (await readUnindexed(database, 0)) ?? {};
  await applyPage(database, page({ changes: [del("a"), put("c")] }), 2);
  await applyPage(database, page({ changes: [put("c")] }), 3);

  const changes = await readUnindexed(database, first);

  expect(changes?.articleIds.toSorted()).toEqual(["a", "c"]);
  expect(changes?.position).toBe(await currentPosition(database));
});

it("notes nothing of a page that could not be written", async () => {
  const database = freshDatabase();
  const unstorable = put("b", { title: (() => undefined) as unknown as string });

  const write = applyPage(database, page({ changes: [put("a"), unstorable] }), 1);

  await expect(write).rejects.toThrow();
  expect(await readUnindexed(database, 0)).toEqual({ articleIds: [], position: 0 });
});

it("notes no page without articles", async () => {
  const database = freshDatabase();

  await applyPage(database, page({ changes: [] }), 1);

  expect(await database.unindexed.count()).toBe(0);
});

it("answers what was saved under the same fingerprint", async () => {
  const database = freshDatabase();

  await saveIndex(database, "form 1", { position: 7, parts: [part("x"), part("y")] });

  expect(await readSavedIndex(database, "form 2")).toBeNull();
  expect(await readSavedIndex(database, "form 1")).toEqual({
    position: 7,
    parts: [
      { id: "x", content: "content of x", dead: new Uint8Array(1) },
      { id: "y", content: "content of y", dead: new Uint8Array(1) },
    ],
  });
});

it("writes no part twice and drops those that are no longer named", async () => {
  const database = freshDatabase();
  await saveIndex(database, "form 1", { position: 1, parts: [part("kept"), part("merged")] });
  const unasked = {
    ...part("kept"),
    content: () => {
      throw new Error("written again");
    },
  };

  await saveIndex(database, "form 1", { position: 2, parts: [unasked, part("new")] });

  const saved = await readSavedIndex(database, "form 1");
  expect(saved?.parts.map(({ id }) => id)).toEqual(["kept", "new"]);
  expect(await database.indexParts.count()).toBe(3);
});

it("changes nothing when a later index is saved already", async () => {
  const database = freshDatabase();
  await saveIndex(database, "form 1", { position: 2, parts: [part("later")] });

  const isSaved = await saveIndex(database, "form 1", { position: 1, parts: [part("earlier")] });

  expect(isSaved).toBe(false);
  expect((await readSavedIndex(database, "form 1"))?.parts.map(({ id }) => id)).toEqual(["later"]);
});

it("leaves another panel's index of the same position in its place", async () => {
  const database = freshDatabase();
  await saveIndex(database, "form 1", { position: 1, parts: [part("theirs")] });

  const isSaved = await saveIndex(database, "form 1", { position: 1, parts: [part("ours")] });

  expect(isSaved).toBe(false);
});

it("forgets the changes up to the position saved, and says so to whoever has not seen them", async () => {
  const database = freshDatabase();
  await applyPage(database, page({ changes: [put("a")] }), 1);
  const position = await currentPosition(database);
  await applyPage(database, page({ changes: [put("b")] }), 2);

  await saveIndex(database, "form 1", { position, parts: [part("x")] });

  expect(await readUnindexed(database, 0)).toBeNull();
  expect((await readUnindexed(database, position))?.articleIds).toEqual(["b"]);
});

it("keeps the saved index when a full read brings every article again, and drops it when one is gone", async () => {
  const database = freshDatabase();
  await applyPage(database, page({ reset: true, changes: [put("a"), put("b")] }), 1);
  await saveIndex(database, "form 1", { position: await currentPosition(database), parts: [part("x")] });

  await applyPage(database, page({ reset: true, changes: [put("a"), put("b")] }), 2);
  const afterTheSame = await readSavedIndex(database, "form 1");
  await applyPage(database, page({ reset: true, changes: [put("a")] }), 3);

  expect(afterTheSame).not.toBeNull();
  expect(await readSavedIndex(database, "form 1")).toBeNull();
  expect(await currentPosition(database)).toBeGreaterThan(0);
});
