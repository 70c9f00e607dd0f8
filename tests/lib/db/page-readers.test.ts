import { randomUUID } from "node:crypto";
import { Dexie } from "dexie";
import { describe, expect, it } from "vitest";
import type { Change } from "../../../lib/contract/changes";
import type { PageReader } from "../../../lib/contract/page-reader";
import { applyPage } from "../../../lib/db/apply-page";
import { openLibraryDatabase } from "../../../lib/db/library-database";
import { readFlags } from "../../../lib/db/outbox";
import { readPageReaders, readPageReadersOf } from "../../../lib/db/page-readers";
import { readPosition } from "../../../lib/db/position";
import { article } from "../builders";
import { pageReader } from "../page-readers";
import { freshDatabase, outboxFlag, page, put, storedIds } from "./support";

const NOW_MS = 5_000;

function putReader(overrides: Partial<PageReader> = {}): Change {
  return { op: "put", type: "pageReader", pageReader: pageReader(overrides) };
}

const DELETE_ZENDESK: Change = { op: "delete", type: "pageReader", helpdesk: "zendesk" };

it("keeps one page reader for each helpdesk, the one that came last", async () => {
  const database = freshDatabase();

  await applyPage(database, page({ changes: [putReader(), putReader({ helpdesk: "freshdesk" })] }), NOW_MS);
  await applyPage(database, page({ changes: [putReader({ version: 2 })] }), NOW_MS);

  expect(await readPageReaders(database)).toEqual([
    pageReader({ helpdesk: "freshdesk" }),
    pageReader({ helpdesk: "zendesk", version: 2 }),
  ]);
});

it("S2 removes what the feed deletes", async () => {
  const database = freshDatabase();
  await applyPage(database, page({ changes: [putReader()] }), NOW_MS);

  await applyPage(database, page({ changes: [DELETE_ZENDESK] }), NOW_MS);

  expect(await readPageReaders(database)).toEqual([]);
});

it("takes the last word on a helpdesk that one page names twice", async () => {
  const database = freshDatabase();

  await applyPage(database, page({ changes: [DELETE_ZENDESK, putReader(), putReader({ version: 2 })] }), NOW_MS);

  expect(await readPageReaders(database)).toEqual([pageReader({ version: 2 })]);
});

it("S4 leaves page readers, articles and cursor as they were when one cannot be written", async () => {
  const database = freshDatabase();
  await applyPage(database, page({ changes: [putReader()], cursor: "c1" }), NOW_MS);
  const unstorable = putReader({ version: (() => undefined) as unknown as number });

  const write = applyPage(database, page({ changes: [put("a"), DELETE_ZENDESK, unstorable], cursor: "c2" }), NOW_MS);

  await expect(write).rejects.toThrow();
  expect(await readPageReaders(database)).toEqual([pageReader()]);
  expect(await storedIds(database)).toEqual([]);
  expect(await readPosition(database)).toMatchObject({ cursor: "c1" });
});

it("passes over one that does not fit its schema, and takes the rest of the page", async () => {
  const database = freshDatabase();

  await applyPage(database, page({ changes: [{ op: "put", type: "pageReader" }, put("a")] }), NOW_MS);

  expect(await readPageReaders(database)).toEqual([]);
  expect(await storedIds(database)).toEqual(["a"]);
});

describe("a page tells whether the page readers changed", () => {
  it.each([
    ["a new one", [putReader({ helpdesk: "freshdesk" })], true],
    ["a new version", [putReader({ version: 2 })], true],
    ["a removal", [DELETE_ZENDESK], true],
    ["the same one again", [putReader()], false],
    ["the removal of one that is not there", [{ ...DELETE_ZENDESK, helpdesk: "freshdesk" }], false],
    ["articles only", [put("a")], false],
  ] as [string, Change[], boolean][])("with %s", async (_what, changes, hasChanged) => {
    const database = freshDatabase();
    await applyPage(database, page({ changes: [putReader()] }), NOW_MS);

    const applied = await applyPage(database, page({ changes }), NOW_MS);

    expect(applied.hasChangedPageReaders).toBe(hasChanged);
  });
});

describe("a full read", () => {
  it("S3 keeps the old page readers until its last page, then drops those it did not bring", async () => {
    const database = freshDatabase();
    await applyPage(database, page({ changes: [putReader(), putReader({ helpdesk: "freshdesk" })] }), NOW_MS);

    await applyPage(database, page({ reset: true, hasMore: true, remaining: 1, changes: [put("a")] }), NOW_MS);
    const during = await readPageReaders(database);
    const last = await applyPage(database, page({ changes: [putReader({ version: 2 })] }), NOW_MS);

    expect(during.map(({ helpdesk }) => helpdesk)).toEqual(["freshdesk", "zendesk"]);
    expect(await readPageReaders(database)).toEqual([pageReader({ version: 2 })]);
    expect(last).toMatchObject({ hasChangedPageReaders: true, deleted: [] });
  });

  it("counts page readers among what has come, as the server does among what is left", async () => {
    const database = freshDatabase();

    const changes = [put("a"), putReader()];
    const { position } = await applyPage(database, page({ reset: true, hasMore: true, remaining: 3, changes }), NOW_MS);

    expect(position.fullRead).toEqual({ received: 2, total: 5 });
  });
});

it("reads the page readers of a library by its name", async () => {
  const libraryId = randomUUID();
  await applyPage(openLibraryDatabase(libraryId), page({ changes: [putReader()] }), NOW_MS);

  expect(await readPageReadersOf(libraryId)).toEqual([pageReader()]);
});

describe("a library of version 0.1.0", () => {
  async function makeOldLibrary(): Promise<string> {
    const libraryId = randomUUID();
    const old = new Dexie(`souffleur-${libraryId}`);
    old.version(1).stores({ articles: "id, generation", outbox: "id, state, articleId", sync: "id" });
    await old.table("articles").add({ id: "a", generation: 3, article: article({ id: "a" }) });
    await old.table("outbox").add(outboxFlag({ articleId: "a" }));
    const position = { generation: 3, isComplete: true, fullRead: null, freshAtMs: 1_000 };
    const problem = { failures: 0, problem: null, retryAtMs: null };
    await old.table("sync").add({ id: "position", cursor: "c9", ...position, ...problem });
    old.close();
    return libraryId;
  }

  it("keeps its articles, flags and state", async () => {
    const database = openLibraryDatabase(await makeOldLibrary());

    expect(await storedIds(database)).toEqual(["a"]);
    expect(await readFlags(database)).toEqual([outboxFlag({ articleId: "a" })]);
    expect(await readPosition(database)).toMatchObject({ generation: 3, isComplete: true, freshAtMs: 1_000 });
  });

  it("begins a full read, which brings what that version went past", async () => {
    const database = openLibraryDatabase(await makeOldLibrary());

    const { cursor } = await readPosition(database);
    await applyPage(database, page({ reset: true, changes: [put("a"), putReader()] }), NOW_MS);

    expect(cursor).toBeNull();
    expect(await storedIds(database)).toEqual(["a"]);
    expect(await readPageReaders(database)).toEqual([pageReader()]);
  });
});
