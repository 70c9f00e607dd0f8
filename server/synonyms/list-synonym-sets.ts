import { asc, isNull } from "drizzle-orm";
import type { SynonymSet } from "../../lib/contract/synonym";
import type { Database } from "../db/database";
import { synonymSets } from "../db/schema";
import { toSynonymSet } from "./synonym-set-row";

/** The synonym sets in force, oldest first. */
export async function listSynonymSets(db: Database): Promise<SynonymSet[]> {
  const rows = await db
    .select()
    .from(synonymSets)
    .where(isNull(synonymSets.deletedAt))
    .orderBy(asc(synonymSets.changeNumber));
  return rows.map(toSynonymSet);
}
