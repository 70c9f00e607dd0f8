import { and, eq, isNull } from "drizzle-orm";
import type { Helpdesk } from "../../lib/contract/helpdesk";
import type { Database } from "../db/database";
import { pageReaders } from "../db/schema";
import { writeChanges } from "../db/server-state";

/** Takes a helpdesk's update back; the bundled reader alone applies again. False when there is none. */
export async function removePageReader(db: Database, helpdesk: Helpdesk, nowMs: number): Promise<boolean> {
  return writeChanges(db, async (tx, next) => {
    const isThere = and(eq(pageReaders.helpdesk, helpdesk), isNull(pageReaders.deletedAt));
    const [known] = await tx.select({ version: pageReaders.version }).from(pageReaders).where(isThere);
    if (!known) return false;
    const tombstone = { reading: {}, deletedAt: new Date(nowMs), changeNumber: next() };
    await tx.update(pageReaders).set(tombstone).where(isThere);
    return true;
  });
}
