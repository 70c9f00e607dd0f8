import { readDrafts } from "../db/drafts";
import { readGaps } from "../db/gaps";
import type { LibraryDatabase } from "../db/library-database";
import type { Events } from "./events";
import { readFlagStates } from "./flag-states";
import { draftStateOf, gapStateOf } from "./outbox-states";

export type OutboxTable = "flags" | "gaps" | "drafts";

/** Tells what lies in the outbox whenever that changed. */
export type OutboxReport = {
  /** Tells this context's listeners how some tables stand. */
  tell(...tables: OutboxTable[]): Promise<void>;
  /** The same, and has the other contexts on the library do so: this one changed them. */
  changed(...tables: OutboxTable[]): Promise<void>;
};

/** `announce` reaches the other contexts. */
export function createOutboxReport(database: LibraryDatabase, events: Events, announce: () => void): OutboxReport {
  const tellOf: Record<OutboxTable, () => Promise<void>> = {
    flags: async () => events.emit("flagsChanged", await readFlagStates(database)),
    gaps: async () => events.emit("gapsChanged", (await readGaps(database)).map(gapStateOf)),
    drafts: async () => events.emit("draftsChanged", (await readDrafts(database)).map(draftStateOf)),
  };

  async function tell(...tables: OutboxTable[]): Promise<void> {
    for (const table of tables) await tellOf[table]();
  }

  return {
    tell,
    async changed(...tables) {
      announce();
      await tell(...tables);
    },
  };
}
