/**
 * The database under the server's tests: the built-in one in memory, or a fresh database on the PostgreSQL that
 * SOUFFLEUR_TEST_DATABASE_URL names (`npm run test:postgres`).
 */
import { cp, readFile } from "node:fs/promises";
import postgres from "postgres";
import { inject } from "vitest";
import { type OpenDatabase, openDatabase } from "../../server/db/open-database";
import type { BuiltInTemplate } from "./built-in-template";
import { databaseName, withDatabase } from "./database-name";

declare module "vitest" {
  interface ProvidedContext {
    builtInTemplate: BuiltInTemplate;
    /** A database with all tables and nothing in it; null without PostgreSQL. */
    templateDatabase: string | null;
  }
}

/** A database of one's own on the tests' PostgreSQL, by its address. `drop` ends all connections to it. */
export type PostgresDatabase = { url: string; drop(): Promise<void> };

/** An empty database. `close` throws it away. */
export async function openTestDatabase(): Promise<OpenDatabase> {
  if (!process.env.SOUFFLEUR_TEST_DATABASE_URL) {
    return openDatabase({ memory: true, loadDataDir: new Blob([await readFile(inject("builtInTemplate").dump)]) });
  }
  // What is lost when the machine fails is thrown away anyway; not to wait for the disk is what makes tests quick.
  const { url, drop } = await createPostgresDatabase({ synchronousCommit: false });
  const { db, close } = await openDatabase({ databaseUrl: url });
  return {
    db,
    close: async () => {
      await close();
      await drop();
    },
  };
}

/** Puts an empty built-in database into a data folder, quicker than to have it made there. */
export async function prepareDataDir(dataDir: string): Promise<void> {
  await cp(inject("builtInTemplate").dataDir, dataDir, { recursive: true });
}

/** A new database with all tables. Throws when the tests have no PostgreSQL. */
export async function createPostgresDatabase({ synchronousCommit = true } = {}): Promise<PostgresDatabase> {
  const serverUrl = process.env.SOUFFLEUR_TEST_DATABASE_URL;
  const template = inject("templateDatabase");
  if (!serverUrl || template === null) throw new Error("SOUFFLEUR_TEST_DATABASE_URL is not set: npm run test:postgres");
  const name = databaseName();
  const admin = postgres(serverUrl, { max: 1, onnotice: () => undefined });
  await admin`create database ${admin(name)} template ${admin(template)}`;
  if (!synchronousCommit) await admin`alter database ${admin(name)} set synchronous_commit = off`;
  return {
    url: withDatabase(serverUrl, name),
    drop: async () => {
      await admin`drop database if exists ${admin(name)} with (force)`;
      await admin.end();
    },
  };
}
