import { describe, expect, it } from "vitest";
import type { Change } from "../../../lib/contract/changes";
import { type AppliedPage, applyPage } from "../../../lib/db/apply-page";
import type { LibraryDatabase } from "../../../lib/db/library-database";
import { readNotices } from "../../../lib/db/notices";
import { readSharedTerms, readSharedTermsOf } from "../../../lib/db/shared-terms";
import { readSituations } from "../../../lib/db/situations";
import { readSynonymSets } from "../../../lib/db/synonyms";
import { articleTerms, notice, situation, synonymSet } from "../vocabulary";
import { freshDatabase, page, put, storedIds } from "./support";

const NOW_MS = 5_000;

type Kind = {
  /** A row under a key; the second version differs from the first. */
  put(key: string, version?: 1 | 2): Change;
  remove(key: string): Change;
  row(key: string, version?: 1 | 2): unknown;
  unreadable: Change;
  read(database: LibraryDatabase): Promise<unknown[]>;
  hasChanged(applied: AppliedPage): boolean;
};

const KINDS: Record<string, Kind> = {
  synonyms: {
    row: (id, version = 1) => synonymSet({ id, phrases: ["box", `v${version}`] }),
    put: (id, version = 1) => ({
      op: "put",
      type: "synonymSet",
      synonymSet: synonymSet({ id, phrases: ["box", `v${version}`] }),
    }),
    remove: (id) => ({ op: "delete", type: "synonymSet", id }),
    unreadable: { op: "put", type: "synonymSet" },
    read: readSynonymSets,
    hasChanged: (applied) => applied.hasChangedVocabulary,
  },
  situations: {
    row: (id, version = 1) => situation({ id, cues: [`v${version}`] }),
    put: (id, version = 1) => ({ op: "put", type: "situation", situation: situation({ id, cues: [`v${version}`] }) }),
    remove: (id) => ({ op: "delete", type: "situation", id }),
    unreadable: { op: "put", type: "situation" },
    read: readSituations,
    hasChanged: (applied) => applied.hasChangedVocabulary,
  },
  notices: {
    row: (id, version = 1) => notice({ id, version }),
    put: (id, version = 1) => ({ op: "put", type: "notice", notice: notice({ id, version }) }),
    remove: (id) => ({ op: "delete", type: "notice", id }),
    unreadable: { op: "put", type: "notice" },
    read: readNotices,
    hasChanged: (applied) => applied.hasChangedNotices,
  },
  "shared terms": {
    row: (articleId, version = 1) => articleTerms({ articleId, tickets: version }),
    put: (articleId, version = 1) => ({
      op: "put",
      type: "articleTerms",
      articleTerms: articleTerms({ articleId, tickets: version }),
    }),
    remove: (articleId) => ({ op: "delete", type: "articleTerms", articleId }),
    unreadable: { op: "put", type: "articleTerms" },
    read: readSharedTerms,
    hasChanged: (applied) => applied.changedTerms.length > 0,
  },
};

describe.each(Object.entries(KINDS))("%s", (_name, kind) => {
  it("are kept by their key, as they came last", async () => {
    const database = freshDatabase();

    await applyPage(database, page({ changes: [kind.put("a"), kind.put("b"), kind.put("c")] }), NOW_MS);
    await applyPage(database, page({ changes: [kind.put("b", 2), kind.remove("c")] }), NOW_MS);

    expect(await kind.read(database)).toEqual([kind.row("a"), kind.row("b", 2)]);
  });

  it("take the last word on a key that one page names twice", async () => {
    const database = freshDatabase();

    const changes = [kind.put("a"), kind.remove("a"), kind.remove("b"), kind.put("b")];
    await applyPage(database, page({ changes }), NOW_MS);

    expect(await kind.read(database)).toEqual([kind.row("b")]);
  });

  it("pass over one that does not fit its schema, and take the rest of the page", async () => {
    const database = freshDatabase();
    await applyPage(database, page({ changes: [kind.put("a")] }), NOW_MS);

    const applied = await applyPage(database, page({ changes: [kind.unreadable, put("x")] }), NOW_MS);

    expect(await kind.read(database)).toEqual([kind.row("a")]);
    expect(await storedIds(database)).toEqual(["x"]);
    expect(kind.hasChanged(applied)).toBe(false);
  });

  it("S4 stay as they were when the page cannot be written whole", async () => {
    const database = freshDatabase();
    await applyPage(database, page({ changes: [kind.put("a")] }), NOW_MS);
    const unstorable = put("x", { title: (() => undefined) as unknown as string });

    const write = applyPage(database, page({ changes: [kind.remove("a"), unstorable] }), NOW_MS);

    await expect(write).rejects.toThrow();
    expect(await kind.read(database)).toEqual([kind.row("a")]);
  });

  it.each([
    ["a new one", (kind: Kind) => kind.put("b"), true],
    ["a new version", (kind: Kind) => kind.put("a", 2), true],
    ["a removal", (kind: Kind) => kind.remove("a"), true],
    ["the same one again", (kind: Kind) => kind.put("a"), false],
    ["the removal of one that is not there", (kind: Kind) => kind.remove("b"), false],
    ["articles only", () => put("x"), false],
  ])("are told to have changed or not: %s", async (_what, change, hasChanged) => {
    const database = freshDatabase();
    await applyPage(database, page({ changes: [kind.put("a")] }), NOW_MS);

    const applied = await applyPage(database, page({ changes: [change(kind)] }), NOW_MS);

    expect(kind.hasChanged(applied)).toBe(hasChanged);
  });

  it("S3 stay until the last page of a full read, which drops those it did not bring", async () => {
    const database = freshDatabase();
    await applyPage(database, page({ changes: [kind.put("a"), kind.put("b")] }), NOW_MS);

    await applyPage(database, page({ reset: true, hasMore: true, remaining: 1, changes: [kind.put("a")] }), NOW_MS);
    const during = await kind.read(database);
    const last = await applyPage(database, page({ changes: [put("x")] }), NOW_MS);

    expect(during).toEqual([kind.row("a"), kind.row("b")]);
    expect(await kind.read(database)).toEqual([kind.row("a")]);
    expect(kind.hasChanged(last)).toBe(true);
  });

  it("are told to be the same after a full read that brings them all again", async () => {
    const database = freshDatabase();
    await applyPage(database, page({ changes: [kind.put("a")] }), NOW_MS);

    const applied = await applyPage(database, page({ reset: true, changes: [kind.put("a")] }), NOW_MS);

    expect(await kind.read(database)).toEqual([kind.row("a")]);
    expect(kind.hasChanged(applied)).toBe(false);
  });
});

it("the team's terms of some articles are read in the order asked for", async () => {
  const database = freshDatabase();
  const changes = ["a", "b", "c"].map((articleId): Change => {
    return { op: "put", type: "articleTerms", articleTerms: articleTerms({ articleId }) };
  });
  await applyPage(database, page({ changes }), NOW_MS);

  const terms = await readSharedTermsOf(database, ["c", "unknown", "a"]);

  expect(terms.map(({ articleId }) => articleId)).toEqual(["c", "a"]);
});
