/**
 * Which days may count in a figure: those on which enough agents did something (see access/enough-agents.ts). A day of too
 * few counts in no figure at all, so that none can be had by taking one figure from another.
 */
import { and, arrayContains, eq, gte, isNull, lte, sql } from "drizzle-orm";
import { MIN_AGENTS_PER_FIGURE } from "../../lib/contract/notice";
import { isAboutEnough } from "../access/enough-agents";
import type { Agent } from "../agents/agent";
import type { Database } from "../db/database";
import { agents } from "../db/schema";
import { usageOfAgents } from "../db/usage-schema";
import { ProblemError } from "../http/problem";
import type { DayRange } from "./day-range";

/** Ends the request with `forbidden` unless figures of the group may be told to the manager. */
export async function checkGroupOfReport(db: Database, manager: Agent, group: string): Promise<void> {
  const isOwn = manager.role === "admin" || manager.groups.includes(group);
  const members = await db.$count(agents, and(isNull(agents.disabledAt), arrayContains(agents.groups, [group])));
  const all = await db.$count(agents, isNull(agents.disabledAt));
  if (isOwn && isAboutEnough(members, all)) return;
  throw new ProblemError(
    "forbidden",
    `group: figures are told of groups of yours with ${MIN_AGENTS_PER_FIGURE} agents or more, where as many are outside ` +
      "it or none; figures about fewer would be figures about people who can be named.",
  );
}

/** The days of a range that may count, and how many with usage may not. `group` "": of all agents. */
export async function readTellableDays(
  db: Database,
  { from, to }: DayRange,
  group: string,
): Promise<{ days: string[]; leftOut: number }> {
  const isMember = group === "" ? sql`true` : arrayContains(agents.groups, [group]);
  const { day, agentId } = usageOfAgents;
  const rows = await db
    .select({
      day,
      all: sql`count(distinct ${agentId})`.mapWith(Number),
      members: sql`count(distinct ${agentId}) filter (where ${isMember})`.mapWith(Number),
    })
    .from(usageOfAgents)
    .innerJoin(agents, eq(agents.id, agentId))
    .where(and(gte(day, from), lte(day, to)))
    .groupBy(day);
  const days = rows.filter(({ members, all }) => isAboutEnough(members, all)).map((row) => row.day);
  return { days, leftOut: rows.length - days.length };
}
