import { randomBytes } from "node:crypto";
import type { Database } from "../db/database";
import { serverState } from "../db/schema";

/**
 * Makes every cursor that was ever handed out useless, so that each client reads everything anew at its next pull. For
 * a database that went back in time: its change numbers will be given out a second time.
 */
export async function startNewEpoch(tx: Database): Promise<void> {
  await tx.update(serverState).set({ epoch: randomBytes(12).toString("base64url") });
}
