import { and, eq, isNull, type SQL, sql } from "drizzle-orm";
import { isForGroupsOf } from "../access/by-groups";
import type { Agent } from "../agents/agent";
import { type NoticeRow, notices } from "../db/content-schema";
import type { Database } from "../db/database";

/** Condition: the notice is there, in any state but deleted, and for the manager. Null: whoever has the database at hand. */
export function isNoticeOf(manager: Agent | null): SQL {
  const isFor = manager === null ? undefined : isForGroupsOf(manager, notices.groups, true);
  return and(isNull(notices.deletedAt), isFor) ?? sql`false`;
}

/** Condition: the notice is in force and for the agent. */
export function isToldTo(agent: Agent): SQL {
  const isInForce = and(isNull(notices.deletedAt), notices.isPublished);
  return and(isInForce, isForGroupsOf(agent, notices.groups, true)) ?? sql`false`;
}

/** The notice as the manager may see it, or null when there is none or it is for others. */
export async function findNotice(tx: Database, manager: Agent | null, id: string): Promise<NoticeRow | null> {
  const [row] = await tx
    .select()
    .from(notices)
    .where(and(eq(notices.id, id), isNoticeOf(manager)));
  return row ?? null;
}

/** The row with this id, tombstones as well. */
export async function findNoticeRow(tx: Database, id: string): Promise<NoticeRow | undefined> {
  const [row] = await tx.select().from(notices).where(eq(notices.id, id));
  return row;
}
