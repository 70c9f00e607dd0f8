/** Flags as the screen shows them: what the agent said, and what became of it. */
import { readFlagOutcomes } from "../db/flag-outcomes";
import type { LibraryDatabase, OutboxFlag, StoredFlagOutcome } from "../db/library-database";
import { readFlags } from "../db/outbox";
import type { FlagState } from "./protocol";

/** One flag; without an outcome the server has told nothing of it yet. */
export function flagStateOf(
  { articleVersion: _version, revision: _revision, ...flag }: OutboxFlag,
  known?: StoredFlagOutcome,
): FlagState {
  if (!known) return { ...flag, outcome: null, isOutcomeNew: false };
  const { status, answer, answeredAt, lookBy } = known.outcome;
  return { ...flag, lookBy, outcome: { status, answer, answeredAt }, isOutcomeNew: known.isNew };
}

/** Every flag this agent gave in this library, newest first, whether or not its article is still there. */
export async function readFlagStates(database: LibraryDatabase): Promise<FlagState[]> {
  const outcomes = await readFlagOutcomes(database);
  return (await readFlags(database)).map((flag) => flagStateOf(flag, outcomes.get(flag.id)));
}

/** The same of one flag that was just written. */
export async function readFlagState(database: LibraryDatabase, flag: OutboxFlag): Promise<FlagState> {
  return flagStateOf(flag, await database.flagOutcomes.get(flag.id));
}
