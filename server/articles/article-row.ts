import type { Article } from "../../lib/contract/article";
import type { ArticleRow } from "../db/schema";

/** The article as the API sends it; what only the server needs stays behind. */
export function toArticle(row: ArticleRow): Article {
  const { changeNumber, isPublished, readableBefore, deletedAt, ...article } = row;
  return {
    ...article,
    publishedAt: row.publishedAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
    verifiedAt: row.verifiedAt?.toISOString() ?? null,
  };
}
