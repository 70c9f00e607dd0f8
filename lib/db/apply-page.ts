import type { ArticleChange, Change, ChangesPage, PageReaderChange } from "../contract/changes";
import { applyAcknowledgementChanges } from "./acknowledgements";
import { dropRowsBefore } from "./apply-rows";
import { applyFlagOutcomeChanges } from "./flag-outcomes";
import { dropSavedIndex, noteUnindexed } from "./index-store";
import type { LibraryDatabase, StoredArticle, SyncPosition } from "./library-database";
import { noteNews } from "./news";
import { applyNoticeChanges } from "./notices";
import { applyPageReaderChanges, readPageReaders } from "./page-readers";
import { readPosition } from "./position";
import { applyArticleTermsChanges } from "./shared-terms";
import { takeOffShelf } from "./shelf";
import { applySituationChanges } from "./situations";
import { applySynonymSetChanges } from "./synonyms";

/** What a page left behind it in the database. */
export type AppliedPage = {
  /** Ids of the articles it wrote and removed. */
  put: string[];
  deleted: string[];
  /** Whether the page-reader updates are others than before. */
  hasChangedPageReaders: boolean;
  /** Whether the team's synonyms or situations are others than before. */
  hasChangedVocabulary: boolean;
  /** Ids of the articles of which the team's terms are others than before. */
  changedTerms: string[];
  /** Whether notices, or what the agent has acknowledged of them, are others than before. */
  hasChangedNotices: boolean;
  /** Whether something else is known of what became of the agent's flags. */
  hasChangedOutcomes: boolean;
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

type Vocabulary = Pick<AppliedPage, "hasChangedVocabulary" | "changedTerms">;

/** What the team says and has taught; with `endsFullRead`, rows of an earlier generation go. */
async function applyVocabulary(
  database: LibraryDatabase,
  changes: Change[],
  generation: number,
  endsFullRead: boolean,
): Promise<Vocabulary> {
  const { synonyms, situations, sharedTerms } = database;
  const words = await applySynonymSetChanges(database, changes, generation);
  words.push(...(await applySituationChanges(database, changes, generation)));
  const changedTerms = await applyArticleTermsChanges(database, changes, generation);
  if (endsFullRead) {
    words.push(...(await dropRowsBefore(synonyms, generation)), ...(await dropRowsBefore(situations, generation)));
    changedTerms.push(...(await dropRowsBefore(sharedTerms, generation)));
  }
  return { hasChangedVocabulary: words.length > 0, changedTerms };
}

type OwnWords = Pick<AppliedPage, "hasChangedNotices" | "hasChangedOutcomes">;

/**
 * Notices, and what the server tells of the agent's own words. Outcomes and acknowledgements are never taken back: a full
 * read leaves out what was closed long ago, so they stay whatever their generation.
 */
async function applyOwnWords(
  database: LibraryDatabase,
  changes: Change[],
  generation: number,
  endsFullRead: boolean,
): Promise<OwnWords> {
  const notices = await applyNoticeChanges(database, changes, generation);
  if (endsFullRead) notices.push(...(await dropRowsBefore(database.notices, generation)));
  notices.push(...(await applyAcknowledgementChanges(database, changes)));
  const outcomes = await applyFlagOutcomeChanges(database, changes, generation);
  return { hasChangedNotices: notices.length > 0, hasChangedOutcomes: outcomes.length > 0 };
}

/** What a page may write; the outbox is not among it, so that no word of the agent's waits for a page. */
function tablesOf(database: LibraryDatabase) {
  const { articles, pageReaders, sync, unindexed, indexParts, synonyms, situations, sharedTerms } = database;
  const { learnedTerms, notices, acknowledgements, flagOutcomes, news, shelf } = database;
  return [
    ...[articles, pageReaders, sync, unindexed, indexParts, synonyms, situations, sharedTerms, learnedTerms],
    ...[notices, acknowledgements, flagOutcomes, news, shelf],
  ];
}

/**
 * Writes a page of changes and its cursor in one transaction: a crash repeats the page, never skips it. A page that says
 * `reset` starts a new generation; the page that ends a full read removes every row of an earlier generation, so the old
 * rows stay in use until then.
 */
export function applyPage(database: LibraryDatabase, page: ChangesPage, nowMs: number): Promise<AppliedPage> {
  const { articles, pageReaders, sync, learnedTerms, news } = database;
  return database.transaction("rw", tablesOf(database), async () => {
    const before = await readPosition(database);
    const position = nextPosition(before, page, nowMs);
    const { generation } = position;
    const readersBefore = JSON.stringify(await readPageReaders(database));
    const changes = page.changes.filter(isArticleChange);
    await noteNews(database, before, { reset: page.reset, changes }, nowMs);
    const { put, deleted } = await applyArticleChanges(database, changes, generation);
    await applyPageReaderChanges(database, page.changes.filter(isPageReaderChange), generation);
    const endsFullRead = !page.hasMore && (page.reset || before.fullRead !== null);
    const vocabulary = await applyVocabulary(database, page.changes, generation, endsFullRead);
    const ownWords = await applyOwnWords(database, page.changes, generation, endsFullRead);
    if (endsFullRead) {
      const dropped = await dropRowsBefore(articles, generation);
      deleted.push(...dropped);
      // Access may have been lost: no word of these articles may wait for a panel that saves the index anew.
      if (dropped.length > 0) await dropSavedIndex(database);
      await pageReaders.where("generation").below(generation).delete();
    }
    await noteUnindexed(database, [...put, ...deleted]);
    await learnedTerms.bulkDelete(deleted);
    await news.bulkDelete(deleted);
    await takeOffShelf(database, deleted);
    await sync.put(position);
    const hasChangedPageReaders = JSON.stringify(await readPageReaders(database)) !== readersBefore;
    return { put, deleted, hasChangedPageReaders, ...vocabulary, ...ownWords, position };
  });
}

/** The same for a page that was asked for after a cursor; null, and nothing is written, when sync stands elsewhere now. */
export function applyPageAfter(
  database: LibraryDatabase,
  cursor: string | null,
  page: ChangesPage,
  nowMs: number,
): Promise<AppliedPage | null> {
  return database.transaction("rw", tablesOf(database), async () => {
    // A browser may have cleared the library while the answer was on its way: the earlier pages went with it.
    if ((await readPosition(database)).cursor !== cursor) return null;
    return applyPage(database, page, nowMs);
  });
}
