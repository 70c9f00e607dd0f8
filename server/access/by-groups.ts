/**
 * Who gets what is addressed to groups: notices and situations. Without groups it is for everybody; otherwise the agent
 * needs one of them. Admins get everything. `isInternal`: agents for the public only get it just when one of their groups
 * is addressed, never as part of everybody.
 */
import { arrayOverlaps, or, type SQL, sql } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";
import type { Agent } from "../agents/agent";
import { EVERYBODY } from "../articles/access";

/** Condition: what has these `groups` is for the agent. */
export function isForGroupsOf(agent: Agent, groups: PgColumn, isInternal: boolean): SQL {
  if (agent.role === "admin") return sql`true`;
  const isForAll = isOneOfAll(agent, isInternal) ? sql`cardinality(${groups}) = 0` : undefined;
  const isForOwn = agent.groups.length > 0 ? arrayOverlaps(groups, agent.groups) : undefined;
  return or(isForAll, isForOwn) ?? sql`false`;
}

/** Condition: a former state was for the agent, so its machine may hold a copy. */
export function wasForGroupsOf(agent: Agent, readableBefore: PgColumn, isInternal: boolean): SQL {
  if (agent.role === "admin") return sql`cardinality(${readableBefore}) > 0`;
  const names = [...(isOneOfAll(agent, isInternal) ? [EVERYBODY] : []), ...agent.groups];
  return names.length > 0 ? arrayOverlaps(readableBefore, names) : sql`false`;
}

/** Names to remember in `readableBefore` for what is addressed to these groups. */
export function namesOfGroups(groups: readonly string[]): readonly string[] {
  return groups.length === 0 ? [EVERYBODY] : groups;
}

function isOneOfAll(agent: Agent, isInternal: boolean): boolean {
  return !(isInternal && agent.audience === "public");
}
