import { countQueuedAcknowledgements } from "./acknowledgements";
import { countQueuedDrafts } from "./drafts";
import { countQueuedGaps } from "./gaps";
import type { LibraryDatabase } from "./library-database";
import { countQueuedFlags } from "./outbox";
import type { Queued } from "./queued";

/** Counts what waits in the outbox. */
export async function countQueued(database: LibraryDatabase): Promise<Queued> {
  return {
    flags: await countQueuedFlags(database),
    acknowledgements: await countQueuedAcknowledgements(database),
    gaps: await countQueuedGaps(database),
    drafts: await countQueuedDrafts(database),
  };
}
