import type { LibraryDatabase } from "../db/library-database";
import { readSituations } from "../db/situations";
import { readSynonymSets } from "../db/synonyms";
import { createSituations } from "../ranking/situations";
import { createSynonyms } from "../ranking/synonyms";
import type { TeamWords } from "../ranking/ticket-query";

export type TeamVocabulary = {
  /** As the database has it. Rejects when it cannot be read; the next call tries again. */
  current(): Promise<TeamWords>;
  /** To be called when the rows changed: they are read anew. */
  reread(): void;
};

async function read(database: LibraryDatabase): Promise<TeamWords> {
  const [sets, situations] = await Promise.all([readSynonymSets(database), readSituations(database)]);
  return { synonyms: createSynonyms(sets), situations: createSituations(situations) };
}

/** Keeps the team's synonyms and situations in memory, and begins to read them. */
export function createTeamVocabulary(database: LibraryDatabase): TeamVocabulary {
  let known: Promise<TeamWords> | null = null;

  function current(): Promise<TeamWords> {
    if (known) return known;
    const reading = read(database);
    known = reading;
    reading.catch(() => {
      // Whoever waits gets the error; a later reading may have taken the place of this one.
      if (known === reading) known = null;
    });
    return reading;
  }

  function reread(): void {
    known = null;
    // Begun here, so that the next suggestion need not wait; its error is for whoever asks.
    current().catch(() => undefined);
  }

  reread();
  return { current, reread };
}
