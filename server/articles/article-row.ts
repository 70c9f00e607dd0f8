import type { Article } from "../../lib/contract/article";
import type { ArticleRow } from "../db/schema";

/** The article as the API sends it; what only the server needs stays behind. */
export function toArticle(row: ArticleRow): Article {
  const { changeNumber, isPublished, readableBefore, deletedAt, ...rest } = row;
  const { ownVerifyEveryDays, archivedAt, revision, updatedBy, source, ...article } = rest;
  return {
    ...article,
    publishedAt: row.publishedAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
    verifiedAt: row.verifiedAt?.toISOString() ?? null,
    expiresAt: row.expiresAt?.toISOString() ?? null,
  };
}
