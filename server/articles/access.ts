/**
 * Who may read what. An article without groups is for everybody; otherwise the agent needs one of its groups, managers
 * included. Admins read everything, since they answer for the whole base.
 */
import { and, arrayOverlaps, isNull, or, type SQL, sql } from "drizzle-orm";
import type { Agent } from "../agents/agent";
import { articles } from "../db/schema";

/** Stands for everybody in `readableBefore`; no group may have this name. */
export const EVERYBODY = "*";

/** Condition: the agent may read the article now. Not deleted, published, and for one of the agent's groups. */
export function isReadableBy(agent: Agent): SQL {
  const isThere = and(isNull(articles.deletedAt), articles.isPublished);
  return and(isThere, agent.role === "admin" ? undefined : isForGroupsOf(agent)) ?? sql`false`;
}

/** Condition: the agent could read a former state of the article, so its machine may hold a copy. */
export function wasReadableBy(agent: Agent): SQL {
  if (agent.role === "admin") return sql`cardinality(${articles.readableBefore}) > 0`;
  return arrayOverlaps(articles.readableBefore, [EVERYBODY, ...agent.groups]);
}

/** Names to remember in `readableBefore` for an article with these groups. */
export function accessNames(groups: readonly string[]): readonly string[] {
  return groups.length === 0 ? [EVERYBODY] : groups;
}

function isForGroupsOf(agent: Agent): SQL | undefined {
  const isForEverybody = sql`cardinality(${articles.groups}) = 0`;
  return agent.groups.length === 0 ? isForEverybody : or(isForEverybody, arrayOverlaps(articles.groups, agent.groups));
}
