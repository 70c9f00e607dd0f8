import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import type { Audience } from "../../lib/contract/article";
import type { Role } from "../../lib/contract/me";
import type { Clock } from "../clock";
import { tokens } from "../db/access-schema";
import type { Database } from "../db/database";
import { agents } from "../db/schema";
import type { Agent } from "./agent";
import { createToken, hashToken } from "./token";

type NewAgent = {
  db: Database;
  clock: Clock;
  name: string;
  role?: Role;
  groups?: readonly string[];
  audience?: Audience;
};

/** Adds an agent. The token is nowhere stored and cannot be shown again. */
export async function addAgent(options: NewAgent): Promise<{ agent: Agent; token: string }> {
  const token = createToken();
  const agent: Agent = {
    id: randomUUID(),
    name: options.name,
    role: options.role ?? "agent",
    groups: [...new Set(options.groups ?? [])],
    audience: options.audience ?? "internal",
  };
  const createdAt = new Date(options.clock());
  await options.db.transaction(async (tx) => {
    await tx.insert(agents).values({ ...agent, createdAt });
    await tx.insert(tokens).values({ id: randomUUID(), agentId: agent.id, tokenHash: hashToken(token), createdAt });
  });
  return { agent, token };
}

/** Gives an agent another role or other groups. Its next pull starts a full read. False when there is no such agent. */
export async function changeAgentAccess(
  db: Database,
  agentId: string,
  access: Partial<Pick<Agent, "role" | "groups" | "audience">>,
): Promise<boolean> {
  const changed = await db.update(agents).set(access).where(eq(agents.id, agentId)).returning({ id: agents.id });
  return changed.length > 0;
}
