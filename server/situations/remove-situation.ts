import { and, eq, isNull } from "drizzle-orm";
import type { Situation } from "../../lib/contract/situation";
import type { Database } from "../db/database";
import { situations } from "../db/schema";
import { writeChanges } from "../db/server-state";
import { toSituation } from "./situation-row";

/**
 * Takes cues from a situation, or the whole situation when none are named or none are left. Answers what is left (no
 * cues: it is gone), `changed` false when none of the cues was there, or null when no situation has this id.
 */
export async function removeSituation(
  db: Database,
  id: string,
  cuesToRemove: readonly string[],
  nowMs: number,
): Promise<{ situation: Situation; changed: boolean } | null> {
  return writeChanges(db, async (tx, next) => {
    const isThere = and(eq(situations.id, id), isNull(situations.deletedAt));
    const [known] = await tx.select().from(situations).where(isThere);
    if (!known) return null;
    const unwanted = new Set(cuesToRemove.map((cue) => cue.toLowerCase()));
    const cues = unwanted.size === 0 ? [] : known.cues.filter((cue) => !unwanted.has(cue.toLowerCase()));
    if (cues.length === known.cues.length) return { situation: toSituation(known), changed: false };
    const deletedAt = cues.length === 0 ? new Date(nowMs) : null;
    await tx.update(situations).set({ cues, deletedAt, changeNumber: next() }).where(isThere);
    return { situation: toSituation({ ...known, cues }), changed: true };
  });
}
