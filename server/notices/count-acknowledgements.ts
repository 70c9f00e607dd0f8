import { and, eq, isNull } from "drizzle-orm";
import type { AcknowledgementCounts } from "../../lib/contract/notice";
import { isAboutEnough } from "../access/enough-agents";
import type { Agent } from "../agents/agent";
import { acknowledgements, type NoticeRow } from "../db/content-schema";
import type { Database } from "../db/database";
import { agents } from "../db/schema";

/**
 * How many of the agents a notice is for have acknowledged the version that stands: in all, and in each group they are in
 * that the manager may know. No names, and no counts about too few.
 */
export async function countAcknowledgements(
  db: Database,
  manager: Agent,
  notice: NoticeRow,
): Promise<AcknowledgementCounts> {
  const { id, groups, audience } = agents;
  const everybody = await db.select({ id, groups, audience }).from(agents).where(isNull(agents.disabledAt));
  const audienceOfNotice = everybody.filter((agent) => isFor(notice, agent));
  const isVersion = and(eq(acknowledgements.noticeId, notice.id), eq(acknowledgements.version, notice.version));
  const rows = await db.select({ agentId: acknowledgements.agentId }).from(acknowledgements).where(isVersion);
  const acknowledged = new Set(rows.map(({ agentId }) => agentId));
  const countOf = (some: readonly { id: string }[]) => ({
    agents: some.length,
    acknowledged: some.filter((agent) => acknowledged.has(agent.id)).length,
  });
  const all = audienceOfNotice.length;
  const named = new Set(audienceOfNotice.flatMap((agent) => agent.groups));
  const told = [...named].filter((group) => manager.role === "admin" || manager.groups.includes(group));
  return {
    ...{ noticeId: notice.id, version: notice.version },
    all: isAboutEnough(all, all) ? countOf(audienceOfNotice) : null,
    groups: told
      .sort((a, b) => (a < b ? -1 : 1))
      .flatMap((group) => {
        const members = audienceOfNotice.filter((agent) => agent.groups.includes(group));
        return isAboutEnough(members.length, all) ? [{ group, ...countOf(members) }] : [];
      }),
  };
}

/** As the feed has it (`isToldTo`), but for admins, who get every notice: it counts only who it is addressed to. */
function isFor({ groups }: NoticeRow, agent: Pick<Agent, "groups" | "audience">): boolean {
  if (groups.length === 0) return agent.audience !== "public";
  return agent.groups.some((group) => groups.includes(group));
}
