import { eq, sql } from "drizzle-orm";
import type { Clock } from "../clock";
import { type TokenRow, tokens } from "../db/access-schema";
import type { Database } from "../db/database";
import { agents } from "../db/schema";
import { createSharedRead, type SharedRead } from "../http/shared-read";
import type { Agent } from "./agent";

/** A token the server knows, in force or not, with its agent. */
export type KnownToken = Pick<TokenRow, "id" | "expiresAt" | "revokedAt" | "lastUsedAt"> & {
  agent: Agent;
  disabledAt: Date | null;
};

/** What is read of a token's agent. */
export const KNOWN_AGENT = {
  ...{ id: agents.id, name: agents.name, role: agents.role },
  ...{ groups: agents.groups, audience: agents.audience },
};

/** Finds a token by its hash: one indexed read, shared by all who ask at the same time. */
export function createTokenLookup(db: Database, clock: Clock): SharedRead<string, KnownToken> {
  const { id, tokenHash, expiresAt, revokedAt, lastUsedAt } = tokens;
  const query = db
    .select({
      hash: tokenHash,
      agent: KNOWN_AGENT,
      ...{ id, expiresAt, revokedAt, lastUsedAt, disabledAt: agents.disabledAt },
    })
    .from(tokens)
    .innerJoin(agents, eq(agents.id, tokens.agentId))
    .where(sql`${tokenHash} = any(${sql.placeholder("hashes")})`)
    .prepare("tokens_by_hash");
  return createSharedRead(async (hashes) => {
    const found = await query.execute({ hashes });
    return new Map(found.map(({ hash, ...token }) => [hash, token]));
  }, clock);
}

/** Why a token is not taken, for its owner, who alone can know it; null while it is in force. */
export function whyRefused({ expiresAt, revokedAt, disabledAt }: KnownToken, nowMs: number): string | null {
  if (revokedAt !== null) return `The token was revoked on ${dayOf(revokedAt)}; an admin can issue another.`;
  if (expiresAt !== null && expiresAt.getTime() <= nowMs) {
    return `The token has expired on ${dayOf(expiresAt)}; an admin can issue another.`;
  }
  return disabledAt === null ? null : "This agent's access is switched off; an admin can switch it on again.";
}

function dayOf(date: Date): string {
  return date.toISOString().slice(0, 10);
}
