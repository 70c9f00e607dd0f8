import { and, desc, eq, gte, lt, or, type SQL } from "drizzle-orm";
import { type AuditRow, auditLog } from "../db/access-schema";
import type { Database } from "../db/database";

/** What of the trail is asked for; null: any. `actor` is an agent's id or name. */
export type AuditFilter = {
  actor: string | null;
  subjectType: string | null;
  subjectId: string | null;
  action: string | null;
  sinceMs: number | null;
};

type Listing = { db: Database; filter: AuditFilter; before: number | null; limit: number };

/** Writes of the trail, the newest first, at most `limit`; `before` is the id of the last one seen. */
export async function listAudit({ db, filter, before, limit }: Listing): Promise<AuditRow[]> {
  const conditions: (SQL | undefined)[] = [
    filter.subjectType === null ? undefined : eq(auditLog.subjectType, filter.subjectType),
    filter.subjectId === null ? undefined : eq(auditLog.subjectId, filter.subjectId),
    filter.action === null ? undefined : eq(auditLog.action, filter.action),
    filter.sinceMs === null ? undefined : gte(auditLog.at, new Date(filter.sinceMs)),
    before === null ? undefined : lt(auditLog.id, before),
    filter.actor === null ? undefined : isBy(filter.actor),
  ];
  return db
    .select()
    .from(auditLog)
    .where(and(...conditions))
    .orderBy(desc(auditLog.id))
    .limit(limit);
}

function isBy(actor: string): SQL | undefined {
  return or(eq(auditLog.actorId, actor), eq(auditLog.actorName, actor));
}
