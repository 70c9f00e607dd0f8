import { and, eq, isNull } from "drizzle-orm";
import type { SynonymSet } from "../../lib/contract/synonym";
import { type Actor, COMMAND_LINE } from "../audit/actor";
import { recordAudit } from "../audit/record-audit";
import type { Database } from "../db/database";
import { synonymSets } from "../db/schema";
import { writeChanges } from "../db/server-state";
import { toSynonymSet } from "./synonym-set-row";

/** Takes a set out of force and answers it, or null when there is none with this id. */
export async function removeSynonymSet(
  db: Database,
  id: string,
  nowMs: number,
  actor: Actor = COMMAND_LINE,
): Promise<SynonymSet | null> {
  return writeChanges(db, async (tx, next) => {
    const isThere = and(eq(synonymSets.id, id), isNull(synonymSets.deletedAt));
    const [known] = await tx.select().from(synonymSets).where(isThere);
    if (!known) return null;
    const tombstone = { phrases: [], deletedAt: new Date(nowMs), changeNumber: next() };
    await tx.update(synonymSets).set(tombstone).where(isThere);
    const { language, phrases } = known;
    const subject = { type: "synonymSet", id };
    await recordAudit(tx, actor, { action: "synonyms.remove", subject, details: { language, phrases } }, nowMs);
    return toSynonymSet(known);
  });
}
