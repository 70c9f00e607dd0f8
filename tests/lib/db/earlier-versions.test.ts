/** Libraries as earlier versions of the extension left them: nothing is lost, and what those went past is asked for. */
import { randomUUID } from "node:crypto";
import { Dexie } from "dexie";
import { describe, expect, it } from "vitest";
import { isLibraryNewer, openLibraryDatabase } from "../../../lib/db/library-database";
import { dueFlags, readFlags } from "../../../lib/db/outbox";
import { readPosition, updatePosition } from "../../../lib/db/position";
import { article } from "../builders";
import { pageReader } from "../page-readers";
import { articleTerms, situation, synonymSet } from "../vocabulary";
import { outboxFlag } from "./support";

const STORES = [
  { articles: "id, generation", outbox: "id, state, articleId", sync: "id" },
  { pageReaders: "helpdesk, generation" },
  {
    ...{ unindexed: "++position", indexParts: "id", learnedTerms: "articleId", taught: "id", lessons: "id, state" },
    ...{ sharedTerms: "articleId, generation", synonyms: "id, generation", situations: "id, generation" },
  },
] as const;

/** A flag as it was kept before passages. */
function earlierFlag() {
  const { passage: _passage, lookBy: _lookBy, ...flag } = outboxFlag({ reason: "outdated", comment: "It costs more." });
  return flag;
}

const POSITION = {
  ...{ id: "position", cursor: "c9", generation: 3, isComplete: true, fullRead: null, freshAtMs: 1_000 },
  ...{ failures: 2, problem: "offline", retryAtMs: 4_000 },
};

const LEARNED = {
  articleId: "a",
  analysis: 1,
  tickets: 2,
  terms: new Map([["fee", 1]]),
  doubts: new Map(),
  updatedAtMs: 1,
};
const LESSON = { id: "l1", state: "queued", queuedAtMs: 1, dueAtMs: 1, flagId: null, lesson: { articleId: "a" } };

/** A row of each table, by the version that brought the table. */
const ROWS: Record<string, unknown>[] = [
  { articles: { id: "a", generation: 3, article: article({ id: "a" }) }, outbox: earlierFlag(), sync: POSITION },
  { pageReaders: { helpdesk: "zendesk", generation: 3, pageReader: pageReader() } },
  {
    unindexed: { position: 1, articleIds: ["a"] },
    indexParts: { id: "part", content: { some: "index" } },
    learnedTerms: LEARNED,
    taught: { id: "salt", atMs: 0, content: "salt" },
    lessons: LESSON,
    sharedTerms: { articleId: "a", generation: 3, articleTerms: articleTerms({ articleId: "a" }) },
    synonyms: { id: "s1", generation: 3, synonymSet: synonymSet() },
    situations: { id: "t1", generation: 3, situation: situation() },
  },
];

/** A library of that version with a row in each table it had; answers the library's id. */
async function leaveLibrary(version: number): Promise<string> {
  const libraryId = randomUUID();
  const old = new Dexie(`souffleur-${libraryId}`);
  for (let each = 1; each <= version; each += 1) old.version(each).stores(STORES[each - 1] ?? {});
  for (const rows of ROWS.slice(0, version)) {
    for (const [table, row] of Object.entries(rows)) await old.table(table).add(row);
  }
  old.close();
  return libraryId;
}

describe.each([1, 2, 3])("a library of version %i", (version) => {
  it("keeps every row of every table", async () => {
    const database = openLibraryDatabase(await leaveLibrary(version));

    for (const rows of ROWS.slice(0, version)) {
      for (const [table, row] of Object.entries(rows)) {
        const expected = table === "sync" ? { ...POSITION, cursor: null } : row;
        expect(await database.table(table).toArray(), table).toMatchObject([expected]);
      }
    }
  });

  it("has its queued flag complete, and due", async () => {
    const database = openLibraryDatabase(await leaveLibrary(version));

    const whole = { ...earlierFlag(), passage: null, lookBy: null };
    expect(await readFlags(database)).toEqual([whole]);
    expect(await dueFlags(database, 10_000, 100)).toEqual([whole]);
  });

  it("begins a full read, and is the complete one it was until that ends", async () => {
    const database = openLibraryDatabase(await leaveLibrary(version));

    expect(await readPosition(database)).toMatchObject({ cursor: null, isComplete: true, generation: 3 });
  });

  it("has every table of today, empty where it is new", async () => {
    const database = openLibraryDatabase(await leaveLibrary(version));

    for (const table of ["notices", "flagOutcomes", "acknowledgements", "gaps", "drafts", "usage"]) {
      expect(await database.table(table).count(), table).toBe(0);
    }
  });
});

it("a library of this version keeps its cursor when it is opened again", async () => {
  const libraryId = randomUUID();
  const first = openLibraryDatabase(libraryId);
  await updatePosition(first, { cursor: "c9" });
  first.close();

  expect((await readPosition(openLibraryDatabase(libraryId))).cursor).toBe("c9");
});

describe("a library that a later version has been at", () => {
  /** The extension's next version: it knows one table more. */
  function openLater(libraryId: string): Dexie {
    const later = new Dexie(`souffleur-${libraryId}`);
    const today = openLibraryDatabase(libraryId).tables.map(({ name, schema: { primKey, indexes } }) => [
      name,
      [primKey, ...indexes].map(({ src }) => src).join(),
    ]);
    later.version(5).stores({ ...Object.fromEntries(today), wishes: "id" });
    return later;
  }

  async function leaveLater(): Promise<string> {
    const libraryId = randomUUID();
    const today = openLibraryDatabase(libraryId);
    await today.outbox.add(outboxFlag());
    today.close();
    const later = openLater(libraryId);
    await later.open();
    later.close();
    return libraryId;
  }

  it("is not opened, and says why", async () => {
    const database = openLibraryDatabase(await leaveLater());

    const error: unknown = await readPosition(database).then(
      () => null,
      (reason: unknown) => reason,
    );

    expect(isLibraryNewer(error)).toBe(true);
  });

  it("keeps its flags", async () => {
    const libraryId = await leaveLater();
    await readPosition(openLibraryDatabase(libraryId)).catch(() => undefined);

    expect(await openLater(libraryId).table("outbox").count()).toBe(1);
  });
});
