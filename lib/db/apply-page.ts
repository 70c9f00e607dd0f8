import type { ArticleChange, Change, ChangesPage, PageReaderChange } from "../contract/changes";
import type { LibraryDatabase, StoredArticle, SyncPosition } from "./library-database";
import { applyPageReaderChanges, readPageReaders } from "./page-readers";
import { readPosition } from "./position";

/** Ids of the articles a page wrote and removed, and whether the page-reader updates are others than before. */
export type AppliedPage = {
  put: string[];
  deleted: string[];
  hasChangedPageReaders: boolean;
  position: SyncPosition;
};

function isArticleChange(change: Change): change is ArticleChange {
  return change.type === "article";
}

/** A change of this type that holds neither did not fit its schema: it is none that this client knows. */
function isPageReaderChange(change: Change): change is PageReaderChange {
  return "pageReader" in change || "helpdesk" in change;
}

function nextPosition(before: SyncPosition, page: ChangesPage, nowMs: number): SyncPosition {
  const generation = page.reset ? before.generation + 1 : before.generation;
  const receivedBefore = page.reset ? 0 : (before.fullRead?.received ?? 0);
  const isFullRead = page.reset || before.fullRead !== null;
  // All kinds of changes, since the server counts all of them in what remains.
  const received = receivedBefore + page.changes.length;
  return {
    ...before,
    generation,
    cursor: page.cursor,
    isComplete: before.isComplete || (isFullRead && !page.hasMore),
    fullRead: isFullRead && page.hasMore ? { received, total: received + page.remaining } : null,
    freshAtMs: page.hasMore ? before.freshAtMs : nowMs,
  };
}

/** Writes the last word on each article; answers the ids written and removed. */
async function applyArticleChanges(
  database: LibraryDatabase,
  changes: ArticleChange[],
  generation: number,
): Promise<Pick<AppliedPage, "put" | "deleted">> {
  const latest = new Map(changes.map((change) => [change.op === "put" ? change.article.id : change.id, change]));
  const rows: StoredArticle[] = [];
  const deleted: string[] = [];
  for (const [id, change] of latest) {
    if (change.op === "put") rows.push({ id, generation, article: change.article });
    else deleted.push(id);
  }
  await database.articles.bulkPut(rows);
  await database.articles.bulkDelete(deleted);
  return { put: rows.map((row) => row.id), deleted };
}

/** Removes every row of a generation before this one; answers the ids of the articles among them. */
async function dropEarlierRows({ articles, pageReaders }: LibraryDatabase, generation: number): Promise<string[]> {
  const ids = await articles.where("generation").below(generation).primaryKeys();
  await articles.bulkDelete(ids);
  await pageReaders.where("generation").below(generation).delete();
  return ids;
}

/**
 * Writes a page of changes and its cursor in one transaction: a crash repeats the page, never skips it. A page that says
 * `reset` starts a new generation; the page that ends a full read removes every row of an earlier generation, so the old
 * rows stay in use until then.
 */
export function applyPage(database: LibraryDatabase, page: ChangesPage, nowMs: number): Promise<AppliedPage> {
  const { articles, pageReaders, sync } = database;
  return database.transaction("rw", articles, pageReaders, sync, async () => {
    const before = await readPosition(database);
    const position = nextPosition(before, page, nowMs);
    const { generation } = position;
    const readersBefore = JSON.stringify(await readPageReaders(database));
    const { put, deleted } = await applyArticleChanges(database, page.changes.filter(isArticleChange), generation);
    await applyPageReaderChanges(database, page.changes.filter(isPageReaderChange), generation);
    const endsFullRead = !page.hasMore && (page.reset || before.fullRead !== null);
    if (endsFullRead) deleted.push(...(await dropEarlierRows(database, generation)));
    await sync.put(position);
    const hasChangedPageReaders = JSON.stringify(await readPageReaders(database)) !== readersBefore;
    return { put, deleted, hasChangedPageReaders, position };
  });
}
