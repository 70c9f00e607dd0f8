import { and, eq, inArray } from "drizzle-orm";
import type { Actor } from "../audit/actor";
import { recordAudit } from "../audit/record-audit";
import type { Database } from "../db/database";
import { flagCases } from "../db/flag-schema";
import { type AgentRow, articles } from "../db/schema";
import { findAssignees } from "./find-assignee";

type By = { fallbackAssignee: string | null; actor: Actor; nowMs: number };

/**
 * Gives the cases under way of somebody who is out, or no manager any more, to who would get them now. In a transaction that holds the state row and has written the agent.
 */
export async function reassignCases(
  tx: Database,
  agent: AgentRow,
  { fallbackAssignee, actor, nowMs }: By,
): Promise<void> {
  if (agent.disabledAt === null && agent.role !== "agent") return;
  const { id, owner, category } = articles;
  const rows = await tx
    .select({ caseId: flagCases.id, revision: flagCases.revision, article: { id, owner, category } })
    .from(flagCases)
    .innerJoin(articles, eq(articles.id, flagCases.articleId))
    .where(and(eq(flagCases.assigneeId, agent.id), inArray(flagCases.status, ["open", "accepted"])))
    .orderBy(flagCases.id);
  if (rows.length === 0) return;
  const owned = rows.map(({ article }) => article);
  const assignees = await findAssignees(tx, owned, fallbackAssignee);
  const last = { updatedAt: new Date(nowMs), updatedByName: actor.name };
  for (const { caseId, revision, article } of rows) {
    const assignee = assignees.get(article.id) ?? { assigneeId: null, assigneeName: null };
    await tx
      .update(flagCases)
      .set({ ...assignee, revision: revision + 1, ...last })
      .where(eq(flagCases.id, caseId));
    const details = { articleId: article.id, assignee: assignee.assigneeName };
    const subject = { type: "flagCase", id: caseId };
    await recordAudit(tx, actor, { action: "flagCase.assign", subject, details }, nowMs);
  }
}
