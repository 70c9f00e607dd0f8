import { and, arrayOverlaps, isNull, ne, sql } from "drizzle-orm";
import type { Group } from "../../lib/contract/agents";
import { isGroupName } from "../articles/access";
import { areColumnsInReach } from "../articles/reach";
import type { Database } from "../db/database";
import { agents, articles } from "../db/schema";
import { ProblemError } from "../http/problem";
import { toStorableText } from "../storable-text";
import type { Agent } from "./agent";

/** Groups as they are stored: each once. Refuses, with `invalid_request`, a name that no group may have. */
export function parseGroups(names: readonly string[]): string[] {
  const groups = [...new Set(names.map((name) => toStorableText(name).trim()))];
  const unusable = groups.find((group) => !isGroupName(group));
  if (unusable === undefined) return groups;
  throw new ProblemError("invalid_request", `groups: no group can be called "${unusable}"`);
}

/** Those of the groups that no other agent and no article is in: may be a slip of the pen. */
export async function findUnknownGroups(
  tx: Database,
  groups: readonly string[],
  exceptAgentId: string,
): Promise<string[]> {
  if (groups.length === 0) return [];
  const isOther = and(ne(agents.id, exceptAgentId), arrayOverlaps(agents.groups, [...groups]));
  const isThere = and(isNull(articles.deletedAt), arrayOverlaps(articles.groups, [...groups]));
  const known = await tx
    .selectDistinct({ name: sql<string>`unnest(${agents.groups})` })
    .from(agents)
    .where(isOther)
    .union(
      tx
        .selectDistinct({ name: sql<string>`unnest(${articles.groups})` })
        .from(articles)
        .where(isThere),
    );
  const names = new Set(known.map(({ name }) => name));
  return groups.filter((group) => !names.has(group));
}

/** All groups in use, by name, with as many articles as are for this agent as well. */
export async function listGroups(db: Database, agent: Agent): Promise<Group[]> {
  const ofAgents = await db
    .select({ name: sql<string>`unnest(${agents.groups})`.as("name"), count: sql<number>`count(*)::int` })
    .from(agents)
    .where(isNull(agents.disabledAt))
    .groupBy(sql`1`);
  const ofArticles = await db
    .select({ name: sql<string>`unnest(${articles.groups})`.as("name"), count: sql<number>`count(*)::int` })
    .from(articles)
    .where(and(isNull(articles.deletedAt), areColumnsInReach(agent, articles)))
    .groupBy(sql`1`);
  const groups = new Map<string, Group>();
  const groupOf = (name: string): Group => {
    const group = groups.get(name) ?? { name, agents: 0, articles: 0 };
    groups.set(name, group);
    return group;
  };
  for (const { name, count } of ofAgents) groupOf(name).agents = count;
  for (const { name, count } of ofArticles) groupOf(name).articles = count;
  return [...groups.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
}
