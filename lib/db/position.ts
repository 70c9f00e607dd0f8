import type { LibraryDatabase, SyncPosition } from "./library-database";

const START: SyncPosition = {
  id: "position",
  cursor: null,
  generation: 0,
  isComplete: false,
  fullRead: null,
  freshAtMs: null,
  failures: 0,
  problem: null,
  retryAtMs: null,
};

/** Where sync stands; the start when the library is new. */
export async function readPosition(database: LibraryDatabase): Promise<SyncPosition> {
  return (await database.sync.get(START.id)) ?? START;
}

/** Changes some fields of the position, in one transaction. */
export async function updatePosition(database: LibraryDatabase, change: Partial<SyncPosition>): Promise<void> {
  await database.transaction("rw", database.sync, async () => {
    await database.sync.put({ ...(await readPosition(database)), ...change });
  });
}
