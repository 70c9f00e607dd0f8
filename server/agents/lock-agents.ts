import { and, eq, isNull, ne, sql } from "drizzle-orm";
import type { Database } from "../db/database";
import { agents } from "../db/schema";
import { ProblemError } from "../http/problem";

/**
 * Lets nobody else write agents until the transaction ends, so that what is checked about all of them stays true. Readers,
 * and writers of rows that belong to agents, go on.
 */
export async function lockAgents(tx: Database): Promise<void> {
  await tx.execute(sql`lock table ${agents} in share row exclusive mode`);
}

/** Refuses a name that another agent has, in any case of letters, with `conflict` and that agent's id. */
export async function refuseSameName(tx: Database, name: string, exceptId: string | null): Promise<void> {
  const hasName = sql`lower(${agents.name}) = lower(${name})`;
  const [other] = await tx
    .select({ id: agents.id, disabledAt: agents.disabledAt })
    .from(agents)
    .where(and(hasName, exceptId === null ? undefined : ne(agents.id, exceptId)))
    .orderBy(agents.createdAt, agents.id)
    .limit(1);
  if (!other) return;
  const state = other.disabledAt === null ? "" : ", whose access is switched off";
  throw new ProblemError("conflict", `There is an agent called "${name}" already: ${other.id}${state}.`, {
    more: { agentId: other.id },
  });
}

/** Refuses, with `conflict`, to take the agent out of the admins when there is no other. */
export async function refuseWithoutAdmin(tx: Database, exceptId: string): Promise<void> {
  const isOther = and(eq(agents.role, "admin"), isNull(agents.disabledAt), ne(agents.id, exceptId));
  const [other] = await tx.select({ id: agents.id }).from(agents).where(isOther).limit(1);
  if (!other) throw new ProblemError("conflict", "This is the last admin: make somebody else one first.");
}
