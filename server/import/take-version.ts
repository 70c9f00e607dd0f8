import { isDeepStrictEqual } from "node:util";
import { and, eq } from "drizzle-orm";
import type { ArticleContent } from "../../lib/contract/authoring";
import { COMMAND_LINE } from "../audit/actor";
import { recordAudit } from "../audit/record-audit";
import { articleVersions } from "../db/content-schema";
import { articles } from "../db/schema";
import type { OtherLine } from "../export/line";
import { toBodyHtml } from "./body-html";
import { reasonAgainst } from "./owner-of";
import { DELETED_HERE, type ImportWrite, type OtherOutcome } from "./source";

type VersionLine = Extract<OtherLine, { type: "version" }>;
type VersionRow = typeof articleVersions.$inferSelect;

/**
 * Writes a version into an article's history. One that is here stays, unless an import brought it in these words and the
 * line says who wrote them.
 */
export async function takeVersion({ tx, source, nowMs }: ImportWrite, line: VersionLine): Promise<OtherOutcome> {
  const { articleId, version, origin, note } = line;
  const [article] = await tx.select().from(articles).where(eq(articles.id, articleId));
  const reason = reasonAgainst(source, articleId, article, source.belongsWith);
  if (reason !== null) return { reason };
  if (!article) return { reason: `there is no article "${articleId}"` };
  if (article.deletedAt) return { skipped: DELETED_HERE };
  if (version > article.version) return { reason: `"${articleId}" has no version ${version} yet` };

  const content = { ...line.content, bodyHtml: toBodyHtml(line.content.bodyHtml, "html") };
  const row = {
    ...{ articleId, version, content, origin, note, authorId: null, authorName: line.author },
    ...{ approvedByName: line.approvedBy, createdAt: new Date(line.createdAt) },
  };
  const { articleId: idColumn, version: versionColumn } = articleVersions;
  const isThis = and(eq(idColumn, articleId), eq(versionColumn, version));
  const [known] = await tx.select().from(articleVersions).where(isThis);
  if (known && !isDeepStrictEqual(wordsOf(known.content), wordsOf(content))) {
    return { reason: `version ${version} of "${articleId}" is here with other words` };
  }
  if (known && (!isStampOfImport(known) || saysTheSame(known, row))) return {};
  if (known) await tx.update(articleVersions).set(row).where(isThis);
  else await tx.insert(articleVersions).values(row);
  // The history of a version that an import has just made is no news.
  if (known) return {};
  const details = { version, author: line.author };
  const subject = { type: "article", id: articleId };
  await recordAudit(tx, COMMAND_LINE, { action: "article.addVersion", subject, details }, nowMs);
  return { others: 1 };
}

/** What makes a version; groups, owner and dates change without one. */
function wordsOf(content: ArticleContent) {
  const { language, title, summary, bodyHtml, replyText, kind, audience } = content;
  const { category, tags, situations, url, escalation, translationOf } = content;
  return {
    ...{ language, title, summary, bodyHtml, kind, audience, category, tags, situations, url, translationOf },
    // No text and an empty one are the same in a file.
    ...{ replyText: replyText || null, escalation: escalation || null },
  };
}

function isStampOfImport({ origin, authorId, authorName }: VersionRow): boolean {
  return origin === "import" && authorId === null && authorName === "import";
}

function saysTheSame(known: VersionRow, row: Partial<VersionRow>): boolean {
  return Object.entries(row).every(([name, value]) => isDeepStrictEqual(known[name as keyof VersionRow], value));
}
