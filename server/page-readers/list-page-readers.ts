import { asc, isNull } from "drizzle-orm";
import type { PageReader } from "../../lib/contract/page-reader";
import type { Database } from "../db/database";
import { pageReaders } from "../db/schema";
import { toPageReader } from "./page-reader-row";

/** The updates in force, one for each helpdesk that has one. */
export async function listPageReaders(db: Database): Promise<PageReader[]> {
  const rows = await db
    .select()
    .from(pageReaders)
    .where(isNull(pageReaders.deletedAt))
    .orderBy(asc(pageReaders.helpdesk));
  return rows.map(toPageReader);
}
