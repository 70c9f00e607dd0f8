import { eq } from "drizzle-orm";
import type { Database } from "../db/database";
import { agents } from "../db/schema";
import type { Agent } from "./agent";
import { hashToken } from "./token";

/** The agent a token belongs to, or null. One indexed read. */
export async function findAgentByToken(db: Database, token: string): Promise<Agent | null> {
  const { id, name, role, groups } = agents;
  const found = await db
    .select({ id, name, role, groups })
    .from(agents)
    .where(eq(agents.tokenHash, hashToken(token)));
  return found[0] ?? null;
}
