import { max } from "drizzle-orm";
import { readMigrationFiles } from "drizzle-orm/migrator";
import { pgSchema } from "drizzle-orm/pg-core";
import { wholeNumber } from "./columns";
import type { Database } from "./database";
import { databaseCode } from "./database-failure";
import { MIGRATIONS_FOLDER } from "./migrations-folder";

/** Drizzle's own notes on which migrations a database has had; `createdAt` is when each was written. */
const appliedMigrations = pgSchema("drizzle").table("__drizzle_migrations", { createdAt: wholeNumber("created_at") });

/** Neither the table nor its schema is there. */
const NO_TABLE = ["42P01", "3F000"];

/** Tables that a newer server made; this one would misread them. */
export class DatabaseNewerError extends Error {
  override readonly name = "DatabaseNewerError";

  constructor() {
    super(
      "The database was brought up to date by a newer server than this one. Start that version, or restore a backup " +
        "that was made before the upgrade.",
    );
  }
}

/** The newest state of the tables that this program knows. */
export function knownSchemaVersion(): number {
  const migrations = readMigrationFiles({ migrationsFolder: MIGRATIONS_FOLDER });
  return Math.max(...migrations.map(({ folderMillis }) => folderMillis));
}

/** The state of the database's tables, in the same count; 0 when it has none yet. */
export async function readSchemaVersion(db: Database): Promise<number> {
  try {
    const [latest] = await db.select({ version: max(appliedMigrations.createdAt) }).from(appliedMigrations);
    return latest?.version ?? 0;
  } catch (error) {
    if (NO_TABLE.includes(databaseCode(error) ?? "")) return 0;
    throw error;
  }
}

/** Throws `DatabaseNewerError` when a newer program has changed the tables. */
export async function refuseNewerDatabase(db: Database): Promise<void> {
  if ((await readSchemaVersion(db)) > knownSchemaVersion()) throw new DatabaseNewerError();
}
