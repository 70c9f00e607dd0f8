import { eq } from "drizzle-orm";
import type { SynonymSet } from "../../lib/contract/synonym";
import { type Actor, COMMAND_LINE } from "../audit/actor";
import { recordAudit } from "../audit/record-audit";
import type { Database } from "../db/database";
import { type SynonymSetRow, synonymSets } from "../db/schema";
import { writeChanges } from "../db/server-state";

/** Puts a set into force. One with these phrases in force already stays as it is, and takes no change number. */
export async function addSynonymSet(
  db: Database,
  set: SynonymSet,
  nowMs: number,
  actor: Actor = COMMAND_LINE,
): Promise<"added" | "unchanged"> {
  return writeChanges(db, async (tx, next) => {
    const [known] = await tx.select().from(synonymSets).where(eq(synonymSets.id, set.id));
    if (known && known.deletedAt === null) return "unchanged";
    const row: SynonymSetRow = { ...set, changeNumber: next(), deletedAt: null };
    await tx.insert(synonymSets).values(row).onConflictDoUpdate({ target: synonymSets.id, set: row });
    const { language, phrases } = set;
    const subject = { type: "synonymSet", id: set.id };
    await recordAudit(tx, actor, { action: "synonyms.add", subject, details: { language, phrases } }, nowMs);
    return "added";
  });
}
