/** What a copy must hold at each cursor that it may stand at: the pages that were served, taken in by the contract's words. */
import { type Change, type ChangesPage, changesPageSchema } from "../../../../lib/contract/changes";
import type { LibraryDatabase } from "../../../../lib/db/library-database";

/** Rows by type and id, as text; `old` are those of before the full read under way, if one is. */
type Copy = { rows: ReadonlyMap<string, string>; old: ReadonlySet<string> | null };

/** A database's rows as they are stored. */
export type StoredCopy = {
  articles: { id: string; article: object }[];
  notices: { id: string; notice: object }[];
  flagOutcomes: { id: string; outcome: object }[];
};

export type FeedModel = {
  /** A page was served to whoever stood at this cursor. */
  served(after: string | null, page: unknown): void;
  /** The rows of a copy that stands at this cursor, and those it must hold, while pages may be on their way to it. */
  compareCopy(
    cursor: string | null,
    copy: StoredCopy,
  ): { rows: ReadonlyMap<string, string>; expected: ReadonlyMap<string, string> };
  /** The rows of a database, and those it must hold: the copy at its cursor, before or after a page, nothing between. */
  compare(
    database: LibraryDatabase,
  ): Promise<{ rows: ReadonlyMap<string, string>; expected: ReadonlyMap<string, string> }>;
};

function rowOf(change: Change): [string, object] | null {
  if ("article" in change) return [`article ${change.article.id}`, change.article];
  if ("notice" in change) return [`notice ${change.notice.id}`, change.notice];
  if ("flagOutcome" in change) return [`outcome ${change.flagOutcome.id}`, change.flagOutcome];
  return null;
}

function takeIn(before: Copy, page: ChangesPage): Copy {
  const rows = new Map(before.rows);
  // A full read leaves out what became of flags long ago: that stays.
  const replaceable = () => [...rows.keys()].filter((key) => !key.startsWith("outcome "));
  const startsAnew = page.reset ? new Set(replaceable()) : null;
  const old = startsAnew ?? (before.old && new Set(before.old));
  for (const change of page.changes) {
    const row = rowOf(change);
    if (row) rows.set(row[0], JSON.stringify(row[1]));
    else if ("id" in change) rows.delete(`${change.type} ${change.id}`);
    if (row) old?.delete(row[0]);
  }
  if (page.hasMore || !old) return { rows, old };
  for (const key of old) rows.delete(key);
  return { rows, old: null };
}

function rowsOf({ articles, notices, flagOutcomes }: StoredCopy): Map<string, string> {
  const rows = new Map<string, string>();
  for (const { id, article } of articles) rows.set(`article ${id}`, JSON.stringify(article));
  for (const { id, notice } of notices) rows.set(`notice ${id}`, JSON.stringify(notice));
  for (const { id, outcome } of flagOutcomes) rows.set(`outcome ${id}`, JSON.stringify(outcome));
  return rows;
}

async function copyOf({ articles, notices, flagOutcomes }: LibraryDatabase): Promise<StoredCopy> {
  return {
    articles: await articles.toArray(),
    notices: await notices.toArray(),
    flagOutcomes: await flagOutcomes.toArray(),
  };
}

function isSame(one: ReadonlyMap<string, string>, other: ReadonlyMap<string, string>): boolean {
  return one.size === other.size && [...one].every(([key, text]) => other.get(key) === text);
}

function isSameCopy(one: Copy, other: Copy): boolean {
  const isSameOld =
    one.old?.size === other.old?.size && [...(one.old ?? [])].every((key) => other.old?.has(key) === true);
  return isSameOld && isSame(one.rows, other.rows);
}

export function createFeedModel(): FeedModel {
  /** The same cursor may have been served otherwise at another time; the answer that is lost counts, too. */
  let copies = new Map<string | null, Copy[]>([[null, [{ rows: new Map(), old: null }]]]);

  function find(cursor: string | null, copy: StoredCopy) {
    const rows = rowsOf(copy);
    const possible = copies.get(cursor) ?? [];
    const found = possible.find((each) => isSame(each.rows, rows));
    return { rows, found, expected: (found ?? possible.at(-1))?.rows ?? new Map() };
  }

  return {
    served(after, served) {
      const page = changesPageSchema.parse(served);
      const known = copies.get(page.cursor) ?? [];
      const reached = (copies.get(after) ?? []).map((copy) => takeIn(copy, page));
      const others = reached.filter((copy) => !known.some((each) => isSameCopy(each, copy)));
      copies.set(page.cursor, [...known, ...others]);
    },
    compareCopy(cursor, copy) {
      const { rows, expected } = find(cursor, copy);
      return { rows, expected };
    },
    async compare(database) {
      const cursor = (await database.sync.get("position"))?.cursor ?? null;
      const { rows, found, expected } = find(cursor, await copyOf(database));
      if (found) copies = new Map([[cursor, [found]]]);
      return { rows, expected };
    },
  };
}
