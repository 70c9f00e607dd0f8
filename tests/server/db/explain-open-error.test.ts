import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DrizzleQueryError, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { explainOpenError } from "../../../server/db/explain-open-error";
import { openDatabase } from "../../../server/db/open-database";
import { knownSchemaVersion } from "../../../server/db/schema-state";

test.each([
  ["28P01", /user or the password/],
  ["3D000", /no database of the name/],
  ["25006", /read-only/],
  ["53300", /DATABASE_POOL_SIZE/],
  ["EACCES", /may not write in the data folder/],
  ["EROFS", /read-only file system/],
  ["ENOSPC", /full/],
  ["CONNECT_TIMEOUT", /does not answer/],
])("says what %s means", (code, expected) => {
  const error = Object.assign(new Error("what the driver says"), { code });

  const explained = explainOpenError(new DrizzleQueryError("create table x", [], error));

  expect(explained).toMatch(expected);
  expect(explained).toMatch(/\(what the driver says\)$/);
});

test("takes the first of the errors of a host with several addresses", () => {
  const refused = Object.assign(new Error("connect ECONNREFUSED ::1:5432"), { code: "ECONNREFUSED" });

  expect(explainOpenError(new AggregateError([refused]))).toBe(
    "The database cannot be opened: Nobody answers at the host and port of DATABASE_URL. (connect ECONNREFUSED ::1:5432)",
  );
});

test("a data folder below a file cannot be opened, and it is said why", async () => {
  const folder = await mkdtemp(join(tmpdir(), "souffleur-open-"));
  await writeFile(join(folder, "file"), "");

  const error: unknown = await openDatabase({ dataDir: join(folder, "file", "data") }).catch((caught) => caught);

  expect(explainOpenError(error)).toMatch(/a part of the data folder's path is a file/i);
  await rm(folder, { recursive: true });
});

test("a database that a newer server made is refused and left as it is", { timeout: 120_000 }, async () => {
  const dataDir = await mkdtemp(join(tmpdir(), "souffleur-newer-"));
  const { db, close } = await openDatabase({ dataDir });
  await db.execute(
    sql`insert into drizzle.__drizzle_migrations (hash, created_at) values ('newer', ${knownSchemaVersion() + 1})`,
  );
  await close();

  const error: unknown = await openDatabase({ dataDir }).catch((caught) => caught);
  const again: unknown = await openDatabase({ dataDir }).catch((caught) => caught);

  expect(explainOpenError(error)).toMatch(/newer server/);
  expect(explainOpenError(again)).toMatch(/newer server/);
  await rm(dataDir, { recursive: true });
});
