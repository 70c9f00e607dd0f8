import { and, desc, eq, isNull, sql } from "drizzle-orm";
import type { IssuedToken, Token } from "../../lib/contract/agents";
import type { Actor } from "../audit/actor";
import { recordAudit } from "../audit/record-audit";
import { type TokenRow, tokens } from "../db/access-schema";
import type { Database } from "../db/database";
import { agents } from "../db/schema";
import { issueToken, type TokenWish } from "./issue-token";

/** Most tokens of an agent that are listed; older ones were replaced long ago. */
const MOST_LISTED = 200;

type Writing = { db: Database; actor: Actor; nowMs: number };

/** Issues another token to an agent; null when there is no such agent. */
export async function addToken(
  { db, actor, nowMs }: Writing,
  agentId: string,
  wish: TokenWish,
): Promise<IssuedToken | null> {
  return db.transaction(async (tx) => {
    const [agent] = await tx.select({ id: agents.id }).from(agents).where(eq(agents.id, agentId));
    if (!agent) return null;
    const issued = await issueToken(tx, agentId, wish, nowMs);
    const details = { agentId, expiresAt: issued.expiresAt };
    const subject = { type: "token", id: issued.id };
    await recordAudit(tx, actor, { action: "token.issue", subject, details }, nowMs);
    return issued;
  });
}

/**
 * Issues a token in place of another, for as many days as that one was issued for, else as long as `validDays` says. The
 * old one is taken for `graceMs` more, so that an answer that is lost on its way locks nobody out: it may be rotated
 * again until then. Null when there is no such token in force.
 */
export async function rotateToken(
  { db, actor, nowMs }: Writing,
  id: string,
  { validDays, graceMs }: { validDays: number | null; graceMs: number },
): Promise<IssuedToken | null> {
  return db.transaction(async (tx) => {
    const [old] = await tx.select().from(tokens).where(eq(tokens.id, id)).for("update");
    if (!old || old.revokedAt !== null || isExpired(old, nowMs)) return null;
    const { agentId, label } = old;
    const issued = await issueToken(tx, agentId, { label, validDays: old.validDays ?? validDays }, nowMs);
    const graceEndMs = nowMs + graceMs;
    const expiresAt =
      old.expiresAt !== null && old.expiresAt.getTime() < graceEndMs ? old.expiresAt : new Date(graceEndMs);
    await tx.update(tokens).set({ expiresAt }).where(eq(tokens.id, id));
    const details = { agentId, replacedBy: issued.id, oldExpiresAt: expiresAt.toISOString() };
    await recordAudit(tx, actor, { action: "token.rotate", subject: { type: "token", id }, details }, nowMs);
    return issued;
  });
}

/**
 * Ends a token at once. `ownerId` null: whoever's. False when there is no such token of that owner; revoking one twice
 * changes nothing.
 */
export async function revokeToken({ db, actor, nowMs }: Writing, id: string, ownerId: string | null): Promise<boolean> {
  return db.transaction(async (tx) => {
    const isToken = and(eq(tokens.id, id), ownerId === null ? undefined : eq(tokens.agentId, ownerId));
    const [token] = await tx.select().from(tokens).where(isToken).for("update");
    if (!token) return false;
    if (token.revokedAt !== null) return true;
    await tx
      .update(tokens)
      .set({ revokedAt: new Date(nowMs) })
      .where(eq(tokens.id, id));
    const details = { agentId: token.agentId };
    await recordAudit(tx, actor, { action: "token.revoke", subject: { type: "token", id }, details }, nowMs);
    return true;
  });
}

/** An agent's tokens, the latest first, those out of force included. */
export async function listTokens(db: Database, agentId: string): Promise<Token[]> {
  const rows = await db
    .select()
    .from(tokens)
    .where(eq(tokens.agentId, agentId))
    .orderBy(desc(tokens.createdAt), desc(tokens.id))
    .limit(MOST_LISTED);
  return rows.map(toToken);
}

/** Condition: the token is taken, as far as it goes; its agent may be disabled. */
export function isInForce(nowMs: number) {
  return and(
    isNull(tokens.revokedAt),
    sql`coalesce(${tokens.expiresAt} > ${new Date(nowMs).toISOString()}::timestamptz, true)`,
  );
}

function isExpired({ expiresAt }: TokenRow, nowMs: number): boolean {
  return expiresAt !== null && expiresAt.getTime() <= nowMs;
}

function toToken({ id, label, createdAt, expiresAt, revokedAt, lastUsedAt }: TokenRow): Token {
  return {
    ...{ id, label },
    createdAt: createdAt.toISOString(),
    expiresAt: expiresAt?.toISOString() ?? null,
    revokedAt: revokedAt?.toISOString() ?? null,
    lastUsedAt: lastUsedAt?.toISOString() ?? null,
  };
}
