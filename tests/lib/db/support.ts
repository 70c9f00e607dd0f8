import { randomUUID } from "node:crypto";
import type { Change, ChangesPage } from "../../../lib/contract/changes";
import { type LibraryDatabase, type OutboxFlag, openLibraryDatabase } from "../../../lib/db/library-database";
import { article } from "../builders";

/** A database nobody else uses. */
export function freshDatabase(): LibraryDatabase {
  return openLibraryDatabase(randomUUID());
}

export function put(id: string, fields: Parameters<typeof article>[0] = {}): Change {
  return { op: "put", type: "article", article: article({ id, title: id, ...fields }) };
}

export function del(id: string): Change {
  return { op: "delete", type: "article", id };
}

export function page(overrides: Partial<ChangesPage> = {}): ChangesPage {
  return { changes: [], cursor: "c1", hasMore: false, reset: false, remaining: 0, ...overrides };
}

export function outboxFlag(overrides: Partial<OutboxFlag> = {}): OutboxFlag {
  return {
    id: "018f0000-0000-7000-8000-000000000001",
    articleId: "a1",
    articleVersion: 1,
    articleTitle: "Untitled",
    reason: null,
    comment: null,
    passage: null,
    lookBy: null,
    state: "queued",
    flaggedAtMs: 1_000,
    undoUntilMs: 6_000,
    revision: 0,
    detail: null,
    ...overrides,
  };
}

export async function storedIds(database: LibraryDatabase): Promise<string[]> {
  return (await database.articles.toCollection().primaryKeys()).sort();
}
