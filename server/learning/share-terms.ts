/**
 * From what agents taught to what agents are told. An article's row is made anew at most once a day by lessons, so that a
 * busy team does not send its whole vocabulary round with every click, and at least once in four weeks while it weighs
 * anything, so that a reader who takes no heed of `asOf` is off by a tenth at most.
 */
import { and, eq, inArray, isNull, lte, type SQL, sql } from "drizzle-orm";
import type { Database } from "../db/database";
import { articleTerms, type SharedTermsRow, sharedTerms } from "../db/schema";
import { type NextChangeNumber, writeChanges } from "../db/server-state";
import { addDays, dayOf } from "./days";
import { sumTerms } from "./sum-terms";

/** Weights lose a tenth in this time. */
const REFRESH_AFTER_DAYS = 27;

/** Rows made anew by one call, so that no poll waits for all of them. */
const REFRESHED_AT_ONCE = 100;

/**
 * Within the transaction that took lessons: makes the articles' rows anew, or, where that was done today, sets it down for
 * tomorrow.
 */
export async function shareAfterLessons(
  tx: Database,
  articleIds: ReadonlySet<string>,
  nowMs: number,
  next: NextChangeNumber,
): Promise<void> {
  const today = dayOf(nowMs);
  const isKnown = and(inArray(sharedTerms.articleId, [...articleIds]), isNull(sharedTerms.deletedAt));
  const rows = await tx.select().from(sharedTerms).where(isKnown);
  const known = new Map(rows.map((row) => [row.articleId, row]));
  for (const articleId of articleIds) {
    const row = known.get(articleId);
    if (!row || row.asOf < today) await refresh(tx, articleId, row, nowMs, next);
    else
      await tx
        .update(sharedTerms)
        .set({ refreshDay: addDays(today, 1) })
        .where(eq(sharedTerms.articleId, articleId));
  }
}

/** Field for a select: the first day on which an article's shared terms are to be made anew; null when none has any. */
export function firstRefreshDay(): SQL<string | null> {
  const { refreshDay, deletedAt } = sharedTerms;
  // As text: drivers make what they like of a day.
  return sql<string | null>`(select min(${refreshDay}) from ${sharedTerms} where ${isNull(deletedAt)})::text`;
}

/** Makes the rows anew whose day has come, some at a time; those whose terms have all fallen away become deletes. */
export async function refreshDueTerms(db: Database, nowMs: number): Promise<void> {
  await writeChanges(db, async (tx, next) => {
    const isDue = isToRefresh(nowMs);
    const due = await tx
      .select()
      .from(sharedTerms)
      .where(isDue)
      .orderBy(sharedTerms.refreshDay)
      .limit(REFRESHED_AT_ONCE);
    for (const row of due) await refresh(tx, row.articleId, row, nowMs, next);
  });
}

/**
 * Within a transaction that changes who may read these articles: tells of their terms once more, since the readers are
 * others now. The numbers come after the articles' own.
 */
export async function tellTermsAgain(tx: Database, articleIds: string[], next: NextChangeNumber): Promise<void> {
  if (articleIds.length === 0) return;
  const isToTell = and(inArray(sharedTerms.articleId, articleIds), isNull(sharedTerms.deletedAt));
  const rows = await tx.select({ articleId: sharedTerms.articleId }).from(sharedTerms).where(isToTell);
  for (const { articleId } of rows) {
    await tx.update(sharedTerms).set({ changeNumber: next() }).where(eq(sharedTerms.articleId, articleId));
  }
}

/** Within the transaction that deletes an article: forgets what was taught about it, and has agents forget it. */
export async function forgetTerms(
  tx: Database,
  articleId: string,
  nowMs: number,
  next: NextChangeNumber,
): Promise<void> {
  await tx.delete(articleTerms).where(eq(articleTerms.articleId, articleId));
  const isLiving = and(eq(sharedTerms.articleId, articleId), isNull(sharedTerms.deletedAt));
  const [row] = await tx.select().from(sharedTerms).where(isLiving);
  if (row) await bury(tx, articleId, nowMs, next);
}

function isToRefresh(nowMs: number): SQL | undefined {
  return and(isNull(sharedTerms.deletedAt), lte(sharedTerms.refreshDay, dayOf(nowMs)));
}

/** `living` is the article's row that stands, if any. */
async function refresh(
  tx: Database,
  articleId: string,
  living: SharedTermsRow | undefined,
  nowMs: number,
  next: NextChangeNumber,
): Promise<void> {
  const today = dayOf(nowMs);
  const summed = await sumTerms(tx, articleId, today);
  if (!summed) {
    if (living) await bury(tx, articleId, nowMs, next);
    return;
  }
  const stamps = { asOf: today, refreshDay: addDays(today, REFRESH_AFTER_DAYS), deletedAt: null };
  const row: SharedTermsRow = { articleId, ...summed, ...stamps, changeNumber: next() };
  await tx.insert(sharedTerms).values(row).onConflictDoUpdate({ target: sharedTerms.articleId, set: row });
}

async function bury(tx: Database, articleId: string, nowMs: number, next: NextChangeNumber): Promise<void> {
  const tombstone = { terms: [], tickets: 0, deletedAt: new Date(nowMs), changeNumber: next() };
  await tx.update(sharedTerms).set(tombstone).where(eq(sharedTerms.articleId, articleId));
}
