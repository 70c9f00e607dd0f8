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
export type Position = Readonly<z.infer<typeof positionSchema>>;

/** Writes a position in the form clients keep; it is opaque to them and safe in a query and in an ETag. */
export function encodeCursor(position: Position): string {
  return Buffer.from(JSON.stringify(position)).toString("base64url");
}

/** Positions of cursors that came lately: most polls bring the cursor they brought before. */
const lately = new Map<string, Position>();

/** How many are kept, of some hundred bytes each. */
const MOST_KEPT = 10_000;

/** This server's own are shorter. */
const LONGEST_KEPT = 500;

/** Null when the text is not a cursor this server wrote. */
export function decodeCursor(cursor: string): Position | null {
  const known = lately.get(cursor);
  if (known) return known;
  const position = parseCursor(cursor);
  if (position === null || cursor.length > LONGEST_KEPT) return position;
  if (lately.size >= MOST_KEPT) lately.clear();
  lately.set(cursor, position);
  return position;
}

function parseCursor(cursor: string): Position | null {
  try {
    const parsed = positionSchema.safeParse(JSON.parse(Buffer.from(cursor, "base64url").toString("utf8")));
    return parsed.success ? parsed.data : null;
  } catch {
    // Not JSON: somebody else's cursor, or a cut one.
    return null;
  }
}

/** Changes whenever the agent's role, groups or audience change. */
export function accessFingerprint({ role, audience, groups }: Agent): string {
  const access = JSON.stringify([role, audience, groups.length > 1 ? [...groups].sort(byText) : groups]);
  const known = fingerprints.get(access);
  if (known !== undefined) return known;
  const fingerprint = createHash("sha256").update(access).digest("base64url").slice(0, 16);
  if (fingerprints.size >= MOST_KEPT) fingerprints.clear();
  fingerprints.set(access, fingerprint);
  return fingerprint;
}

const fingerprints = new Map<string, string>();

function byText(a: string, b: string): number {
  return a < b ? -1 : 1;
}
