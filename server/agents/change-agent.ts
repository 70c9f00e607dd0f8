import { isDeepStrictEqual } from "node:util";
import { eq } from "drizzle-orm";
import type { Actor } from "../audit/actor";
import { recordAudit } from "../audit/record-audit";
import type { Database } from "../db/database";
import { type AgentRow, agents } from "../db/schema";
import { writeChanges } from "../db/server-state";
import { reassignCases } from "../flags/reassign-cases";
import { findUnknownGroups, parseGroups } from "./groups";
import { lockAgents, refuseSameName, refuseWithoutAdmin } from "./lock-agents";
import { parseName } from "./parse-name";

/** What is left out, or undefined, stays. */
export type AgentChange = {
  [Field in "name" | "role" | "groups" | "audience"]?: AgentRow[Field] | undefined;
} & { isDisabled?: boolean | undefined };

type Changing = {
  db: Database;
  id: string;
  change: AgentChange;
  /** Whether another agent may have the new name already. */
  mayShareName: boolean;
  /** As the server is set: who gets flags that are nobody's. */
  fallbackAssignee: string | null;
  actor: Actor;
  nowMs: number;
};

/**
 * Changes an agent. It reads by its new access from its next pull on, which then starts a full read; disabled, its tokens
 * are not taken any more. Cases of one who is out or no manager any more go to who would get them now. `unknownGroups` are new groups that nobody else and no article is in. Null when there is no such
 * agent. Throws `ProblemError` for a taken name, an impossible group, and the last admin.
 */
export async function changeAgent({
  db,
  id,
  change,
  mayShareName,
  fallbackAssignee,
  actor,
  nowMs,
}: Changing): Promise<{ unknownGroups: string[] } | null> {
  // Cases change hands below, and no case may be opened for this agent meanwhile.
  return writeChanges(db, async (tx) => {
    await lockAgents(tx);
    const [before] = await tx.select().from(agents).where(eq(agents.id, id));
    if (!before) return null;
    const news = newsIn(before, change, nowMs);
    if (Object.keys(news).length === 0) return { unknownGroups: [] };
    if (news.name !== undefined && !mayShareName) await refuseSameName(tx, news.name, id);
    const after = { ...before, ...news };
    if (isAdmin(before) && !isAdmin(after)) await refuseWithoutAdmin(tx, id);
    await tx.update(agents).set(news).where(eq(agents.id, id));
    await recordAudit(tx, actor, { action: "agent.change", subject: { type: "agent", id }, details: news }, nowMs);
    await reassignCases(tx, after, { fallbackAssignee, actor, nowMs });
    const newGroups = (news.groups ?? []).filter((group) => !before.groups.includes(group));
    return { unknownGroups: await findUnknownGroups(tx, newGroups, id) };
  });
}

type News = Partial<Pick<AgentRow, "name" | "role" | "groups" | "audience" | "disabledAt">>;

/** The columns that become another value. */
function newsIn(before: AgentRow, { name, role, groups, audience, isDisabled }: AgentChange, nowMs: number): News {
  const isDisabledNow = before.disabledAt !== null;
  const wanted: News = {
    ...(name !== undefined && { name: parseName(name) }),
    ...(role !== undefined && { role }),
    ...(groups !== undefined && { groups: parseGroups(groups) }),
    ...(audience !== undefined && { audience }),
    ...(isDisabled !== undefined &&
      isDisabled !== isDisabledNow && { disabledAt: isDisabled ? new Date(nowMs) : null }),
  };
  const isNews = ([field, value]: [string, unknown]) => !isDeepStrictEqual(before[field as keyof News], value);
  return Object.fromEntries(Object.entries(wanted).filter(isNews));
}

function isAdmin({ role, disabledAt }: AgentRow): boolean {
  return role === "admin" && disabledAt === null;
}
