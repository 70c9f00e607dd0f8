/**
 * What the calendar does to articles: approved copies become versions, imported articles appear, expired ones leave. Each
 * becomes a change like any other, so the feed needs no second order by time, and servers whose clocks differ agree on
 * what is published.
 */
import { and, asc, eq, isNotNull, isNull, lte, not, or, type SQL, sql } from "drizzle-orm";
import type { Actor } from "../audit/actor";
import { recordAudit } from "../audit/record-audit";
import { type ArticleEditRow, articleEdits } from "../db/content-schema";
import type { Database } from "../db/database";
import { type ArticleRow, articles, serverState } from "../db/schema";
import { type NextChangeNumber, writeChanges } from "../db/server-state";
import { applyCopy } from "./apply-copy";
import { readersSoFar } from "./plan-save";
import { reasonToLookAgain } from "./standing";
import { tellDependentsAgain } from "./tell-dependents";

const CALENDAR: Actor = { agentId: null, name: "calendar", requestId: null };

/**
 * Field for a select: the earliest publication, next version or expiry of an article that nobody was told of yet; null
 * when none is planned. The earliest is what an index tells; where nothing is due, `exists` looks through all articles.
 */
export function firstDuePublication(): SQL<Date | null> {
  const { publishedAt, expiresAt } = articles;
  const firstToPublish = sql`select min(${publishedAt}) from ${articles} where ${isWaiting()}`;
  const isOut = and(articles.isPublished, isNotNull(expiresAt));
  const firstToExpire = sql`select min(${expiresAt}) from ${articles} where ${isOut}`;
  const firstCopy = sql`select min(${articleEdits.dueAt}) from ${articleEdits} where ${isNotNull(articleEdits.dueAt)}`;
  return sql<Date | null>`least((${firstToPublish}), (${firstToExpire}), (${firstCopy}))`.mapWith(publishedAt);
}

/** So many at once, that whoever asks for them, and all who wait behind, get their answer soon. */
export const DUE_PER_TRANSACTION = 500;

/** Does what is due, of very much the first; the next call goes on with the rest. */
export async function publishDueArticles(db: Database, nowMs: number): Promise<void> {
  await writeChanges(db, (tx, next) => publishDueWithin(tx, next, nowMs));
}

/** Does what is due, if anything is, so that what is read or written next finds articles as they stand at `nowMs`. */
export async function settleDueArticles(db: Database, nowMs: number): Promise<void> {
  if (await hasDue(db, nowMs)) await publishDueArticles(db, nowMs);
}

/** The same within a transaction of `writeChanges`. */
export async function publishDueWithin(tx: Database, next: NextChangeNumber, nowMs: number): Promise<void> {
  if (!(await hasDue(tx, nowMs))) return;
  // The next versions come first, since they may bring another day of expiry.
  let left = DUE_PER_TRANSACTION - (await applyDueCopies(tx, next, nowMs));
  const expired = left > 0 ? await expireArticles(tx, next, nowMs, left) : [];
  left -= expired.length;
  const published = left > 0 ? await publishArticles(tx, next, nowMs, left) : [];
  await tellDependentsAgain(tx, [...expired, ...published], next);
}

async function hasDue(db: Database, nowMs: number): Promise<boolean> {
  const [state] = await db.select({ first: firstDuePublication() }).from(serverState);
  const first = state?.first ?? null;
  return first !== null && first.getTime() <= nowMs;
}

function isWaiting(): SQL | undefined {
  return and(not(articles.isPublished), isNull(articles.deletedAt), isNull(articles.archivedAt));
}

function isToPublish(nowMs: number): SQL | undefined {
  return and(isWaiting(), lte(articles.publishedAt, new Date(nowMs)));
}

function hasExpired(nowMs: number): SQL | undefined {
  return lte(articles.expiresAt, new Date(nowMs));
}

function isCopyDue(nowMs: number): SQL | undefined {
  return lte(articleEdits.dueAt, new Date(nowMs));
}

async function applyDueCopies(tx: Database, next: NextChangeNumber, nowMs: number): Promise<number> {
  const { dueAt, id } = articleEdits;
  const due = await tx
    .select({ id })
    .from(articleEdits)
    .where(isCopyDue(nowMs))
    .orderBy(asc(dueAt), asc(id))
    .limit(DUE_PER_TRANSACTION);
  for (const copy of due) await applyDueCopy(tx, next, copy.id, nowMs);
  return due.length;
}

async function applyDueCopy(tx: Database, next: NextChangeNumber, id: string, nowMs: number): Promise<void> {
  // The article before its copy, as everybody locks them.
  const isLiving = and(eq(articles.id, id), isNull(articles.deletedAt));
  const [row = null] = await tx.select().from(articles).where(isLiving).for("update");
  const isStillDue = and(eq(articleEdits.id, id), isCopyDue(nowMs));
  const [edit] = await tx.select().from(articleEdits).where(isStillDue).for("update");
  if (!edit) return;
  const atMs = edit.dueAt?.getTime() ?? nowMs;
  const approver = { id: edit.reviewerId ?? edit.authorId, name: edit.reviewerName ?? edit.authorName };
  const reason = reasonToLookAgain(edit, row);
  if (reason === null) await applyCopy(tx, next, { edit, approver, actor: CALENDAR, atMs, nowMs });
  else await sendBack(tx, edit, { reason, version: row?.version ?? null }, nowMs);
}

/** What was approved was a change to another version, or for others. Nothing is published by itself that nobody has looked at. */
async function sendBack(
  tx: Database,
  edit: ArticleEditRow,
  { reason, version }: { reason: string; version: number | null },
  nowMs: number,
): Promise<void> {
  const reviewNote = `Not published at ${edit.dueAt?.toISOString()}: ${reason}.`;
  await tx
    .update(articleEdits)
    .set({ status: "inReview", dueAt: null, reviewNote, revision: edit.revision + 1 })
    .where(eq(articleEdits.id, edit.id));
  const subject = { type: "article", id: edit.id };
  await recordAudit(tx, CALENDAR, { action: "article.return", subject, details: { version } }, nowMs);
}

/** Takes expired articles out of use, also those whose publication nobody saw. */
async function expireArticles(tx: Database, next: NextChangeNumber, nowMs: number, limit: number): Promise<string[]> {
  const isInUse = and(isNull(articles.deletedAt), isNull(articles.archivedAt));
  const wasDue = or(articles.isPublished, lte(articles.publishedAt, new Date(nowMs)));
  const rows = await tx
    .select()
    .from(articles)
    .where(and(isInUse, wasDue, hasExpired(nowMs)))
    .orderBy(asc(articles.expiresAt), asc(articles.id))
    .limit(limit);
  for (const row of rows) {
    const gone = { archivedAt: row.expiresAt, isPublished: false, readableBefore: readersSoFar(row) };
    await updateRow(tx, row, { ...gone, changeNumber: next() });
  }
  return rows.map(({ id }) => id);
}

async function publishArticles(tx: Database, next: NextChangeNumber, nowMs: number, limit: number): Promise<string[]> {
  const rows = await tx
    .select()
    .from(articles)
    .where(isToPublish(nowMs))
    .orderBy(asc(articles.publishedAt), asc(articles.id))
    .limit(limit);
  for (const row of rows) await updateRow(tx, row, { isPublished: true, changeNumber: next() });
  return rows.map(({ id }) => id);
}

async function updateRow(tx: Database, row: ArticleRow, change: Partial<ArticleRow>): Promise<void> {
  await tx
    .update(articles)
    .set({ ...change, revision: row.revision + 1 })
    .where(eq(articles.id, row.id));
}
