import { isDeepStrictEqual } from "node:util";
import { eq } from "drizzle-orm";
import type { Database } from "../db/database";
import { type PageReaderRow, pageReaders } from "../db/schema";
import { writeChanges } from "../db/server-state";
import type { PageReaderDraft } from "./parse-page-reader";

export type Publication = { outcome: "published" | "unchanged"; version: number };

/**
 * Makes a reading the one update of its helpdesk. The version counts on, past a removal too. The reading that stands
 * already takes neither a version nor a change number.
 */
export async function publishPageReader(db: Database, draft: PageReaderDraft, nowMs: number): Promise<Publication> {
  const { helpdesk, reading } = draft;
  return writeChanges(db, async (tx, next) => {
    const [known] = await tx.select().from(pageReaders).where(eq(pageReaders.helpdesk, helpdesk));
    if (known && known.deletedAt === null && isDeepStrictEqual(known.reading, reading)) {
      return { outcome: "unchanged", version: known.version };
    }
    const version = (known?.version ?? 0) + 1;
    const stamps = { version, updatedAt: new Date(nowMs), changeNumber: next(), deletedAt: null };
    const row: PageReaderRow = { helpdesk, reading, ...stamps };
    await tx.insert(pageReaders).values(row).onConflictDoUpdate({ target: pageReaders.helpdesk, set: row });
    return { outcome: "published", version };
  });
}
