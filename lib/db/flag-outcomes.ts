/** What became of the agent's own flags, as the server tells it. */
import type { Change, FlagOutcomeChange } from "../contract/changes";
import type { FlagOutcome } from "../contract/flags";
import { applyRows } from "./apply-rows";
import type { LibraryDatabase, StoredFlagOutcome } from "./library-database";

/** Every outcome, by the flag's id. */
export async function readFlagOutcomes({ flagOutcomes }: LibraryDatabase): Promise<Map<string, StoredFlagOutcome>> {
  return new Map((await flagOutcomes.toArray()).map((row) => [row.id, row]));
}

/** The agent has seen what became of these flags; answers whether any of it was new. */
export async function markOutcomesSeen({ flagOutcomes }: LibraryDatabase, flagIds: string[]): Promise<boolean> {
  const seen = await flagOutcomes
    .where("id")
    .anyOf(flagIds)
    .filter((row) => row.isNew)
    .modify({ isNew: false });
  return seen > 0;
}

/** A change of this type that lacks it did not fit its schema: it is none that this client knows. */
function isFlagOutcomeChange(change: Change): change is FlagOutcomeChange {
  return change.type === "flagOutcome" && "flagOutcome" in change;
}

/** Whether there is something for the agent to see: an answer, or somebody at work on it, which was not told before. */
function isNews(outcome: FlagOutcome, before: StoredFlagOutcome | undefined): boolean {
  if (outcome.status === "open") return false;
  const isSame = before?.outcome.status === outcome.status && before.outcome.answer === outcome.answer;
  return isSame ? before.isNew : true;
}

/** Within a transaction: writes a page's last word on each flag; answers the ids of those of which something else is known. */
export async function applyFlagOutcomeChanges(
  database: LibraryDatabase,
  changes: Change[],
  generation: number,
): Promise<string[]> {
  const latest = new Map(changes.filter(isFlagOutcomeChange).map(({ flagOutcome }) => [flagOutcome.id, flagOutcome]));
  const ids = [...latest.keys()];
  const known = new Map((await database.flagOutcomes.bulkGet(ids)).map((row, position) => [ids[position], row]));
  const rows = new Map<string, StoredFlagOutcome>();
  for (const [id, outcome] of latest) {
    rows.set(id, { id, generation, outcome, isNew: isNews(outcome, known.get(id)) });
  }
  return applyRows(database.flagOutcomes, rows);
}
