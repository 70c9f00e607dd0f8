/**
 * Who may read what. An article without groups is for everybody; otherwise the agent needs one of its groups, managers
 * included. Agents for the public only get no internal article. Admins read everything, since they answer for the whole base.
 */
import { and, arrayOverlaps, eq, isNull, or, type SQL, sql } from "drizzle-orm";
import type { Audience } from "../../lib/contract/article";
import type { Agent } from "../agents/agent";
import { articles } from "../db/schema";

/** Stands for everybody in `readableBefore`; no group may have this name. */
export const EVERYBODY = "*";

/** Begins the names in `readableBefore` of those who could read a public state; no group's name may begin so. */
const PUBLIC_PREFIX = "public/";

/** Whether a group may be called so. */
export function isGroupName(name: string): boolean {
  return name.trim() !== "" && name !== EVERYBODY && !name.startsWith(PUBLIC_PREFIX);
}

/** Condition: the agent may read the article now. Not deleted, published, and for one of the agent's groups. */
export function isReadableBy(agent: Agent): SQL {
  const isThere = and(isNull(articles.deletedAt), articles.isPublished);
  if (agent.role === "admin") return isThere ?? sql`false`;
  const isForAudience = agent.audience === "public" ? eq(articles.audience, "public") : undefined;
  return and(isThere, isForGroupsOf(agent), isForAudience) ?? sql`false`;
}

/** Condition: the agent could read a former state of the article, so its machine may hold a copy. */
export function wasReadableBy(agent: Agent): SQL {
  if (agent.role === "admin") return sql`cardinality(${articles.readableBefore}) > 0`;
  const prefix = agent.audience === "public" ? PUBLIC_PREFIX : "";
  const names = [EVERYBODY, ...agent.groups].map((name) => prefix + name);
  return arrayOverlaps(articles.readableBefore, names);
}

/** Names to remember in `readableBefore` for an article with these readers. */
export function accessNames({
  groups,
  audience,
}: {
  groups: readonly string[];
  audience: Audience;
}): readonly string[] {
  const names = groups.length === 0 ? [EVERYBODY] : groups;
  return audience === "public" ? [...names, ...names.map((name) => PUBLIC_PREFIX + name)] : names;
}

function isForGroupsOf(agent: Agent): SQL | undefined {
  const isForEverybody = sql`cardinality(${articles.groups}) = 0`;
  return agent.groups.length === 0 ? isForEverybody : or(isForEverybody, arrayOverlaps(articles.groups, agent.groups));
}
