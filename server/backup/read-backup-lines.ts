import { sql } from "drizzle-orm";
import type { Database } from "../db/database";
import { rowsOf } from "../db/rows-of";
import { knownSchemaVersion } from "../db/schema-state";
import { SERVER_VERSION } from "../versions";
import { BACKUP_FORMAT, type BackupHeader } from "./backup-line";
import { listTables } from "./tables";

/** Rows read at once: an article may have a megabyte. */
const ROWS_AT_ONCE = 100;

/**
 * Hands every line of a backup to `write`, in order, all of one moment: what is written meanwhile is not in it, and
 * nobody waits for it. Answers how many rows each table has.
 */
export async function readBackupLines(
  db: Database,
  nowMs: number,
  write: (line: string) => Promise<void>,
): Promise<Record<string, number>> {
  const header: BackupHeader = {
    souffleurBackup: BACKUP_FORMAT,
    schemaVersion: knownSchemaVersion(),
    serverVersion: SERVER_VERSION,
    createdAt: new Date(nowMs).toISOString(),
  };
  const rows: Record<string, number> = {};
  await db.transaction(
    async (tx) => {
      await write(JSON.stringify(header));
      for (const { name } of listTables()) rows[name] = await readTable(tx, name, write);
      await write(JSON.stringify({ end: rows }));
    },
    { isolationLevel: "repeatable read", accessMode: "read only" },
  );
  return rows;
}

async function readTable(tx: Database, name: string, write: (line: string) => Promise<void>): Promise<number> {
  const table = sql.identifier(name);
  await tx.execute(sql`declare backup_rows no scroll cursor for select row_to_json(t)::text as row from ${table} t`);
  let count = 0;
  for (;;) {
    const rows = rowsOf(await tx.execute(sql.raw(`fetch ${ROWS_AT_ONCE} from backup_rows`)));
    // The row is JSON already, and taken over as it is.
    for (const { row } of rows) await write(`{"table":${JSON.stringify(name)},"row":${String(row)}}`);
    count += rows.length;
    if (rows.length < ROWS_AT_ONCE) break;
  }
  await tx.execute(sql`close backup_rows`);
  return count;
}
