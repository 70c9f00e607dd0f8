import { randomUUID } from "node:crypto";
import type { IssuedToken } from "../../lib/contract/agents";
import type { Audience } from "../../lib/contract/article";
import type { Role } from "../../lib/contract/me";
import { type Actor, COMMAND_LINE } from "../audit/actor";
import { recordAudit } from "../audit/record-audit";
import type { Clock } from "../clock";
import type { Database } from "../db/database";
import { agents } from "../db/schema";
import type { Agent } from "./agent";
import { findUnknownGroups, parseGroups } from "./groups";
import { issueToken } from "./issue-token";
import { lockAgents, refuseSameName } from "./lock-agents";
import { parseName } from "./parse-name";

type NewAgent = {
  db: Database;
  clock: Clock;
  name: string;
  role?: Role;
  groups?: readonly string[];
  audience?: Audience;
  /** About the first token; `validDays` null: good until it is revoked. */
  label?: string;
  validDays?: number | null;
  /** Whether there may be an agent of that name already. */
  mayShareName?: boolean;
  actor?: Actor;
};

/**
 * Adds an agent with a first token, whose secret is nowhere stored and cannot be shown again. `unknownGroups` are those
 * nobody else and no article is in. Throws `ProblemError` for a name that is taken or a group that cannot be.
 */
export async function addAgent(
  options: NewAgent,
): Promise<{ agent: Agent; token: string; issued: IssuedToken; unknownGroups: string[] }> {
  const { db, clock, label = "", validDays = null, mayShareName = true, actor = COMMAND_LINE } = options;
  const agent: Agent = {
    id: randomUUID(),
    name: parseName(options.name),
    role: options.role ?? "agent",
    groups: parseGroups(options.groups ?? []),
    audience: options.audience ?? "internal",
  };
  const nowMs = clock();
  return db.transaction(async (tx) => {
    await lockAgents(tx);
    if (!mayShareName) await refuseSameName(tx, agent.name, null);
    await tx.insert(agents).values({ ...agent, createdAt: new Date(nowMs) });
    const issued = await issueToken(tx, agent.id, { label, validDays }, nowMs);
    const { id, ...details } = agent;
    await recordAudit(tx, actor, { action: "agent.add", subject: { type: "agent", id }, details }, nowMs);
    return { agent, token: issued.token, issued, unknownGroups: await findUnknownGroups(tx, agent.groups, id) };
  });
}
