import type { Change, SynonymSetChange } from "../contract/changes";
import type { SynonymSet } from "../contract/synonym";
import { applyRows } from "./apply-rows";
import type { LibraryDatabase, StoredSynonymSet } from "./library-database";

/** The team's synonyms, by id. */
export async function readSynonymSets(database: LibraryDatabase): Promise<SynonymSet[]> {
  return (await database.synonyms.toArray()).map((row) => row.synonymSet);
}

/** A change of this type that holds neither did not fit its schema: it is none that this client knows. */
function isSynonymSetChange(change: Change): change is SynonymSetChange {
  return change.type === "synonymSet" && ("synonymSet" in change || "id" in change);
}

/** Within a transaction: writes a page's last word on each set; answers the ids of those that are others than before. */
export function applySynonymSetChanges(
  database: LibraryDatabase,
  changes: Change[],
  generation: number,
): Promise<string[]> {
  const rows = new Map<string, StoredSynonymSet | null>();
  for (const change of changes.filter(isSynonymSetChange)) {
    if (change.op === "delete") rows.set(change.id, null);
    else rows.set(change.synonymSet.id, { id: change.synonymSet.id, generation, synonymSet: change.synonymSet });
  }
  return applyRows(database.synonyms, rows);
}
