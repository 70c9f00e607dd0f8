import { createHash } from "node:crypto";
import { z } from "../../lib/contract/zod";
import type { Agent } from "../agents/agent";

const changeNumberSchema = z.int().nonnegative();

/**
 * Where a client stands in the feed. `at` is the last change number it has seen; `from` the counter when its last
 * full read began; `access` a fingerprint of what the agent might read then.
 */
const positionSchema = z.object({
  epoch: z.string(),
  agentId: z.string(),
  access: z.string(),
  from: changeNumberSchema,
  at: changeNumberSchema,
});
export type Position = z.infer<typeof positionSchema>;

/** Writes a position in the form clients keep; it is opaque to them and safe in a query and in an ETag. */
export function encodeCursor(position: Position): string {
  return Buffer.from(JSON.stringify(position)).toString("base64url");
}

/** Null when the text is not a cursor this server wrote. */
export function decodeCursor(cursor: string): Position | null {
  try {
    const parsed = positionSchema.safeParse(JSON.parse(Buffer.from(cursor, "base64url").toString("utf8")));
    return parsed.success ? parsed.data : null;
  } catch {
    // Not JSON: somebody else's cursor, or a cut one.
    return null;
  }
}

/** Changes whenever the agent's role, groups or audience change. */
export function accessFingerprint(agent: Agent): string {
  const access = JSON.stringify([agent.role, agent.audience, [...agent.groups].sort((a, b) => (a < b ? -1 : 1))]);
  return createHash("sha256").update(access).digest("base64url").slice(0, 16);
}
