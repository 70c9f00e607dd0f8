import type { ArticleContent } from "../../lib/contract/authoring";
import type { ArticleRow } from "../db/schema";

/** What an author would have written to get the article as it is served. */
export function contentOf(row: Omit<ArticleRow, "changeNumber">): ArticleContent {
  const { language, translationOf, sourceVersion, title, summary, bodyHtml, replyText, kind, audience, groups } = row;
  const { category, tags, situations, owner, url, escalation } = row;
  return {
    ...{ language, translationOf, sourceVersion, title, summary, bodyHtml, replyText, kind, audience, groups },
    ...{ category, tags, situations, owner, url },
    publishedAt: row.publishedAt.toISOString(),
    expiresAt: row.expiresAt?.toISOString() ?? null,
    verifyEveryDays: row.ownVerifyEveryDays,
    escalation,
  };
}
