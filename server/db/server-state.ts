import { randomBytes } from "node:crypto";
import { eq } from "drizzle-orm";
import type { Database } from "./database";
import { serverState } from "./schema";

const STATE_ID = 1;

/** Makes the one state row, with a new epoch, unless it is there. */
export async function ensureServerState(db: Database): Promise<void> {
  await db
    .insert(serverState)
    .values({ id: STATE_ID, epoch: randomBytes(12).toString("base64url") })
    .onConflictDoNothing();
}

/** Takes the number of the next change. */
export type NextChangeNumber = () => number;

/**
 * Runs `write` in a transaction that holds the counter row from its start, and raises the counter by the numbers
 * taken (S1): numbers become visible in their order, none is skipped, and writers queue behind each other.
 */
export async function writeChanges<T>(
  db: Database,
  write: (tx: Database, next: NextChangeNumber) => Promise<T>,
): Promise<T> {
  return db.transaction(async (tx) => {
    const isState = eq(serverState.id, STATE_ID);
    const [state] = await tx.select().from(serverState).where(isState).for("update");
    if (!state) throw new Error("The table server_state is empty; this database was not opened by openDatabase.");
    let counter = state.changeCounter;
    const result = await write(tx, () => {
      counter += 1;
      return counter;
    });
    if (counter > state.changeCounter) await tx.update(serverState).set({ changeCounter: counter }).where(isState);
    return result;
  });
}
