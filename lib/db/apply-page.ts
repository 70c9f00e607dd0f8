import type { ArticleChange, Change, ChangesPage } from "../contract/changes";
import type { LibraryDatabase, StoredArticle, SyncPosition } from "./library-database";
import { readPosition } from "./position";

/** Ids of the rows a page wrote and removed. */
export type AppliedPage = { put: string[]; deleted: string[]; position: SyncPosition };

function isArticleChange(change: Change): change is ArticleChange {
  return change.type === "article";
}

function nextPosition(before: SyncPosition, page: ChangesPage, articleCount: number, nowMs: number): SyncPosition {
  const generation = page.reset ? before.generation + 1 : before.generation;
  const receivedBefore = page.reset ? 0 : (before.fullRead?.received ?? 0);
  const isFullRead = page.reset || before.fullRead !== null;
  const received = receivedBefore + articleCount;
  return {
    ...before,
    generation,
    cursor: page.cursor,
    isComplete: before.isComplete || (isFullRead && !page.hasMore),
    fullRead: isFullRead && page.hasMore ? { received, total: received + page.remaining } : null,
    freshAtMs: page.hasMore ? before.freshAtMs : nowMs,
  };
}

/**
 * Writes a page of changes and its cursor in one transaction: a crash repeats the page, never skips it. A page that says
 * `reset` starts a new generation; the page that ends a full read removes every row of an earlier generation, so the old
 * rows stay searchable until then.
 */
export function applyPage(database: LibraryDatabase, page: ChangesPage, nowMs: number): Promise<AppliedPage> {
  return database.transaction("rw", database.articles, database.sync, async () => {
    const before = await readPosition(database);
    const changes = page.changes.filter(isArticleChange);
    const position = nextPosition(before, page, changes.length, nowMs);
    const latest = new Map(changes.map((change) => [change.op === "put" ? change.article.id : change.id, change]));
    const rows: StoredArticle[] = [];
    const deleted: string[] = [];
    for (const [id, change] of latest) {
      if (change.op === "put") rows.push({ id, generation: position.generation, article: change.article });
      else deleted.push(id);
    }
    await database.articles.bulkPut(rows);
    const endsFullRead = !page.hasMore && (page.reset || before.fullRead !== null);
    if (endsFullRead) {
      deleted.push(...(await database.articles.where("generation").below(position.generation).primaryKeys()));
    }
    await database.articles.bulkDelete(deleted);
    await database.sync.put(position);
    return { put: rows.map((row) => row.id), deleted, position };
  });
}
