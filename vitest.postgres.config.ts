/** The tests that meet the server's database, on the PostgreSQL of SOUFFLEUR_TEST_DATABASE_URL: npm run test:postgres. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { defineConfig } from "vitest/config";
import base from "./vitest.config";

const DATABASE = join("tests", "server", "test-database.ts");
const IMPORT = /^(?:import|export) (?!type\b)[^;]*? from "(\.[^"]+)";/gm;

const known = new Map<string, boolean>();

/** Whether a file of the tests uses the tests' database, by itself or by what it imports. */
function needsDatabase(path: string): boolean {
  const answer = known.get(path);
  if (answer !== undefined) return answer;
  // For imports in a circle.
  known.set(path, false);
  const imports = [...readFileSync(path, "utf8").matchAll(IMPORT)].map(([, target = ""]) =>
    join(dirname(path), target),
  );
  const files = imports.map((target) => `${target}.ts`).filter((file) => file.startsWith("tests") && existsSync(file));
  const found = files.some((file) => file === DATABASE || needsDatabase(file));
  known.set(path, found);
  return found;
}

const tests = readdirSync("tests", { recursive: true, encoding: "utf8" })
  .filter((path) => path.endsWith(".test.ts"))
  .map((path) => join("tests", path))
  .filter(needsDatabase);

export default defineConfig({
  ...base,
  test: { ...base.test, include: tests, exclude: ["node_modules/**"], maxWorkers: 2 },
});
