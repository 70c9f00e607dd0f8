import type { ManagedNotice, Notice, NoticeStatus } from "../../lib/contract/notice";
import type { NoticeRow } from "../db/content-schema";

/** The notice as agents get it. `isArticleKnown`: whoever gets it may hear of its article. */
export function toNotice(row: NoticeRow, isArticleKnown: boolean): Notice {
  const { id, severity, title, whatChanged, condition, language, cues, tags, needsAcknowledgement, version } = row;
  return {
    ...{ id, severity, title, whatChanged, condition, language, cues, tags, needsAcknowledgement, version },
    articleId: isArticleKnown ? row.articleId : null,
    effectiveFrom: row.effectiveFrom?.toISOString() ?? null,
    publishedAt: row.publishedAt.toISOString(),
    expiresAt: row.expiresAt?.toISOString() ?? null,
    updatedAt: row.updatedAt.toISOString(),
  };
}

/** The notice as managers see it. */
export function toManagedNotice(row: NoticeRow, isArticleKnown: boolean, nowMs: number): ManagedNotice {
  const { groups, revision, updatedBy } = row;
  return { ...toNotice(row, isArticleKnown), groups, revision, updatedBy, status: statusOf(row, nowMs) };
}

/** Where the notice stands by the clock, whether or not the feed has told of it. */
export function statusOf({ publishedAt, expiresAt }: Dates, nowMs: number): NoticeStatus {
  if (expiresAt !== null && expiresAt.getTime() <= nowMs) return "expired";
  return publishedAt.getTime() <= nowMs ? "published" : "scheduled";
}

/** The next moment at which its status changes, null when there is none. */
export function nextMomentOf(dates: Dates, nowMs: number): Date | null {
  const status = statusOf(dates, nowMs);
  if (status === "scheduled") return dates.publishedAt;
  return status === "published" ? dates.expiresAt : null;
}

type Dates = Pick<NoticeRow, "publishedAt" | "expiresAt">;
