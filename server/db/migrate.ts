import { drizzle } from "drizzle-orm/postgres-js";
import { migrate } from "drizzle-orm/postgres-js/migrator";
import postgres from "postgres";
import { databaseCode } from "./database-failure";
import { MIGRATIONS_FOLDER } from "./migrations-folder";
import { refuseNewerDatabase } from "./schema-state";

/** Any number that no other program uses for a lock in this database; the same in every version of the server. */
const MIGRATION_LOCK = 7_150_426_001;

/** How long another process may take to bring the tables up to date, and others' transactions to let go of a table. */
const WAIT_FOR_PROCESS_MS = 300_000;
const WAIT_FOR_TABLE_MS = 60_000;

export const CONNECT_TIMEOUT_S = 10;

/** SQLSTATEs of a statement, and of a lock, that took too long. */
const STATEMENT_TIMEOUT = "57014";
const LOCK_TIMEOUT = "55P03";

/** Somebody else holds what is needed to bring the tables up to date; the message says what to do. */
export class MigrationBlockedError extends Error {
  override readonly name = "MigrationBlockedError";
}

/**
 * Brings the tables up to date. Several servers may start at once: a session lock lets one of them do it while the
 * others wait, and say so to `onWait`. PGlite needs none, its data folder is locked already. Throws
 * `DatabaseNewerError` and `MigrationBlockedError`.
 */
export async function migratePostgres(databaseUrl: string, onWait: (message: string) => void): Promise<void> {
  // One connection, because the lock belongs to it; notices would only tell that the tables exist.
  const connection = postgres(databaseUrl, {
    max: 1,
    connect_timeout: CONNECT_TIMEOUT_S,
    onnotice: () => undefined,
  });
  try {
    await takeLock(connection, onWait);
    const db = drizzle(connection);
    await refuseNewerDatabase(db);
    await connection.unsafe(`set statement_timeout = 0; set lock_timeout = ${WAIT_FOR_TABLE_MS}`);
    await migrate(db, { migrationsFolder: MIGRATIONS_FOLDER });
  } catch (error) {
    if (databaseCode(error) !== LOCK_TIMEOUT) throw error;
    throw new MigrationBlockedError(
      `The tables could not be brought up to date: another transaction held one of them for ${seconds(WAIT_FOR_TABLE_MS)}. ` +
        "Nothing was changed. Stop older servers and long queries, and start again.",
    );
  } finally {
    await connection.end();
  }
}

async function takeLock(connection: postgres.Sql, onWait: (message: string) => void): Promise<void> {
  const [tried] = await connection`select pg_try_advisory_lock(${MIGRATION_LOCK}) as is_taken`;
  if (tried?.is_taken) return;
  onWait("Another process is bringing the tables up to date; waiting for it.");
  await connection.unsafe(`set statement_timeout = ${WAIT_FOR_PROCESS_MS}`);
  try {
    await connection`select pg_advisory_lock(${MIGRATION_LOCK})`;
  } catch (error) {
    if (databaseCode(error) !== STATEMENT_TIMEOUT) throw error;
    throw new MigrationBlockedError(
      `Another process has been bringing the tables up to date for ${seconds(WAIT_FOR_PROCESS_MS)}. Look at what it ` +
        "does (pg_stat_activity), and start again when it is done.",
    );
  }
}

function seconds(ms: number): string {
  return `${ms / 1000} s`;
}
