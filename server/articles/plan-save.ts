import { isDeepStrictEqual } from "node:util";
import type { ArticleRow } from "../db/schema";
import { accessNames } from "./access";
import type { ArticleDraft } from "./draft";

export type SaveOutcome = "new" | "changed" | "unchanged";

/** A row to write, still without its change number. */
export type PlannedRow = Omit<ArticleRow, "changeNumber">;

/** What saving a draft over the existing row (or none) comes to. An unchanged row is not to be written. */
export function planSave(
  draft: ArticleDraft,
  existing: ArticleRow | undefined,
  nowMs: number,
): { outcome: "unchanged" } | { outcome: "new" | "changed"; row: PlannedRow } {
  if (!existing) return { outcome: "new", row: nextRow(draft, undefined, nowMs, draft.version ?? 1) };
  const isBack = existing.deletedAt !== null;
  const hasNewContent = isBack || !isDeepStrictEqual(contentOf(draft), contentOf(existing));
  const version = Math.max(existing.version + (hasNewContent ? 1 : 0), draft.version ?? 1);
  const row = nextRow(draft, existing, nowMs, version);
  if (isBack) return { outcome: "new", row };
  if (!hasNewContent && isDeepStrictEqual(stateOf(row), stateOf(existing))) return { outcome: "unchanged" };
  return { outcome: "changed", row };
}

/** What an agent reads. A change here makes a new version; new owners, groups or dates do not. */
function contentOf(article: ArticleDraft | ArticleRow) {
  const { language, title, summary, bodyHtml, sections, replyText, kind, audience } = article;
  const { category, tags, situations, url, escalation, translationOf } = article;
  return {
    ...{ language, title, summary, bodyHtml, sections, replyText, kind, audience },
    ...{ category, tags, situations, url, escalation, translationOf },
  };
}

function stateOf(row: PlannedRow | ArticleRow) {
  const { version, groups, owner, sourceVersion, publishedAt, updatedAt, verifiedAt, verifyEveryDays } = row;
  return { version, groups, owner, sourceVersion, publishedAt, updatedAt, verifiedAt, verifyEveryDays };
}

function nextRow(draft: ArticleDraft, existing: ArticleRow | undefined, nowMs: number, version: number): PlannedRow {
  const isNewVersion = version !== existing?.version;
  const publishedAt = draft.publishedAt ? new Date(draft.publishedAt) : (existing?.publishedAt ?? new Date(nowMs));
  const givenUpdatedAt = draft.updatedAt ? new Date(draft.updatedAt) : null;
  return {
    ...draft,
    version,
    publishedAt,
    updatedAt: givenUpdatedAt ?? (existing && !isNewVersion ? existing.updatedAt : new Date(nowMs)),
    verifiedAt: draft.verifiedAt ? new Date(draft.verifiedAt) : null,
    openFlags: existing?.openFlags ?? 0,
    isPublished: publishedAt.getTime() <= nowMs,
    verifiedBy: existing?.verifiedBy ?? null,
    ownVerifyEveryDays: draft.verifyEveryDays,
    expiresAt: existing?.expiresAt ?? null,
    archivedAt: null,
    revision: (existing?.revision ?? 0) + 1,
    updatedBy: null,
    source: existing?.source ?? null,
    readableBefore: existing ? readersSoFar(existing) : [],
    deletedAt: null,
  };
}

/** Whether others may read the row now than before, or nobody, or somebody again. */
export function hasOtherReaders(row: PlannedRow, before: ArticleRow): boolean {
  const hasOtherAudience = row.audience !== before.audience;
  return row.isPublished !== before.isPublished || hasOtherAudience || !isDeepStrictEqual(row.groups, before.groups);
}

/** Everybody who could read this row in its former states or can read it as it stands. */
export function readersSoFar(row: ArticleRow): string[] {
  const readersNow = row.isPublished && row.deletedAt === null ? accessNames(row) : [];
  return [...new Set([...row.readableBefore, ...readersNow])];
}
