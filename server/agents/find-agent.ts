import { eq, or, sql } from "drizzle-orm";
import type { Database } from "../db/database";
import { type AgentRow, agents } from "../db/schema";
import { ProblemError } from "../http/problem";
import { toStorableText } from "../storable-text";

/**
 * The agent with this id, or the only one of this name, in any case of letters. Throws `ProblemError` when there is none,
 * or when the name is several agents'.
 */
export async function findAgent(db: Database, idOrName: string): Promise<AgentRow> {
  const text = toStorableText(idOrName).trim();
  const isMeant = or(eq(agents.id, text), sql`lower(${agents.name}) = lower(${text})`);
  const found = await db.select().from(agents).where(isMeant).orderBy(agents.createdAt, agents.id);
  const agent = found.find(({ id }) => id === text) ?? found[0];
  if (!agent) throw new ProblemError("not_found", `There is no agent with the id or name "${text}".`);
  if (agent.id === text || found.length === 1) return agent;
  const ids = found.map(({ id }) => id).join(", ");
  throw new ProblemError("conflict", `${found.length} agents are called "${text}"; say which by its id: ${ids}.`);
}
