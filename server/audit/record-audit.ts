import { auditLog } from "../db/access-schema";
import type { Database } from "../db/database";
import type { Actor } from "./actor";

/** What was done to what. `details` say how in figures and names: no token, no comment, no text of an article. */
export type AuditEntry = {
  /** For example `article.publish`. */
  action: string;
  subject: { type: string; id: string };
  details?: Record<string, unknown>;
};

/** Notes a write in the audit trail, in the transaction that does it. */
export async function recordAudit(tx: Database, actor: Actor, entry: AuditEntry, nowMs: number): Promise<void> {
  await tx.insert(auditLog).values({
    at: new Date(nowMs),
    actorId: actor.agentId,
    actorName: actor.name,
    requestId: actor.requestId,
    action: entry.action,
    subjectType: entry.subject.type,
    subjectId: entry.subject.id,
    details: entry.details ?? {},
  });
}
