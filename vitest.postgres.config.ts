/** The tests that meet the server's database, on the PostgreSQL of SOUFFLEUR_TEST_DATABASE_URL: npm run test:postgres. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { defineConfig } from "vitest/config";
import base from "./vitest.config";

const NEEDS_DATABASE = /\b(createTestServer|openTestDatabase|createPostgresDatabase)\b/;

const tests = readdirSync("tests", { recursive: true, encoding: "utf8" })
  .filter((path) => path.endsWith(".test.ts"))
  .map((path) => join("tests", path))
  .filter((path) => NEEDS_DATABASE.test(readFileSync(path, "utf8")));

export default defineConfig({
  ...base,
  test: { ...base.test, include: tests, exclude: ["node_modules/**"], maxWorkers: 2 },
});
