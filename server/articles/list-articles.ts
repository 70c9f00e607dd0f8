/** Articles for those who write them: what is served, scheduled or archived, and what is only being written so far. */
import { and, asc, eq, gt, isNull, type SQL, sql } from "drizzle-orm";
import type { ArticleSummary } from "../../lib/contract/article-states";
import { z } from "../../lib/contract/zod";
import type { Agent } from "../agents/agent";
import { readCategorySettings } from "../categories/read-settings";
import { articleEdits } from "../db/content-schema";
import type { Database } from "../db/database";
import { articles } from "../db/schema";
import { cutPage, readListCursor } from "../http/paging";
import { toStorableText } from "../storable-text";
import { type ArticleFilter, conditionsOf } from "./article-filter";
import { areColumnsInReach, isStoredContentInReach } from "./reach";
import { type ListedCopy, type ListedRow, toSummary } from "./to-summary";
import { readVersionsOf } from "./translations";

type ListRequest = {
  db: Database;
  agent: Agent;
  filter: ArticleFilter;
  cursor: string | undefined;
  limit: number;
  nowMs: number;
};

type Page = { articles: ArticleSummary[]; nextCursor: string | null };

const placeSchema = z.tuple([z.string().refine((id) => id === toStorableText(id))]);

/** A page of the articles the agent may work on, by id; to agents, of those they are writing. */
export async function listArticles({ db, agent, filter, cursor, limit, nowMs }: ListRequest): Promise<Page> {
  const place = readListCursor(cursor, placeSchema);
  const living = selectLiving(db);
  const id = sql<string>`coalesce(${living.id}, ${articleEdits.id})`;
  const isCopySeen = whenCopySeen(agent);
  const rows = await db
    .select({
      ...{ id, row: columnsOf(living), copy: COPY_COLUMNS },
      ...{ editRevision: articleEdits.revision, isCopySeen: sql<boolean>`coalesce(${isCopySeen}, false)` },
    })
    .from(living)
    .fullJoin(articleEdits, eq(living.id, articleEdits.id))
    .where(
      and(
        place ? gt(id, place[0]) : undefined,
        isListed(agent, living, isCopySeen),
        ...conditionsOf(filter, { agent, living, isCopySeen, nowMs }),
      ),
    )
    .orderBy(asc(id))
    .limit(limit + 1);
  const { page, nextCursor } = cutPage(rows, limit, (row) => [row.id]);
  const listed = page.map(({ row, copy, editRevision, isCopySeen: isSeen }) => ({
    row: row as ListedRow | null,
    copy: copy?.id && isSeen ? (copy as ListedCopy) : null,
    tag: `${row?.revision ?? 0}.${editRevision ?? 0}`,
  }));
  return { articles: await summarise(db, agent, listed), nextCursor };
}

/** The articles that are not deleted, for a join. */
export function selectLiving(db: Database) {
  return db.select(LISTED_COLUMNS).from(articles).where(isNull(articles.deletedAt)).as("living");
}

export type Living = ReturnType<typeof selectLiving>;

const LISTED_COLUMNS = (() => {
  const { id, language, translationOf, sourceVersion, title, kind, audience, groups, category, tags, owner } = articles;
  const { openFlags, verifyEveryDays, version, publishedAt, updatedAt, expiresAt, archivedAt, isPublished } = articles;
  const { verifiedAt, verifiedBy, revision, source } = articles;
  return {
    ...{ id, language, translationOf, sourceVersion, title, kind, audience, groups, category, tags, owner, openFlags },
    ...{ verifyEveryDays, version, publishedAt, updatedAt, expiresAt, archivedAt, isPublished, verifiedAt, verifiedBy },
    ...{ revision, source },
  };
})();

function columnsOf(living: Living) {
  const names = Object.keys(LISTED_COLUMNS) as (keyof typeof LISTED_COLUMNS)[];
  return Object.fromEntries(names.map((name) => [name, living[name]])) as Pick<Living, keyof typeof LISTED_COLUMNS>;
}

const COPY_COLUMNS = {
  id: articleEdits.id,
  status: articleEdits.status,
  authorName: articleEdits.authorName,
  updatedAt: articleEdits.updatedAt,
  dueAt: articleEdits.dueAt,
  content: sql<ListedCopy["content"]>`${articleEdits.content} - 'bodyHtml' - 'replyText'`.as("content"),
};

/** Condition: there is a working copy and the agent may see it. Null without one. */
function whenCopySeen(agent: Agent): SQL {
  const isInReach = isStoredContentInReach(agent, articleEdits.content);
  if (agent.role !== "agent") return isInReach;
  return sql`(${isInReach} and (${articleEdits.authorId} = ${agent.id} or ${articleEdits.creatorId} = ${agent.id}))`;
}

function isListed(agent: Agent, living: Living, isCopySeen: SQL): SQL {
  const isRowInReach = areColumnsInReach(agent, living);
  const isRowSeen = agent.role === "agent" ? sql`(${isRowInReach} and ${living.isPublished})` : isRowInReach;
  if (agent.role === "agent") return sql`((${living.id} is null or ${isRowSeen}) and ${isCopySeen})`;
  return sql`case when ${living.id} is null then ${isCopySeen} else ${isRowSeen} end`;
}

type Listed = { row: ListedRow | null; copy: ListedCopy | null; tag: string };

async function summarise(db: Database, agent: Agent, listed: readonly Listed[]): Promise<ArticleSummary[]> {
  const sourceOf = ({ row, copy }: Listed) => (row ?? copy?.content)?.translationOf ?? null;
  const sources = listed.flatMap((each) => sourceOf(each) ?? []);
  const versions = await readVersionsOf(db, agent, sources);
  const settings = await readCategorySettings(db);
  return listed.map((each) => {
    const versionOfSource = versions.get(sourceOf(each) ?? "") ?? null;
    return toSummary(each.row, each.copy, { tag: each.tag, versionOfSource, settings });
  });
}
