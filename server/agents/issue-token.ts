import { randomUUID } from "node:crypto";
import type { IssuedToken } from "../../lib/contract/agents";
import { tokens } from "../db/access-schema";
import type { Database } from "../db/database";
import { toStorableText } from "../storable-text";
import { createToken, hashToken } from "./token";

const DAY_MS = 86_400_000;

/** `validDays` null: the token is good until it is revoked. */
export type TokenWish = { label: string; validDays: number | null };

/** Makes a token for an agent that is there. Its secret is nowhere stored and cannot be shown again. */
export async function issueToken(
  tx: Database,
  agentId: string,
  { label, validDays }: TokenWish,
  nowMs: number,
): Promise<IssuedToken> {
  const token = createToken();
  const expiresAt = validDays === null ? null : new Date(nowMs + validDays * DAY_MS);
  const shown = { id: randomUUID(), label: toStorableText(label) };
  const createdAt = new Date(nowMs);
  await tx.insert(tokens).values({ ...shown, agentId, tokenHash: hashToken(token), createdAt, expiresAt, validDays });
  return { ...shown, token, expiresAt: expiresAt?.toISOString() ?? null };
}
