import { inArray } from "drizzle-orm";
import { readCategorySettings } from "../categories/read-settings";
import { articleVersions } from "../db/content-schema";
import type { Database } from "../db/database";
import { type ArticleRow, articles } from "../db/schema";
import { type NextChangeNumber, writeChanges } from "../db/server-state";
import { countOpenFlags } from "../flags/count-open-flags";
import { contentOf } from "./article-content";
import type { ArticleDraft } from "./draft";
import { overwriteAll } from "./overwrite-all";
import { hasOtherReaders, planSave, type SaveOutcome } from "./plan-save";
import { publishDueWithin } from "./publish-due";
import { tellDependentsAgain } from "./tell-dependents";

/**
 * Writes the drafts (some hundred at most, no id twice) in one transaction, and answers what became of each, in their
 * order. A draft that says what is there already takes no change number. Working copies stay as they are.
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
  // What was due before the drafts came in comes before them.
  await publishDueWithin(tx, next, nowMs);
  const ids = drafts.map((draft) => draft.id);
  const settings = await readCategorySettings(tx);
  const existing = await tx.select().from(articles).where(inArray(articles.id, ids));
  const existingById = new Map(existing.map((row) => [row.id, row]));
  const rows: ArticleRow[] = [];
  const withOtherReaders: string[] = [];
  const outcomes = drafts.map((draft): SaveOutcome => {
    const before = existingById.get(draft.id);
    const plan = planSave(draft, before, { nowMs, settings });
    if (plan.outcome === "unchanged") return plan.outcome;
    rows.push({ ...plan.row, changeNumber: next() });
    if (hasOtherReaders(plan.row, before)) withOtherReaders.push(draft.id);
    return plan.outcome;
  });
  if (rows.length > 0) {
    await tx.insert(articles).values(rows).onConflictDoUpdate({ target: articles.id, set: overwriteAll });
    await keepVersions(
      tx,
      rows.filter((row) => row.version !== existingById.get(row.id)?.version),
      nowMs,
    );
  }
  // Flags outlive what they are about, also where its tombstone is gone.
  const isNew = ({ id }: ArticleRow) => !existingById.has(id);
  await countOpenFlags(
    tx,
    rows.filter(isNew).map(({ id }) => id),
    next,
  );
  await tellDependentsAgain(tx, withOtherReaders, next);
  return outcomes;
}

async function keepVersions(tx: Database, rows: readonly ArticleRow[], nowMs: number): Promise<void> {
  if (rows.length === 0) return;
  const versions = rows.map((row) => ({
    ...{ articleId: row.id, version: row.version, content: contentOf(row), createdAt: new Date(nowMs) },
    ...{ authorId: null, authorName: "import", origin: "import" as const },
  }));
  await tx.insert(articleVersions).values(versions).onConflictDoNothing();
}
