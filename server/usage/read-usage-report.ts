import { and, asc, countDistinct, desc, eq, inArray, ne, not, or, type SQL, sql } from "drizzle-orm";
import type { UsageReport, UsageReportBy } from "../../lib/contract/usage";
import { isKnownTo } from "../access/known-articles";
import type { Agent } from "../agents/agent";
import type { Database } from "../db/database";
import { articles } from "../db/schema";
import { usageCounts } from "../db/usage-schema";
import { toListCursor } from "../http/paging";
import type { DayRange } from "./day-range";
import { isToldOf } from "./tellable-articles";
import { checkGroupOfReport, readTellableDays } from "./tellable-days";

type Question = {
  db: Database;
  manager: Agent;
  range: DayRange;
  by: UsageReportBy;
  group: string | null;
  /** The last article of the page before: its sum and id. */
  after: readonly [number, string] | null;
  /** Articles on a page. */
  limit: number;
};

type Figure = UsageReport["figures"][number];

/**
 * Sums of usage over the days that may count, of all agents or of one group, out of articles the manager may read. Articles
 * come page by page, most used first. Never anything about one agent: days and articles of too few count nowhere.
 */
export async function readUsageReport(question: Question): Promise<UsageReport> {
  const { db, manager, range, by, group } = question;
  if (group !== null) await checkGroupOfReport(db, manager, group);
  const { days, leftOut } = await readTellableDays(db, range, group ?? "");
  const bare = { ...range, by, group, daysLeftOut: leftOut, articlesLeftOut: 0, nextCursor: null };
  if (days.length === 0) return { ...bare, total: {}, figures: [] };
  const isAsked = and(inArray(usageCounts.day, days), eq(usageCounts.group, group ?? ""), isToldTo(manager));
  const isOfEnough = or(eq(usageCounts.articleId, ""), isToldOf(usageCounts.articleId, group));
  const report = { ...bare, articlesLeftOut: await countArticles(db, and(isAsked, not(isOfEnough ?? sql`true`))) };
  const isCounted = and(isAsked, isOfEnough);
  const total = (await sumBy(db, sql<string>`''`, isCounted)).get("") ?? {};
  if (by === "article") return { ...report, total, ...(await readArticles(question, isCounted)) };
  if (by === "type") {
    const figures = Object.entries(total).map(([key, count]) => ({ key, title: null, counts: { [key]: count } }));
    return { ...report, total, figures };
  }
  const sums = await sumBy(db, sql<string>`${usageCounts.day}::text`, isCounted);
  return { ...report, total, figures: [...sums].map(([key, counts]) => ({ key, title: null, counts })) };
}

/** Condition: it is about no article, or about one the manager may hear of. Admins hear of deleted ones too. */
function isToldTo(manager: Agent): SQL | undefined {
  if (manager.role === "admin") return undefined;
  const known = sql`select ${articles.id} from ${articles} where ${isKnownTo(manager)}`;
  return or(eq(usageCounts.articleId, ""), sql`${usageCounts.articleId} in (${known})`);
}

async function countArticles(db: Database, which: SQL | undefined): Promise<number> {
  const [row] = await db
    .select({ articles: countDistinct(usageCounts.articleId) })
    .from(usageCounts)
    .where(which);
  return row?.articles ?? 0;
}

const sum = sql`sum(${usageCounts.count})`.mapWith(Number);

/** Sums of each type, by keys in their order. */
async function sumBy(
  db: Database,
  key: SQL<string>,
  isCounted: SQL | undefined,
): Promise<Map<string, Record<string, number>>> {
  const rows = await db
    .select({ key, type: usageCounts.type, sum })
    .from(usageCounts)
    .where(isCounted)
    .groupBy(sql`1`, usageCounts.type)
    .orderBy(sql`1`, usageCounts.type);
  const sums = new Map<string, Record<string, number>>();
  for (const row of rows) sums.set(row.key, { ...sums.get(row.key), [row.type]: row.sum });
  return sums;
}

async function readArticles(
  { db, after, limit }: Question,
  isCounted: SQL | undefined,
): Promise<{ figures: Figure[]; nextCursor: string | null }> {
  const { articleId } = usageCounts;
  const isAfter = after && sql`(${sum} < ${after[0]} or (${sum} = ${after[0]} and ${articleId} > ${after[1]}))`;
  const rows = await db
    .select({ articleId, sum })
    .from(usageCounts)
    .where(and(isCounted, ne(articleId, "")))
    .groupBy(articleId)
    .having(isAfter ?? undefined)
    .orderBy(desc(sum), asc(articleId))
    .limit(limit + 1);
  const page = rows.slice(0, limit);
  if (page.length === 0) return { figures: [], nextCursor: null };
  const ids = page.map((row) => row.articleId);
  const sums = await sumBy(db, sql<string>`${articleId}`, and(isCounted, inArray(articleId, ids)));
  const titles = await readTitles(db, ids);
  const last = page.at(-1);
  return {
    figures: ids.map((id) => ({ key: id, title: titles.get(id) || null, counts: sums.get(id) ?? {} })),
    nextCursor: rows.length > limit && last ? toListCursor([last.sum, last.articleId]) : null,
  };
}

async function readTitles(db: Database, ids: readonly string[]): Promise<Map<string, string>> {
  const { id, title } = articles;
  const rows = await db
    .select({ id, title })
    .from(articles)
    .where(inArray(id, [...ids]));
  return new Map(rows.map((row) => [row.id, row.title]));
}
