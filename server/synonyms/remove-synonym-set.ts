import { and, eq, isNull } from "drizzle-orm";
import type { SynonymSet } from "../../lib/contract/synonym";
import type { Database } from "../db/database";
import { synonymSets } from "../db/schema";
import { writeChanges } from "../db/server-state";
import { toSynonymSet } from "./synonym-set-row";

/** Takes a set out of force and answers it, or null when there is none with this id. */
export async function removeSynonymSet(db: Database, id: string, nowMs: number): Promise<SynonymSet | null> {
  return writeChanges(db, async (tx, next) => {
    const isThere = and(eq(synonymSets.id, id), isNull(synonymSets.deletedAt));
    const [known] = await tx.select().from(synonymSets).where(isThere);
    if (!known) return null;
    const tombstone = { phrases: [], deletedAt: new Date(nowMs), changeNumber: next() };
    await tx.update(synonymSets).set(tombstone).where(isThere);
    return toSynonymSet(known);
  });
}
