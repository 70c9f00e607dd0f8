import type { ArticleSummary, WorkingCopy } from "../../lib/contract/article-states";
import type { ArticleContent, ArticleStatus } from "../../lib/contract/authoring";
import type { Agent } from "../agents/agent";
import { type SettingsByKey, verifyDaysOf } from "../categories/nearest-setting";
import type { ArticleEditRow } from "../db/content-schema";
import type { ArticleRow } from "../db/schema";
import { etagOf } from "../http/if-match";

const DAY_MS = 86_400_000;

/** A hundred years; what goes beyond is as good as never, and dates have an end. */
export const MAX_VERIFY_DAYS = 36_500;

/** What a list reads of an article that is served or was; the bodies stay where they are. */
export type ListedRow = Pick<
  ArticleRow,
  | ("id" | "language" | "translationOf" | "sourceVersion" | "title" | "kind" | "audience" | "groups" | "category")
  | ("tags" | "owner" | "openFlags" | "verifyEveryDays" | "version" | "publishedAt" | "updatedAt" | "expiresAt")
  | ("archivedAt" | "isPublished" | "verifiedAt" | "verifiedBy" | "revision" | "source")
>;

/** What a list reads of a working copy. */
export type ListedCopy = Pick<ArticleEditRow, "id" | "status" | "authorName" | "updatedAt" | "dueAt"> & {
  content: Omit<ArticleContent, "bodyHtml" | "replyText">;
};

/** Where an article stands, its working copy apart unless there is nothing else. */
export function statusOf(row: Pick<ArticleRow, "archivedAt" | "isPublished">): ArticleStatus {
  if (row.archivedAt) return "archived";
  return row.isPublished ? "published" : "scheduled";
}

/** How many versions a translation is behind; null when that is not known. */
export function lagOf(sourceVersion: number | null, versionOfSource: number | null): number | null {
  return sourceVersion === null || versionOfSource === null ? null : Math.max(0, versionOfSource - sourceVersion);
}

type Circumstances = { tag: string; versionOfSource: number | null; settings: SettingsByKey };

/** An article as lists have it, out of what is served and of the working copy, of which there has to be one. */
export function toSummary(
  row: ListedRow | null,
  copy: ListedCopy | null,
  { tag, versionOfSource, settings }: Circumstances,
): ArticleSummary {
  const workingCopy = copy && pickCopy(copy);
  const common = { etag: etagOf(tag), workingCopy };
  if (row) return { ...common, ...fromRow(row, versionOfSource) };
  if (!copy) throw new Error("An article without a row has a working copy.");
  return { ...common, ...fromCopy(copy, versionOfSource, settings) };
}

type Rest = Omit<ArticleSummary, "etag" | "workingCopy">;

function fromRow(row: ListedRow, versionOfSource: number | null): Rest {
  const { id, language, translationOf, title, kind, audience, groups, category, tags, owner, openFlags } = row;
  const { verifyEveryDays, verifiedBy, source } = row;
  const verifiedOrWrittenMs = (row.verifiedAt ?? row.updatedAt).getTime();
  return {
    ...{ id, language, translationOf, title, kind, audience, groups, category, tags, owner, openFlags },
    ...{ verifyEveryDays, verifiedBy, source, status: statusOf(row), publishedVersion: row.version },
    publishedAt: row.publishedAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
    expiresAt: row.expiresAt?.toISOString() ?? null,
    archivedAt: row.archivedAt?.toISOString() ?? null,
    verifiedAt: row.verifiedAt?.toISOString() ?? null,
    verifyBy: row.isPublished
      ? new Date(verifiedOrWrittenMs + Math.min(verifyEveryDays, MAX_VERIFY_DAYS) * DAY_MS).toISOString()
      : null,
    lag: lagOf(row.sourceVersion, versionOfSource),
  };
}

function fromCopy(copy: ListedCopy, versionOfSource: number | null, settings: SettingsByKey): Rest {
  const { language, translationOf, title, kind, audience, groups, category, tags, owner } = copy.content;
  const { publishedAt, expiresAt, sourceVersion, verifyEveryDays: ownVerifyEveryDays } = copy.content;
  return {
    ...{ id: copy.id, language, translationOf, title, kind, audience, groups, category, tags, owner, openFlags: 0 },
    ...{ status: copy.status, publishedVersion: null, publishedAt, expiresAt, archivedAt: null, source: null },
    ...{ verifiedAt: null, verifiedBy: null, verifyBy: null, lag: lagOf(sourceVersion, versionOfSource) },
    verifyEveryDays: verifyDaysOf(settings, { ownVerifyEveryDays, category }),
    updatedAt: copy.updatedAt.toISOString(),
  };
}

function pickCopy({ status, authorName, updatedAt, dueAt }: ListedCopy): ArticleSummary["workingCopy"] {
  return { status, authorName, updatedAt: updatedAt.toISOString(), dueAt: dueAt?.toISOString() ?? null };
}

/** The working copy as the API sends it. */
export function toWorkingCopy(copy: ArticleEditRow, agent: Agent): WorkingCopy {
  const { status, content, baseVersion, note, authorName, reviewerName, reviewNote } = copy;
  return {
    ...{ status, content, baseVersion, note, authorName, reviewerName, reviewNote },
    isOwn: copy.authorId === agent.id,
    createdAt: copy.createdAt.toISOString(),
    updatedAt: copy.updatedAt.toISOString(),
    submittedAt: copy.submittedAt?.toISOString() ?? null,
    dueAt: copy.dueAt?.toISOString() ?? null,
  };
}
