import { and, desc, gt, isNotNull, isNull, lt, lte, or, type SQL, sql } from "drizzle-orm";
import type { ManagedNotice, NoticeStatus } from "../../lib/contract/notice";
import { findKnownIds } from "../access/known-articles";
import type { Agent } from "../agents/agent";
import { type NoticeRow, notices } from "../db/content-schema";
import type { Database } from "../db/database";
import { isNoticeOf } from "./find-notice";
import { toManagedNotice } from "./notice-row";

type NoticeList = {
  db: Database;
  /** Null: whoever has the database at hand. */
  manager: Agent | null;
  status?: NoticeStatus | undefined;
  /** The last notice of the page before: publication in epoch milliseconds, and id. */
  after?: readonly [number, string] | null;
  limit: number;
  nowMs: number;
};

/** The notices a manager may see, by publication, latest first. */
export async function listNotices({ db, manager, status, after, limit, nowMs }: NoticeList): Promise<ManagedNotice[]> {
  const rows = await db
    .select()
    .from(notices)
    .where(and(isNoticeOf(manager), status && hasStatus(status, nowMs), after ? comesAfter(after) : undefined))
    .orderBy(desc(notices.publishedAt), desc(notices.id))
    .limit(limit);
  return toManagedNotices(db, manager, rows, nowMs);
}

/** The notices as this manager may see them: articles the manager may not read are left out. */
export async function toManagedNotices(
  db: Database,
  manager: Agent | null,
  rows: readonly NoticeRow[],
  nowMs: number,
): Promise<ManagedNotice[]> {
  const known = await findKnownIds(
    db,
    manager,
    rows.flatMap(({ articleId }) => articleId ?? []),
  );
  return rows.map((row) => toManagedNotice(row, row.articleId !== null && known.has(row.articleId), nowMs));
}

function hasStatus(status: NoticeStatus, nowMs: number): SQL | undefined {
  const now = new Date(nowMs);
  const isOver = and(isNotNull(notices.expiresAt), lte(notices.expiresAt, now));
  if (status === "expired") return isOver;
  const goesOn = or(isNull(notices.expiresAt), gt(notices.expiresAt, now));
  return and(goesOn, status === "scheduled" ? gt(notices.publishedAt, now) : lte(notices.publishedAt, now));
}

function comesAfter([publishedMs, id]: readonly [number, string]): SQL {
  const publishedAt = new Date(publishedMs);
  const isLater = and(sql`${notices.publishedAt} = ${publishedAt.toISOString()}::timestamptz`, lt(notices.id, id));
  return or(lt(notices.publishedAt, publishedAt), isLater) ?? sql`false`;
}
