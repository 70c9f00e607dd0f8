import type { Change, SituationChange } from "../contract/changes";
import type { Situation } from "../contract/situation";
import { applyRows } from "./apply-rows";
import type { LibraryDatabase, StoredSituation } from "./library-database";

/** The team's situations, by id. */
export async function readSituations(database: LibraryDatabase): Promise<Situation[]> {
  return (await database.situations.toArray()).map((row) => row.situation);
}

/** A change of this type that holds neither did not fit its schema: it is none that this client knows. */
function isSituationChange(change: Change): change is SituationChange {
  return change.type === "situation" && ("situation" in change || "id" in change);
}

/** Within a transaction: writes a page's last word on each situation; answers the ids of those that are others than before. */
export function applySituationChanges(
  database: LibraryDatabase,
  changes: Change[],
  generation: number,
): Promise<string[]> {
  const rows = new Map<string, StoredSituation | null>();
  for (const change of changes.filter(isSituationChange)) {
    if (change.op === "delete") rows.set(change.id, null);
    else rows.set(change.situation.id, { id: change.situation.id, generation, situation: change.situation });
  }
  return applyRows(database.situations, rows);
}
