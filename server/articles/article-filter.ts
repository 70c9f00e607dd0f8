import { and, eq, gt, isNotNull, isNull, or, type SQL, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { Audience } from "../../lib/contract/article";
import type { ArticleStatus } from "../../lib/contract/authoring";
import type { Agent } from "../agents/agent";
import { articleEdits } from "../db/content-schema";
import { articles } from "../db/schema";
import type { Living } from "./list-articles";
import { areColumnsInReach } from "./reach";
import { MAX_VERIFY_DAYS } from "./to-summary";

/** What a list of articles is narrowed to. Where an article was never published, its working copy's fields count. */
export type ArticleFilter = {
  status?: ArticleStatus | undefined;
  /** The category or any below it. */
  category?: readonly string[] | undefined;
  owner?: string | undefined;
  audience?: Audience | undefined;
  language?: string | undefined;
  /** Part of the title, in the article or its working copy. */
  q?: string | undefined;
  /** Its day of verification has passed. */
  isOverdue?: boolean | undefined;
  /** A translation that follows an earlier version of its source. */
  isLagging?: boolean | undefined;
  hasFlags?: boolean | undefined;
  expiringWithinDays?: number | undefined;
};

type Tables = { agent: Agent; living: Living; isCopySeen: SQL; nowMs: number };

/** The conditions of a filter, each null-safe over a full join of articles and working copies. */
export function conditionsOf(filter: ArticleFilter, tables: Tables): SQL[] {
  const { agent, living, nowMs } = tables;
  const { content } = articleEdits;
  const conditions: (SQL | undefined | false)[] = [
    filter.status && hasStatus(filter.status, tables),
    filter.category && filter.category.length > 0 && isBelow(filter.category, living),
    filter.owner !== undefined &&
      sql`lower(coalesce(${living.owner}->>'name', case when ${living.id} is null then ${content}->'owner'->>'name' end)) = lower(${filter.owner})`,
    filter.audience && sql`coalesce(${living.audience}, ${content}->>'audience') = ${filter.audience}`,
    filter.language !== undefined &&
      sql`lower(coalesce(${living.language}, ${content}->>'language')) = lower(${filter.language})`,
    filter.q !== undefined && hasInTitle(filter.q, tables),
    filter.isOverdue && isOverdue(living, nowMs),
    filter.isLagging && isLagging(agent, living),
    filter.hasFlags && sql`${living.openFlags} > 0`,
    filter.expiringWithinDays !== undefined && isExpiring(living, nowMs + filter.expiringWithinDays * DAY_MS),
  ];
  return conditions.filter((condition) => condition instanceof Object);
}

const DAY_MS = 86_400_000;

function hasStatus(status: ArticleStatus, { living, isCopySeen }: Tables): SQL | undefined {
  const isCopyIn = sql`(${isCopySeen} and ${articleEdits.status} = ${status})`;
  if (status === "published") return sql`${living.isPublished}`;
  if (status === "archived") return isNotNull(living.archivedAt);
  if (status !== "scheduled") return isCopyIn;
  return or(isCopyIn, sql`(not ${living.isPublished} and ${living.archivedAt} is null)`);
}

function isBelow(path: readonly string[], living: Living): SQL {
  const steps = sql`array[${sql.join(
    path.map((step) => sql`${step}`),
    sql`, `,
  )}]::text[]`;
  const ofCopy = sql`array(select jsonb_array_elements_text(${articleEdits.content}->'category'))`;
  return sql`(case when ${living.id} is null then ${ofCopy} else ${living.category} end)[1:${sql.raw(String(path.length))}] = ${steps}`;
}

function hasInTitle(part: string, { living, isCopySeen }: Tables): SQL | undefined {
  const isIn = (title: SQL) => sql`position(lower(${part}) in lower(${title})) > 0`;
  const inCopy = sql`(${isCopySeen} and ${isIn(sql`${articleEdits.content}->>'title'`)})`;
  return or(isIn(sql`${living.title}`), inCopy);
}

function isOverdue(living: Living, nowMs: number): SQL {
  const since = sql`coalesce(${living.verifiedAt}, ${living.updatedAt})`;
  const now = new Date(nowMs).toISOString();
  const days = sql`least(${living.verifyEveryDays}, ${sql.raw(String(MAX_VERIFY_DAYS))})`;
  return sql`(${living.isPublished} and ${since} + ${days} * interval '1 day' <= ${now}::timestamptz)`;
}

/** A source out of the agent's reach does not exist for it. */
function isLagging(agent: Agent, living: Living): SQL {
  const source = alias(articles, "source");
  const isVisible = agent.role === "agent" ? source.isPublished : undefined;
  const isKnown = and(isNull(source.deletedAt), areColumnsInReach(agent, source), isVisible);
  const isLater = and(eq(source.id, living.translationOf), gt(source.version, living.sourceVersion));
  return sql`exists (select 1 from ${articles} as source where ${and(isLater, isKnown)})`;
}

function isExpiring(living: Living, untilMs: number): SQL {
  const until = new Date(untilMs).toISOString();
  return sql`(${living.archivedAt} is null and ${living.expiresAt} <= ${until}::timestamptz)`;
}
