import { and, desc, eq, lt, type SQL, sql } from "drizzle-orm";
import type { ArticleVersion, VersionSummary } from "../../lib/contract/article-states";
import type { ArticleContent } from "../../lib/contract/authoring";
import { z } from "../../lib/contract/zod";
import type { Agent } from "../agents/agent";
import { articleVersions } from "../db/content-schema";
import type { Database } from "../db/database";
import { cutPage, readListCursor } from "../http/paging";
import { ProblemError } from "../http/problem";
import { type ArticleWrite, noSuchArticle, openArticle, openForWrite } from "./open-article";
import { isInReach, isStoredContentInReach } from "./reach";
import { beginCopy } from "./write-copy";

const placeSchema = z.tuple([z.int().positive()]);

type ListRequest = { db: Database; agent: Agent; id: string; cursor: string | undefined; limit: number };

/** A page of an article's versions, newest first, those only that the agent might read. */
export async function listVersions({ db, agent, id, cursor, limit }: ListRequest) {
  const place = readListCursor(cursor, placeSchema);
  if (!(await openArticle(db, agent, id))) throw noSuchArticle();
  const { version, authorName, approvedByName, origin, note, createdAt, content } = articleVersions;
  const rows = await db
    .select({ version, authorName, approvedByName, origin, note, createdAt, title: sql<string>`${content}->>'title'` })
    .from(articleVersions)
    .where(and(isVersionOf(agent, id), place ? lt(version, place[0]) : undefined))
    .orderBy(desc(version))
    .limit(limit + 1);
  const { page, nextCursor } = cutPage(rows, limit, (row) => [row.version]);
  const versions: VersionSummary[] = page.map((row) => ({ ...row, createdAt: row.createdAt.toISOString() }));
  return { versions, nextCursor };
}

/** One version with its content. Ends the request with `not_found`. */
export async function readVersion(db: Database, agent: Agent, id: string, version: number): Promise<ArticleVersion> {
  if (!(await openArticle(db, agent, id))) throw noSuchArticle();
  return findVersion(db, agent, id, version);
}

/**
 * Begins a working copy with a version's content. Only those may read it who could read both the version and what is
 * served now; its dates and its owner stay as they are now. Ends the request with `conflict` when there is a working copy,
 * with `forbidden` when those readers leave the agent out.
 */
export async function restoreVersion(write: ArticleWrite, version: number): Promise<void> {
  await write.db.transaction(async (tx) => {
    const { row, isBeingEdited } = await openForWrite(tx, write);
    if (isBeingEdited) throw new ProblemError("conflict", "There is a working copy; publish or discard it first.");
    const { content: earlier } = await findVersion(tx, write.agent, write.id, version);
    if (!row) throw noSuchArticle();
    const readers = readersOfBoth(earlier, row);
    if (!isInReach(write.agent, readers)) {
      throw new ProblemError("forbidden", "It was for other groups; only an admin brings it back.");
    }
    const { owner, publishedAt, expiresAt, ownVerifyEveryDays } = row;
    const content = {
      ...{ ...earlier, ...readers, owner, verifyEveryDays: ownVerifyEveryDays },
      publishedAt: publishedAt.toISOString(),
      expiresAt: expiresAt?.toISOString() ?? null,
    };
    const note = `Version ${version} again.`;
    await beginCopy(tx, write, { content, note, baseVersion: row.version, origin: "restore" });
  });
}

type Readers = Pick<ArticleContent, "audience" | "groups">;

/** The narrower of both. Groups that have none in common come to those of what is served. */
function readersOfBoth(earlier: Readers, served: Readers): Readers {
  const audience = earlier.audience === "internal" ? "internal" : served.audience;
  if (earlier.groups.length === 0 || served.groups.length === 0) {
    return { audience, groups: [...earlier.groups, ...served.groups] };
  }
  const common = served.groups.filter((group) => earlier.groups.includes(group));
  return { audience, groups: common.length > 0 ? common : served.groups };
}

async function findVersion(tx: Database, agent: Agent, id: string, version: number): Promise<ArticleVersion> {
  const isIt = and(isVersionOf(agent, id), eq(articleVersions.version, version));
  const [row] = await tx.select().from(articleVersions).where(isIt);
  if (!row) throw new ProblemError("not_found", "There is no such version.");
  const { authorName, approvedByName, origin, note, content } = row;
  const summary = { version, title: content.title, authorName, approvedByName, origin, note };
  return { ...summary, createdAt: row.createdAt.toISOString(), content };
}

function isVersionOf(agent: Agent, id: string): SQL | undefined {
  return and(eq(articleVersions.articleId, id), isStoredContentInReach(agent, articleVersions.content));
}
