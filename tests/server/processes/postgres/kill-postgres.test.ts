import { afterEach, beforeEach, expect, test } from "vitest";
import { openDatabase } from "../../../../server/db/open-database";
import { createPostgresDatabase, type PostgresDatabase } from "../../test-database";
import { killDuringWrites } from "../killed-during-writes";
import { killServerProcesses } from "../server-process";

let database: PostgresDatabase;

beforeEach(async () => {
  database = await createPostgresDatabase();
});

afterEach(async () => {
  await killServerProcesses();
  await database.drop();
});

test("every write a killed server acknowledged is there after its restart on PostgreSQL", async () => {
  const databaseUrl = database.url;

  const outcome = await killDuringWrites({ DATABASE_URL: databaseUrl }, () => openDatabase({ databaseUrl }));

  expect(outcome.acknowledged).toBeGreaterThanOrEqual(120);
  expect(outcome).toMatchObject({ wrong: [], lost: [], violations: [] });
}, 300_000);
