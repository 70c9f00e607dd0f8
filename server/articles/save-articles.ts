import { getTableColumns, inArray, sql } from "drizzle-orm";
import type { Database } from "../db/database";
import { type ArticleRow, articles } from "../db/schema";
import { type NextChangeNumber, writeChanges } from "../db/server-state";
import { tellTermsAgain } from "../learning/share-terms";
import type { ArticleDraft } from "./draft";
import { hasOtherReaders, planSave, type SaveOutcome } from "./plan-save";

const overwriteAll = Object.fromEntries(
  Object.entries(getTableColumns(articles)).map(([key, column]) => [key, sql.raw(`excluded."${column.name}"`)]),
);

/**
 * Writes the drafts (some hundred at most, no id twice) in one transaction, and answers what became of each, in their
 * order. A draft that says what is there already takes no change number.
 */
export async function saveArticles(
  db: Database,
  drafts: readonly ArticleDraft[],
  nowMs: number,
): Promise<SaveOutcome[]> {
  if (drafts.length === 0) return [];
  return writeChanges(db, (tx, next) => saveArticlesWithin(tx, next, drafts, nowMs));
}

/** The same within a transaction of `writeChanges`, beside other writes. */
export async function saveArticlesWithin(
  tx: Database,
  next: NextChangeNumber,
  drafts: readonly ArticleDraft[],
  nowMs: number,
): Promise<SaveOutcome[]> {
  if (drafts.length === 0) return [];
  const ids = drafts.map((draft) => draft.id);
  const existing = await tx.select().from(articles).where(inArray(articles.id, ids));
  const existingById = new Map(existing.map((row) => [row.id, row]));
  const rows: ArticleRow[] = [];
  const withOtherReaders: string[] = [];
  const outcomes = drafts.map((draft): SaveOutcome => {
    const before = existingById.get(draft.id);
    const plan = planSave(draft, before, nowMs);
    if (plan.outcome === "unchanged") return plan.outcome;
    rows.push({ ...plan.row, changeNumber: next() });
    if (before && hasOtherReaders(plan.row, before)) withOtherReaders.push(draft.id);
    return plan.outcome;
  });
  if (rows.length > 0) {
    await tx.insert(articles).values(rows).onConflictDoUpdate({ target: articles.id, set: overwriteAll });
  }
  await tellTermsAgain(tx, withOtherReaders, next);
  return outcomes;
}
