import { bigint, index, integer, jsonb, pgTable, text, uniqueIndex } from "drizzle-orm/pg-core";
import { instant } from "./columns";
import { agents } from "./schema";

/** Tokens of agents, several each. Only the SHA-256 is kept, as hex. `lastUsedAt` is right to the hour. */
export const tokens = pgTable(
  "tokens",
  {
    id: text().primaryKey(),
    agentId: text("agent_id")
      .notNull()
      .references(() => agents.id),
    tokenHash: text("token_hash").notNull(),
    /** What it is for, in the words of who made it. */
    label: text().notNull().default(""),
    createdAt: instant("created_at").notNull(),
    expiresAt: instant("expires_at"),
    /** For how many days it was issued, so that a rotation issues another for as long; null: for good. */
    validDays: integer("valid_days"),
    revokedAt: instant("revoked_at"),
    /** The token that the last rotation issued in its place; null: it was not rotated. */
    replacedById: text("replaced_by_id"),
    lastUsedAt: instant("last_used_at"),
  },
  (table) => [uniqueIndex("tokens_hash").on(table.tokenHash), index("tokens_agent").on(table.agentId)],
);

/** Who wrote what and when. Never holds a token, a ticket's words or a comment's text. `actorId` null: the command line. */
export const auditLog = pgTable(
  "audit_log",
  {
    id: bigint({ mode: "number" }).primaryKey().generatedAlwaysAsIdentity(),
    at: instant("at").notNull(),
    actorId: text("actor_id"),
    actorName: text("actor_name").notNull(),
    action: text().notNull(),
    subjectType: text("subject_type").notNull(),
    subjectId: text("subject_id").notNull(),
    details: jsonb().$type<Record<string, unknown>>().notNull().default({}),
    requestId: text("request_id"),
  },
  (table) => [index("audit_at").on(table.at), index("audit_subject").on(table.subjectType, table.subjectId)],
);

export type TokenRow = typeof tokens.$inferSelect;
export type AuditRow = typeof auditLog.$inferSelect;
