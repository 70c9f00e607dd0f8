import { randomUUID } from "node:crypto";
import { asc, eq } from "drizzle-orm";
import { COMMAND_LINE } from "../audit/actor";
import { recordAudit } from "../audit/record-audit";
import { articleEdits } from "../db/content-schema";
import type { Database } from "../db/database";
import { agents, articles } from "../db/schema";
import type { OtherLine } from "../export/line";
import { toBodyHtml } from "./body-html";
import { reasonAgainst } from "./owner-of";
import { DELETED_HERE, type ImportWrite, type OtherOutcome } from "./source";

type CopyLine = Extract<OtherLine, { type: "workingCopy" }>;

/**
 * Writes a working copy. One that is there already is somebody's work, and stays. Nothing is published without somebody
 * here: what was scheduled is to be looked at again, and what is internal here stays so unless that was allowed.
 */
export async function takeWorkingCopy(
  { tx, source, allowPublic, nowMs }: ImportWrite,
  line: CopyLine,
): Promise<OtherOutcome> {
  const [article] = await tx.select().from(articles).where(eq(articles.id, line.id));
  const refusal = reasonAgainst(source, line.id, article, source.belongsWith);
  if (refusal !== null) return { reason: refusal };
  if (article?.deletedAt && article.source === source.key) return { skipped: DELETED_HERE };
  const [known] = await tx.select({ id: articleEdits.id }).from(articleEdits).where(eq(articleEdits.id, line.id));
  if (known) return {};

  const { id, baseVersion, origin, note, reviewNote } = line;
  const wasScheduled = line.status === "scheduled";
  const status = wasScheduled ? "inReview" : line.status;
  const isInternalHere = article !== undefined && !article.deletedAt && article.audience === "internal";
  const staysInternal = line.content.audience === "public" && isInternalHere && !allowPublic;
  const audience = staysInternal ? "internal" : line.content.audience;
  await tx.insert(articleEdits).values({
    ...{ id, status, baseVersion, origin, note, reviewNote, revision: nowMs },
    content: { ...line.content, audience, bodyHtml: toBodyHtml(line.content.bodyHtml, "html") },
    ...{ authorId: await agentNamed(tx, line.author, nowMs), authorName: line.author },
    creatorId: await agentNamed(tx, line.creator, nowMs),
    createdAt: new Date(line.createdAt),
    updatedAt: new Date(line.updatedAt),
    submittedAt: line.submittedAt ? new Date(line.submittedAt) : null,
    ...{ reviewerId: null, reviewerName: wasScheduled ? null : line.reviewer, dueAt: null },
  });
  const entry = {
    ...{ action: "article.begin", subject: { type: "article", id } },
    details: { author: line.author, status, audience },
  };
  await recordAudit(tx, COMMAND_LINE, entry, nowMs);
  return { others: 1, sentToReview: wasScheduled ? 1 : 0, keptInternal: staysInternal ? 1 : 0 };
}

/** The agent of that name; an author who is not known here is added as a disabled one, without a token. */
async function agentNamed(tx: Database, name: string, nowMs: number): Promise<string> {
  const [known] = await tx
    .select({ id: agents.id })
    .from(agents)
    .where(eq(agents.name, name))
    .orderBy(asc(agents.createdAt), asc(agents.id))
    .limit(1);
  if (known) return known.id;
  const at = new Date(nowMs);
  const id = randomUUID();
  await tx.insert(agents).values({ id, name, role: "agent", createdAt: at, disabledAt: at });
  const details = { name, role: "agent", isDisabled: true };
  await recordAudit(tx, COMMAND_LINE, { action: "agent.add", subject: { type: "agent", id }, details }, nowMs);
  return id;
}
