import type { ArticleRow } from "../db/schema";

/** What an article carries beside id, title and text, in the form imports take; what it has not is left out. */
export function metadataOf(row: ArticleRow): Record<string, unknown> {
  const metadata = {
    language: row.language,
    kind: row.kind,
    audience: row.audience,
    groups: row.groups,
    category: row.category,
    tags: row.tags,
    situations: row.situations,
    owner: row.owner,
    summary: row.summary,
    url: row.url,
    version: row.version,
    publishedAt: row.publishedAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
    expiresAt: row.expiresAt?.toISOString(),
    archivedAt: row.archivedAt?.toISOString(),
    verifiedAt: row.verifiedAt?.toISOString(),
    verifiedBy: row.verifiedBy,
    verifyEveryDays: row.ownVerifyEveryDays,
    translationOf: row.translationOf,
    sourceVersion: row.sourceVersion,
    replyText: row.replyText,
    escalation: row.escalation,
  };
  const said = Object.entries(metadata).filter(([, value]) => isSaid(value));
  // That everybody may read it has to be said: an import keeps the groups that are there where a line names none.
  return Object.fromEntries([...said.filter(([name]) => name !== "groups"), ["groups", row.groups]]);
}

/** An article as a line of an import file. */
export function articleLine(row: ArticleRow): Record<string, unknown> {
  return { _id: row.id, title: row.title, text: row.bodyHtml, metadata: { format: "html", ...metadataOf(row) } };
}

function isSaid(value: unknown): boolean {
  if (value === null || value === undefined || value === "") return false;
  return !Array.isArray(value) || value.length > 0;
}
