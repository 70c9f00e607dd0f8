import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { PGlite } from "@electric-sql/pglite";
import { drizzle as drizzlePglite } from "drizzle-orm/pglite";
import { migrate as migratePglite } from "drizzle-orm/pglite/migrator";
import { drizzle as drizzlePostgres } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import { lockDataFolder } from "./data-folder-lock";
import type { Database } from "./database";
import { CONNECT_TIMEOUT_S, migratePostgres } from "./migrate";
import { MIGRATIONS_FOLDER } from "./migrations-folder";
import { refuseNewerDatabase } from "./schema-state";
import { ensureServerState } from "./server-state";

/**
 * Where the articles live: a PostgreSQL address, a folder for the embedded PGlite, or memory (tests, demos), there from a
 * dump of PGlite where one is given.
 */
export type DatabasePlace = { databaseUrl: string } | { dataDir: string } | { memory: true; loadDataDir?: Blob };

/** `close` ends the connections and gives the data folder free. */
export type OpenDatabase = { db: Database; close(): Promise<void> };

/** How PostgreSQL is used; for the built-in database it means nothing. */
export type PostgresOptions = {
  /** Connections at once. */
  poolSize?: number;
  /** How long a statement may take; null: as long as it likes. */
  statementTimeoutMs?: number | null;
  /** Is told what is being waited for. */
  onWait?: (message: string) => void;
};

/** A transaction in which nothing happens holds locks for nobody; its connection is lost. */
const IDLE_TRANSACTION_MS = 60_000;

/**
 * Opens the database and brings its tables up to date. Throws `DataFolderInUseError` when another process has the
 * data folder, `DatabaseNewerError` when a newer program made its tables, `MigrationBlockedError`, and the driver's
 * error when PostgreSQL cannot be reached.
 */
export async function openDatabase(place: DatabasePlace, options: PostgresOptions = {}): Promise<OpenDatabase> {
  if ("databaseUrl" in place) return openPostgres(place.databaseUrl, options);
  if ("memory" in place) {
    const { loadDataDir } = place;
    return openPglite(await PGlite.create(loadDataDir ? { loadDataDir } : {}), async () => undefined);
  }
  await mkdir(place.dataDir, { recursive: true });
  const unlock = await lockDataFolder(place.dataDir);
  try {
    return await openPglite(await PGlite.create(join(place.dataDir, "pglite")), unlock);
  } catch (error) {
    await unlock();
    throw error;
  }
}

async function openPglite(client: PGlite, afterClose: () => Promise<void>): Promise<OpenDatabase> {
  const db = drizzlePglite({ client });
  try {
    await refuseNewerDatabase(db);
    await migratePglite(db, { migrationsFolder: MIGRATIONS_FOLDER });
    await ensureServerState(db);
  } catch (error) {
    await client.close();
    throw error;
  }
  return {
    db,
    close: async () => {
      await client.close();
      await afterClose();
    },
  };
}

async function openPostgres(databaseUrl: string, options: PostgresOptions): Promise<OpenDatabase> {
  const { poolSize = 10, statementTimeoutMs = null, onWait = () => undefined } = options;
  await migratePostgres(databaseUrl, onWait);
  const client = postgres(databaseUrl, {
    max: poolSize,
    connect_timeout: CONNECT_TIMEOUT_S,
    connection: {
      application_name: "souffleur",
      idle_in_transaction_session_timeout: IDLE_TRANSACTION_MS,
      ...(statementTimeoutMs !== null && { statement_timeout: statementTimeoutMs }),
    },
  });
  const db = drizzlePostgres({ client });
  try {
    await ensureServerState(db);
  } catch (error) {
    await client.end();
    throw error;
  }
  return { db, close: () => client.end({ timeout: 5 }) };
}
