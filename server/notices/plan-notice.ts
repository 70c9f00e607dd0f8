import { isDeepStrictEqual } from "node:util";
import type { NoticeDraft } from "../../lib/contract/notice";
import { namesOfGroups } from "../access/by-groups";
import type { NoticeRow } from "../db/content-schema";
import { nextMomentOf, statusOf } from "./notice-row";

/** A row to write, still without its change number. */
type PlannedNotice = Omit<NoticeRow, "changeNumber">;

/**
 * What writing a tidy draft over the notice as it stands (or none, or its tombstone) comes to, or null when it says what
 * is there already. Other words raise the version, so that acknowledged notices come again; other dates and groups do not.
 */
export function planNotice(
  id: string,
  draft: NoticeDraft,
  existing: NoticeRow | undefined,
  writer: string,
  nowMs: number,
): PlannedNotice | null {
  const living = existing?.deletedAt === null ? existing : undefined;
  const { publishedAt: writtenPublishedAt, ...rest } = draft;
  const written = {
    ...rest,
    effectiveFrom: draft.effectiveFrom ? new Date(draft.effectiveFrom) : null,
    publishedAt: writtenPublishedAt ? new Date(writtenPublishedAt) : (living?.publishedAt ?? new Date(nowMs)),
    expiresAt: draft.expiresAt ? new Date(draft.expiresAt) : null,
  };
  if (living && isDeepStrictEqual(writtenOf(written), writtenOf(living))) return null;
  const hasOtherWords = !living || !isDeepStrictEqual(wordsOf(written), wordsOf(living));
  return {
    ...{ id, ...written },
    version: (existing?.version ?? 0) + (hasOtherWords ? 1 : 0),
    revision: (existing?.revision ?? 0) + 1,
    updatedAt: new Date(nowMs),
    updatedBy: writer,
    isPublished: statusOf(written, nowMs) === "published",
    dueAt: nextMomentOf(written, nowMs),
    readableBefore: existing ? readersSoFar(existing) : [],
    deletedAt: null,
  };
}

/** Names of all who got this notice in its former states or get it as it stands. */
export function readersSoFar(row: NoticeRow): string[] {
  const readersNow = row.isPublished && row.deletedAt === null ? namesOfGroups(row.groups) : [];
  return [...new Set([...row.readableBefore, ...readersNow])];
}

type Written = Pick<NoticeRow, keyof NoticeDraft>;

function wordsOf(notice: Written) {
  const { severity, title, whatChanged, condition, language, effectiveFrom } = notice;
  const { cues, tags, articleId, needsAcknowledgement } = notice;
  return {
    ...{ severity, title, whatChanged, condition, language, effectiveFrom },
    ...{ cues, tags, articleId, needsAcknowledgement },
  };
}

function writtenOf(notice: Written) {
  const { publishedAt, expiresAt, groups } = notice;
  return { ...wordsOf(notice), publishedAt, expiresAt, groups };
}
