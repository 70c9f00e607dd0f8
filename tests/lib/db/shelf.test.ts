import { beforeEach, expect, it } from "vitest";
import { applyPage } from "../../../lib/db/apply-page";
import type { LibraryDatabase } from "../../../lib/db/library-database";
import {
  forgetRecent,
  MAX_PINS,
  noteOpened,
  noteSearched,
  pinArticle,
  readShelfEntries,
  unpinArticle,
} from "../../../lib/db/shelf";
import { del, freshDatabase, page, put } from "./support";

let database: LibraryDatabase;
let nowMs: number;

beforeEach(() => {
  database = freshDatabase();
  nowMs = 1_000;
});

it("keeps pins in the order they were pinned, also at the same instant", async () => {
  for (const id of ["b", "a", "c"]) await pinArticle(database, id, nowMs);

  await pinArticle(database, "b", nowMs + 5);

  expect((await readShelfEntries(database)).pinned).toEqual(["b", "a", "c"]);
});

it("puts a pin behind the others when the clock was put back", async () => {
  await pinArticle(database, "a", nowMs);

  await pinArticle(database, "b", nowMs - 500);

  expect((await readShelfEntries(database)).pinned).toEqual(["a", "b"]);
});

it("refuses a pin too many, and takes one again after another was taken off", async () => {
  for (let at = 0; at < MAX_PINS; at += 1) await pinArticle(database, `p${at}`, nowMs);

  const refused = await pinArticle(database, "more", nowMs);
  await unpinArticle(database, "p0");
  const taken = await pinArticle(database, "more", nowMs);

  expect([refused, taken]).toEqual([false, true]);
  expect((await readShelfEntries(database)).pinned).toHaveLength(MAX_PINS);
});

it("has the article opened last first, each once, twelve at most", async () => {
  for (let at = 0; at < 14; at += 1) await noteOpened(database, `o${at}`, nowMs + at);

  await noteOpened(database, "o5", nowMs + 20);

  const { opened } = await readShelfEntries(database);
  expect(opened).toHaveLength(12);
  expect(opened.slice(0, 2)).toEqual(["o5", "o13"]);
});

it("has eight searches, the newest first, and the same words once in their newest writing", async () => {
  for (let at = 0; at < 9; at += 1) await noteSearched(database, `search ${at}`, nowMs + at);

  await noteSearched(database, "SEARCH 4", nowMs + 20);

  const { searches } = await readShelfEntries(database);
  expect(searches).toEqual([
    "SEARCH 4",
    ...["search 8", "search 7", "search 6", "search 5", "search 3", "search 2", "search 1"],
  ]);
});

it("forgets what was opened and searched for, and keeps the pins", async () => {
  await pinArticle(database, "a", nowMs);
  await noteOpened(database, "b", nowMs);
  await noteSearched(database, "refund", nowMs);

  await forgetRecent(database);

  expect(await readShelfEntries(database)).toEqual({ pinned: ["a"], opened: [], searches: [] });
});

it("holds no article that is gone", async () => {
  await applyPage(database, page({ reset: true, changes: [put("a"), put("b"), put("c")] }), nowMs);
  for (const id of ["a", "b", "c"]) await pinArticle(database, id, nowMs);
  await noteOpened(database, "a", nowMs);

  await applyPage(database, page({ changes: [del("a")] }), nowMs);
  await applyPage(database, page({ reset: true, changes: [put("c")] }), nowMs);

  expect(await readShelfEntries(database)).toEqual({ pinned: ["c"], opened: [], searches: [] });
});
