import { describe, expect, it } from "vitest";
import { applyPage } from "../../../lib/db/apply-page";
import { readPosition } from "../../../lib/db/position";
import { del, freshDatabase, page, put, storedIds } from "./support";

const NOW_MS = 5_000;

it("writes rows and cursor together", async () => {
  const database = freshDatabase();

  await applyPage(database, page({ changes: [put("a"), put("b")], cursor: "c7" }), NOW_MS);

  expect(await storedIds(database)).toEqual(["a", "b"]);
  expect(await readPosition(database)).toMatchObject({ cursor: "c7", freshAtMs: NOW_MS });
});

it("S4 leaves rows and cursor as they were when a row cannot be written", async () => {
  const database = freshDatabase();
  await applyPage(database, page({ changes: [put("a")], cursor: "c1" }), NOW_MS);
  const unstorable = put("b", { title: (() => undefined) as unknown as string });

  const write = applyPage(database, page({ changes: [put("c"), unstorable], cursor: "c2" }), NOW_MS + 1);

  await expect(write).rejects.toThrow();
  expect(await storedIds(database)).toEqual(["a"]);
  expect(await readPosition(database)).toMatchObject({ cursor: "c1", freshAtMs: NOW_MS });
});

it("S2 removes what the feed deletes", async () => {
  const database = freshDatabase();
  await applyPage(database, page({ changes: [put("a"), put("b")] }), NOW_MS);

  const { deleted } = await applyPage(database, page({ changes: [del("a"), del("unknown")] }), NOW_MS);

  expect(await storedIds(database)).toEqual(["b"]);
  expect(deleted).toContain("a");
});

it("takes the last word on a row that one page names twice", async () => {
  const database = freshDatabase();

  await applyPage(database, page({ changes: [put("a"), del("a"), put("b"), put("b", { title: "newer" })] }), NOW_MS);

  expect(await storedIds(database)).toEqual(["b"]);
  expect((await database.articles.get("b"))?.article.title).toBe("newer");
});

it("skips changes of kinds it does not know", async () => {
  const database = freshDatabase();

  await applyPage(database, page({ changes: [{ op: "put", type: "weather" }, put("a")] }), NOW_MS);

  expect(await storedIds(database)).toEqual(["a"]);
});

describe("a full read", () => {
  it("S3 keeps the old rows until its last page, then drops those it did not bring", async () => {
    const database = freshDatabase();
    await applyPage(database, page({ reset: true, changes: [put("old"), put("kept")] }), NOW_MS);

    await applyPage(database, page({ reset: true, hasMore: true, remaining: 1, changes: [put("kept")] }), NOW_MS);
    const during = await storedIds(database);
    const last = await applyPage(database, page({ changes: [put("new")] }), NOW_MS);

    expect(during).toEqual(["kept", "old"]);
    expect(await storedIds(database)).toEqual(["kept", "new"]);
    expect(last.deleted).toEqual(["old"]);
  });

  it("counts what has come and what is still to come", async () => {
    const database = freshDatabase();

    const { position } = await applyPage(
      database,
      page({ reset: true, hasMore: true, remaining: 3, changes: [put("a"), put("b")] }),
      NOW_MS,
    );

    expect(position).toMatchObject({ fullRead: { received: 2, total: 5 }, isComplete: false, freshAtMs: null });
  });

  it("is complete with its last page, and stays so during the next one", async () => {
    const database = freshDatabase();

    const first = await applyPage(database, page({ reset: true, changes: [put("a")] }), NOW_MS);
    const again = await applyPage(database, page({ reset: true, hasMore: true, remaining: 9 }), NOW_MS);

    expect(first.position).toMatchObject({ isComplete: true, fullRead: null });
    expect(again.position.isComplete).toBe(true);
  });

  it("that starts over before it ended drops what only its first attempt brought", async () => {
    const database = freshDatabase();
    await applyPage(
      database,
      page({ reset: true, hasMore: true, remaining: 1, changes: [put("gone"), put("a")] }),
      NOW_MS,
    );

    await applyPage(database, page({ reset: true, changes: [put("a")] }), NOW_MS);

    expect(await storedIds(database)).toEqual(["a"]);
  });
});
