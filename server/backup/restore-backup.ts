import { sql } from "drizzle-orm";
import { COMMAND_LINE } from "../audit/actor";
import { recordAudit } from "../audit/record-audit";
import type { Database } from "../db/database";
import { rowsOf } from "../db/rows-of";
import { knownSchemaVersion } from "../db/schema-state";
import { BackupFileError, type BackupHeader, endSchema, headerSchema, rowLineSchema } from "./backup-line";
import { startNewEpoch } from "./new-epoch";
import { type BackedUpTable, listTables } from "./tables";

const ROWS_AT_ONCE = 100;

/** There is something in the database that restoring would throw away. */
export class DatabaseNotEmptyError extends Error {
  override readonly name = "DatabaseNotEmptyError";
}

/**
 * Puts a backup into the database, in one transaction: all of it or nothing. Every client reads everything anew
 * afterwards. Throws `DatabaseNotEmptyError` unless `isReplacing`, and `BackupFileError` when the file is not right.
 */
export async function restoreBackup(
  db: Database,
  lines: AsyncIterable<string>,
  { isReplacing, nowMs }: { isReplacing: boolean; nowMs: number },
): Promise<Record<string, number>> {
  return db.transaction(async (tx) => {
    const tables = listTables();
    if (!isReplacing) await refuseRows(tx, tables);
    const names = tables.map(({ name }) => sql.identifier(name));
    await tx.execute(sql`truncate ${sql.join(names, sql`, `)}`);
    const { header, rows } = await insertLines(tx, tables, lines);
    for (const { name, identityColumn } of tables) {
      if (identityColumn !== null) await countOn(tx, name, identityColumn);
    }
    await startNewEpoch(tx);
    const details = { backupOf: header.createdAt, rows: Object.values(rows).reduce((sum, count) => sum + count, 0) };
    await recordAudit(
      tx,
      COMMAND_LINE,
      { action: "database.restore", subject: { type: "database", id: "" }, details },
      nowMs,
    );
    return rows;
  });
}

async function refuseRows(tx: Database, tables: readonly BackedUpTable[]): Promise<void> {
  for (const { name } of tables) {
    // Every database has that row from its first start.
    if (name === "server_state") continue;
    const [found] = rowsOf(await tx.execute(sql`select 1 from ${sql.identifier(name)} limit 1`));
    if (found) throw new DatabaseNotEmptyError(`There are rows in the table ${name}.`);
  }
}

async function insertLines(tx: Database, tables: readonly BackedUpTable[], lines: AsyncIterable<string>) {
  const known = new Set(tables.map(({ name }) => name));
  const rows = Object.fromEntries(tables.map(({ name }) => [name, 0]));
  let header: BackupHeader | null = null;
  let batch: { table: string; rows: unknown[] } = { table: "", rows: [] };
  const insert = async (next: string) => {
    if (batch.rows.length > 0) await insertRows(tx, batch.table, batch.rows);
    batch = { table: next, rows: [] };
  };
  for await (const line of lines) {
    const json = parseJson(line);
    if (header === null) {
      header = parseHeader(json);
      continue;
    }
    const end = endSchema.safeParse(json);
    if (end.success) {
      await insert("");
      return { header, rows: checkEnd(rows, end.data.end) };
    }
    const parsed = rowLineSchema.safeParse(json);
    if (!parsed.success || !known.has(parsed.data.table)) throw new BackupFileError("It holds a line of another kind.");
    const { table, row } = parsed.data;
    if (table !== batch.table || batch.rows.length === ROWS_AT_ONCE) await insert(table);
    batch.rows.push(row);
    rows[table] = (rows[table] ?? 0) + 1;
  }
  throw new BackupFileError(header === null ? "It is empty." : "It was cut off: its end is missing.");
}

async function insertRows(tx: Database, name: string, rows: readonly unknown[]): Promise<void> {
  const table = sql.identifier(name);
  const json = JSON.stringify(rows);
  await tx.execute(
    sql`insert into ${table} overriding system value select * from json_populate_recordset(null::${table}, ${json}::text::json)`,
  );
}

function checkEnd(rows: Record<string, number>, end: Record<string, number>): Record<string, number> {
  const differs = Object.keys({ ...rows, ...end }).find((name) => (rows[name] ?? 0) !== (end[name] ?? 0));
  if (differs === undefined) return rows;
  throw new BackupFileError(
    `It is damaged: ${rows[differs] ?? 0} of ${end[differs] ?? 0} rows of ${differs} are there.`,
  );
}

/** The next number the database gives out follows the highest there is. */
async function countOn(tx: Database, name: string, column: string): Promise<void> {
  const highest = sql`(select coalesce(max(${sql.identifier(column)}), 0) from ${sql.identifier(name)})`;
  await tx.execute(sql`select setval(pg_get_serial_sequence(${name}, ${column}), ${highest} + 1, false)`);
}

function parseHeader(json: unknown): BackupHeader {
  const header = headerSchema.safeParse(json);
  if (!header.success)
    throw new BackupFileError("It is no backup of this server, or of a form this version does not know.");
  if (header.data.schemaVersion === knownSchemaVersion()) return header.data;
  throw new BackupFileError(
    `It was made by server ${header.data.serverVersion}, whose tables are others. Restore it with that version into an ` +
      "empty database, then start this one, which brings the tables up to date.",
  );
}

function parseJson(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    throw new BackupFileError("It holds a line that is not JSON.");
  }
}
