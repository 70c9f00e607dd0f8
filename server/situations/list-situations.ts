import { asc, isNull } from "drizzle-orm";
import type { Situation } from "../../lib/contract/situation";
import type { Database } from "../db/database";
import { situations } from "../db/schema";
import { toSituation } from "./situation-row";

/** The situations in force, by name. */
export async function listSituations(db: Database): Promise<Situation[]> {
  const rows = await db
    .select()
    .from(situations)
    .where(isNull(situations.deletedAt))
    .orderBy(asc(situations.name), asc(situations.language));
  return rows.map((row) => toSituation(row));
}
