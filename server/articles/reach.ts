/**
 * What somebody who writes may work on: as with reading, but also what is scheduled, archived or being written. Admins
 * everything; others what is for everybody or for one of their groups, and of that only the public part where they are
 * agents for the public.
 */
import { and, arrayOverlaps, eq, or, type SQL, sql } from "drizzle-orm";
import type { AnyPgColumn } from "drizzle-orm/pg-core";
import type { Audience } from "../../lib/contract/article";
import type { Agent } from "../agents/agent";

/** Whether content with these readers is within the agent's reach. */
export function isInReach(
  agent: Agent,
  { groups, audience }: { groups: readonly string[]; audience: Audience },
): boolean {
  if (agent.role === "admin") return true;
  if (agent.audience === "public" && audience !== "public") return false;
  return groups.length === 0 || groups.some((group) => agent.groups.includes(group));
}

/** Condition: the same for the columns of a table. */
export function areColumnsInReach(agent: Agent, columns: { groups: AnyPgColumn; audience: AnyPgColumn }): SQL {
  if (agent.role === "admin") return sql`true`;
  const isForAll = sql`cardinality(${columns.groups}) = 0`;
  const isForGroups = agent.groups.length > 0 ? or(isForAll, arrayOverlaps(columns.groups, agent.groups)) : isForAll;
  const isForAudience = agent.audience === "public" ? eq(columns.audience, "public") : undefined;
  return and(isForGroups, isForAudience) ?? sql`false`;
}

/** Condition: the same for content kept as JSON. */
export function isStoredContentInReach(agent: Agent, content: AnyPgColumn): SQL {
  if (agent.role === "admin") return sql`true`;
  const isForAll = sql`jsonb_array_length(${content}->'groups') = 0`;
  const isForOwn = sql.join(
    agent.groups.map((group) => sql`${content}->'groups' @> ${JSON.stringify([group])}::jsonb`),
    sql` or `,
  );
  const isForGroups = agent.groups.length > 0 ? sql`(${isForAll} or ${isForOwn})` : isForAll;
  return agent.audience === "public" ? sql`(${isForGroups} and ${content}->>'audience' = 'public')` : isForGroups;
}
