import { fileURLToPath } from "node:url";
import { drizzle } from "drizzle-orm/postgres-js";
import { migrate } from "drizzle-orm/postgres-js/migrator";
import postgres from "postgres";

export const MIGRATIONS_FOLDER = fileURLToPath(new URL("../migrations", import.meta.url));

/** Any number that no other program uses for a lock in this database; the same in every version of the server. */
const MIGRATION_LOCK = 7_150_426_001;

/**
 * Brings the tables up to date. Several servers may start at once: a session lock lets one of them do it while the
 * others wait. PGlite needs none, its data folder is locked already.
 */
export async function migratePostgres(databaseUrl: string): Promise<void> {
  // One connection, because the lock belongs to it; notices would only tell that the tables exist.
  const connection = postgres(databaseUrl, { max: 1, onnotice: () => undefined });
  try {
    await connection`select pg_advisory_lock(${MIGRATION_LOCK})`;
    await migrate(drizzle(connection), { migrationsFolder: MIGRATIONS_FOLDER });
  } finally {
    await connection.end();
  }
}
