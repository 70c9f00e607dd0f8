/** Before all tests: makes the databases that each test file's own is a copy of, which is quicker than to migrate each. */
import postgres from "postgres";
import type { TestProject } from "vitest/node";
import { openDatabase } from "../../server/db/open-database";
import { provideBuiltInTemplate } from "./built-in-template";
import { databaseName, withDatabase } from "./database-name";

export default async function createTemplate({ provide }: TestProject): Promise<(() => Promise<void>) | undefined> {
  provide("builtInTemplate", await provideBuiltInTemplate());
  const serverUrl = process.env.SOUFFLEUR_TEST_DATABASE_URL;
  if (!serverUrl) {
    provide("templateDatabase", null);
    return undefined;
  }
  const name = databaseName();
  const admin = postgres(serverUrl, { max: 1, onnotice: () => undefined });
  await admin`create database ${admin(name)}`;
  const { close } = await openDatabase({ databaseUrl: withDatabase(serverUrl, name) });
  await close();
  provide("templateDatabase", name);
  return async () => {
    await admin`drop database if exists ${admin(name)} with (force)`;
    await admin.end();
  };
}
