import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { PGlite } from "@electric-sql/pglite";
import { drizzle as drizzlePglite } from "drizzle-orm/pglite";
import { migrate as migratePglite } from "drizzle-orm/pglite/migrator";
import { drizzle as drizzlePostgres } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import { lockDataFolder } from "./data-folder-lock";
import type { Database } from "./database";
import { MIGRATIONS_FOLDER, migratePostgres } from "./migrate";
import { ensureServerState } from "./server-state";

/** Where the articles live: a PostgreSQL address, a folder for the embedded PGlite, or memory (tests, demos). */
export type DatabasePlace = { databaseUrl: string } | { dataDir: string } | { memory: true };

/** `close` ends the connections and gives the data folder free. */
export type OpenDatabase = { db: Database; close(): Promise<void> };

/**
 * Opens the database and brings its tables up to date. Throws `DataFolderInUseError` when another process has the
 * data folder, and the driver's error when PostgreSQL cannot be reached.
 */
export async function openDatabase(place: DatabasePlace): Promise<OpenDatabase> {
  if ("databaseUrl" in place) return openPostgres(place.databaseUrl);
  if ("memory" in place) return openPglite(await PGlite.create(), async () => undefined);
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
  await migratePglite(db, { migrationsFolder: MIGRATIONS_FOLDER });
  await ensureServerState(db);
  return {
    db,
    close: async () => {
      await client.close();
      await afterClose();
    },
  };
}

async function openPostgres(databaseUrl: string): Promise<OpenDatabase> {
  await migratePostgres(databaseUrl);
  const client = postgres(databaseUrl);
  const db = drizzlePostgres({ client });
  try {
    await ensureServerState(db);
  } catch (error) {
    await client.end();
    throw error;
  }
  return { db, close: () => client.end({ timeout: 5 }) };
}
