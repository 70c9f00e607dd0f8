/**
 * Which articles may count in a figure: those that enough agents may read. Those of too few count in no figure and no
 * total, so that none can be had by taking one figure from another.
 */
import { arrayContains, arrayOverlaps, eq, isNull, ne, or, type SQL, sql } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";
import { MIN_AGENTS_PER_FIGURE } from "../../lib/contract/notice";
import { agents, articles } from "../db/schema";

/**
 * Condition: enough agents read the article, all of them or those of one group, and of a group's figure enough or no
 * readers outside it are left. Admins read everything, but are among the enough only where their groups have it.
 */
export function isToldOf(articleId: PgColumn, group: string | null): SQL {
  const isMember = group === null ? sql`true` : arrayContains(agents.groups, [group]);
  const isInGroups = or(sql`cardinality(${articles.groups}) = 0`, arrayOverlaps(articles.groups, agents.groups));
  const isInAudience = or(eq(articles.audience, "public"), ne(agents.audience, "public"));
  const isFor = sql`(${isInGroups} and ${isInAudience})`;
  const readers = sql`count(*) filter (where ${isMember} and ${isFor})`;
  const others = sql`count(*) filter (where not ${isMember} and (${isFor} or ${eq(agents.role, "admin")}))`;
  // By groups and audience, of which there are far fewer than articles.
  const told = sql`
    select ${articles.groups} as "groups", ${articles.audience} as "audience"
    from (select distinct ${articles.groups}, ${articles.audience} from ${articles}) as ${articles}
    cross join ${agents} where ${isNull(agents.disabledAt)} group by 1, 2
    having ${readers} >= ${MIN_AGENTS_PER_FIGURE} and (${others} = 0 or ${others} >= ${MIN_AGENTS_PER_FIGURE})`;
  return sql`${articleId} in (
    select ${articles.id} from ${articles} where (${articles.groups}, ${articles.audience}) in (${told}))`;
}
