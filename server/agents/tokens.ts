import { and, desc, eq, inArray, isNull, or, sql } from "drizzle-orm";
import type { IssuedToken, Token } from "../../lib/contract/agents";
import type { Actor } from "../audit/actor";
import { recordAudit } from "../audit/record-audit";
import { type TokenRow, tokens } from "../db/access-schema";
import type { Database } from "../db/database";
import { agents } from "../db/schema";
import { ProblemError } from "../http/problem";
import { issueToken, type TokenWish } from "./issue-token";

/** Most tokens out of force that are listed of an agent, with those in force among the latest. */
const MOST_LISTED = 200;

/** Most tokens of an agent that are in force at a time: far more than anybody has machines. */
export const MOST_TOKENS_IN_FORCE = 50;

type Writing = { db: Database; actor: Actor; nowMs: number };

/** Issues another token to an agent; null when there is no such agent. Throws `ProblemError` when it has too many. */
export async function addToken(
  { db, actor, nowMs }: Writing,
  agentId: string,
  wish: TokenWish,
): Promise<IssuedToken | null> {
  return db.transaction(async (tx) => {
    if (!(await lockTokensOf(tx, agentId))) return null;
    await refuseTooMany(tx, agentId, nowMs);
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
 * again until then, which revokes what the earlier rotation issued. Null when there is no such token in force. Throws
 * `ProblemError` when the agent has too many.
 */
export async function rotateToken(
  { db, actor, nowMs }: Writing,
  id: string,
  { validDays, graceMs }: { validDays: number | null; graceMs: number },
): Promise<IssuedToken | null> {
  return db.transaction(async (tx) => {
    const [owned] = await tx.select({ agentId: tokens.agentId }).from(tokens).where(eq(tokens.id, id));
    if (owned) await lockTokensOf(tx, owned.agentId);
    const [old] = await tx.select().from(tokens).where(eq(tokens.id, id)).for("update");
    if (!old || old.revokedAt !== null || isExpired(old, nowMs)) return null;
    const { agentId, label, replacedById } = old;
    if (replacedById !== null) await revoke(tx, replacedById, nowMs);
    await refuseTooMany(tx, agentId, nowMs);
    const issued = await issueToken(tx, agentId, { label, validDays: old.validDays ?? validDays }, nowMs);
    const graceEndMs = nowMs + graceMs;
    const expiresAt =
      old.expiresAt !== null && old.expiresAt.getTime() < graceEndMs ? old.expiresAt : new Date(graceEndMs);
    await tx.update(tokens).set({ expiresAt, replacedById: issued.id }).where(eq(tokens.id, id));
    const details = {
      ...{ agentId, replacedBy: issued.id, oldExpiresAt: expiresAt.toISOString() },
      ...(replacedById !== null && { revoked: replacedById }),
    };
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
    await revoke(tx, id, nowMs);
    const details = { agentId: token.agentId };
    await recordAudit(tx, actor, { action: "token.revoke", subject: { type: "token", id }, details }, nowMs);
    return true;
  });
}

/** An agent's tokens, the latest first: all that are in force, and of the others the latest. */
export async function listTokens(db: Database, agentId: string, nowMs: number): Promise<Token[]> {
  const isOwn = eq(tokens.agentId, agentId);
  const inTurn = [desc(tokens.createdAt), desc(tokens.id)];
  const latest = db
    .select({ id: tokens.id })
    .from(tokens)
    .where(isOwn)
    .orderBy(...inTurn)
    .limit(MOST_LISTED);
  const rows = await db
    .select()
    .from(tokens)
    .where(and(isOwn, or(isInForce(nowMs), inArray(tokens.id, latest))))
    .orderBy(...inTurn);
  return rows.map(toToken);
}

/** Condition: the token is taken, as far as it goes; its agent may be disabled. */
export function isInForce(nowMs: number) {
  return and(
    isNull(tokens.revokedAt),
    sql`coalesce(${tokens.expiresAt} > ${new Date(nowMs).toISOString()}::timestamptz, true)`,
  );
}

/** Lets no other token of the agent be issued until the transaction ends. False when there is no such agent. */
async function lockTokensOf(tx: Database, agentId: string): Promise<boolean> {
  const rows = await tx.select({ id: agents.id }).from(agents).where(eq(agents.id, agentId)).for("no key update");
  return rows.length > 0;
}

async function refuseTooMany(tx: Database, agentId: string, nowMs: number): Promise<void> {
  if ((await tx.$count(tokens, and(eq(tokens.agentId, agentId), isInForce(nowMs)))) < MOST_TOKENS_IN_FORCE) return;
  throw new ProblemError("conflict", `The agent has ${MOST_TOKENS_IN_FORCE} tokens in force: revoke some first.`);
}

async function revoke(tx: Database, id: string, nowMs: number): Promise<void> {
  await tx
    .update(tokens)
    .set({ revokedAt: new Date(nowMs) })
    .where(and(eq(tokens.id, id), isNull(tokens.revokedAt)));
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
