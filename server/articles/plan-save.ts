import { isDeepStrictEqual } from "node:util";
import { type SettingsByKey, verifyDaysOf } from "../categories/nearest-setting";
import type { ArticleRow } from "../db/schema";
import { accessNames } from "./access";
import type { ArticleDraft } from "./draft";

export type SaveOutcome = "new" | "changed" | "unchanged";

/** A row to write, still without its change number. */
export type PlannedRow = Omit<ArticleRow, "changeNumber">;

type Circumstances = { nowMs: number; settings: SettingsByKey };

/**
 * What saving a draft over the existing row (or none) comes to. An unchanged row is not to be written. An archived article
 * takes the draft's content and stays archived.
 */
export function planSave(
  draft: ArticleDraft,
  existing: ArticleRow | undefined,
  circumstances: Circumstances,
): { outcome: "unchanged" } | { outcome: "new" | "changed"; row: PlannedRow } {
  if (!existing) return { outcome: "new", row: nextRow(draft, undefined, circumstances, draft.version ?? 1) };
  const isBack = existing.deletedAt !== null;
  const hasNewContent = isBack || !isDeepStrictEqual(contentOf(draft), contentOf(existing));
  const version = Math.max(existing.version + (hasNewContent ? 1 : 0), draft.version ?? 1);
  const row = nextRow(draft, existing, circumstances, version);
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
  const { version, groups, owner, sourceVersion, publishedAt, updatedAt, expiresAt, archivedAt } = row;
  const { verifiedAt, verifiedBy, verifyEveryDays, ownVerifyEveryDays } = row;
  return {
    ...{ version, groups, owner, sourceVersion, publishedAt, updatedAt, expiresAt, archivedAt },
    ...{ verifiedAt, verifiedBy, verifyEveryDays, ownVerifyEveryDays },
  };
}

function nextRow(
  { archivedAt: givenArchivedAt = null, ...draft }: ArticleDraft,
  existing: ArticleRow | undefined,
  { nowMs, settings }: Circumstances,
  version: number,
): PlannedRow {
  // Of a tombstone only the version counts on.
  const kept = existing?.deletedAt === null ? existing : undefined;
  const isNewVersion = version !== kept?.version;
  const publishedAt = toDate(draft.publishedAt) ?? kept?.publishedAt ?? new Date(nowMs);
  const expiresAt = toDate(draft.expiresAt) ?? kept?.expiresAt ?? null;
  // What was done by the calendar stays done, though this server's clock may be behind that of the one that did it.
  const wasOut = kept?.isPublished === true && isSame(publishedAt, kept.publishedAt);
  const keptArchivedAt = kept && isSame(expiresAt, kept.expiresAt) ? kept.archivedAt : archivedByHandAt(kept);
  const archivedAt = toDate(givenArchivedAt) ?? keptArchivedAt ?? pastOrNull(expiresAt, nowMs);
  const ownVerifyEveryDays = draft.verifyEveryDays ?? kept?.ownVerifyEveryDays ?? null;
  return {
    ...draft,
    ...laterVerification(draft, kept),
    ...{ version, publishedAt, expiresAt, archivedAt, ownVerifyEveryDays },
    updatedAt: toDate(draft.updatedAt) ?? (kept && !isNewVersion ? kept.updatedAt : new Date(nowMs)),
    verifyEveryDays: verifyDaysOf(settings, { ownVerifyEveryDays, category: draft.category }),
    openFlags: existing?.openFlags ?? 0,
    isPublished: archivedAt === null && (wasOut || publishedAt.getTime() <= nowMs),
    revision: (existing?.revision ?? 0) + 1,
    updatedBy: isNewVersion ? null : (kept?.updatedBy ?? null),
    source: existing?.source ?? null,
    readableBefore: existing ? readersSoFar(existing) : [],
    deletedAt: null,
  };
}

/** A verification here is not undone by an older one from elsewhere. */
function laterVerification(draft: Pick<ArticleDraft, "verifiedAt" | "verifiedBy">, kept: ArticleRow | undefined) {
  const verifiedAt = toDate(draft.verifiedAt);
  const keptAt = kept?.verifiedAt ?? null;
  if (!verifiedAt || (keptAt && keptAt > verifiedAt))
    return { verifiedAt: keptAt, verifiedBy: kept?.verifiedBy ?? null };
  const isSame = keptAt?.getTime() === verifiedAt.getTime();
  return { verifiedAt, verifiedBy: draft.verifiedBy ?? (isSame ? (kept?.verifiedBy ?? null) : null) };
}

/** Since when the article is archived, unless that is because it expired. */
function archivedByHandAt(row: ArticleRow | undefined): Date | null {
  const hasExpired = row?.expiresAt?.getTime() === row?.archivedAt?.getTime();
  return hasExpired ? null : (row?.archivedAt ?? null);
}

function pastOrNull(instant: Date | null, nowMs: number): Date | null {
  return instant && instant.getTime() <= nowMs ? instant : null;
}

function isSame(one: Date | null, other: Date | null): boolean {
  return one?.getTime() === other?.getTime();
}

function toDate(instant: string | null): Date | null {
  return instant === null ? null : new Date(instant);
}

/** Whether others may read the row now than before, or nobody, or somebody for the first time or again. */
export function hasOtherReaders(row: PlannedRow, before: ArticleRow | undefined): boolean {
  if (!before || before.deletedAt) return row.isPublished;
  const hasOtherAudience = row.audience !== before.audience;
  return row.isPublished !== before.isPublished || hasOtherAudience || !isDeepStrictEqual(row.groups, before.groups);
}

/** Everybody who could read this row in its former states or can read it as it stands. */
export function readersSoFar(row: ArticleRow): string[] {
  const readersNow = row.isPublished && row.deletedAt === null ? accessNames(row) : [];
  return [...new Set([...row.readableBefore, ...readersNow])];
}
