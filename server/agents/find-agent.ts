import { and, eq, gt, isNull, or } from "drizzle-orm";
import { tokens } from "../db/access-schema";
import type { Database } from "../db/database";
import { agents } from "../db/schema";
import type { Agent } from "./agent";
import { hashToken } from "./token";

/** The agent a token belongs to, or null when it is not known, revoked, expired, or its agent disabled. One indexed read. */
export async function findAgentByToken(db: Database, token: string, nowMs: number): Promise<Agent | null> {
  const { id, name, role, groups, audience } = agents;
  const isInForce = and(isNull(tokens.revokedAt), or(isNull(tokens.expiresAt), gt(tokens.expiresAt, new Date(nowMs))));
  const found = await db
    .select({ id, name, role, groups, audience })
    .from(tokens)
    .innerJoin(agents, eq(agents.id, tokens.agentId))
    .where(and(eq(tokens.tokenHash, hashToken(token)), isInForce, isNull(agents.disabledAt)));
  return found[0] ?? null;
}
