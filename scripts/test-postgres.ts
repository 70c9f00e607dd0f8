/**
 * `npm run test:postgres [-- FILE...]`: the server's tests, and the client's tests that meet the server, on PostgreSQL
 * instead of the built-in database; and those that PostgreSQL alone makes possible. SOUFFLEUR_TEST_DATABASE_URL names a
 * server to use; without it one is started in a temporary folder and removed afterwards.
 */
import { spawn } from "node:child_process";
import { join, resolve } from "node:path";
import { NoPostgresError } from "./postgres/find-binaries";
import { startTemporaryCluster } from "./postgres/temporary-cluster";

const ROOT = resolve(import.meta.dirname, "..");

function runVitest(databaseUrl: string): Promise<number> {
  const vitest = join(ROOT, "node_modules/vitest/vitest.mjs");
  const args = [vitest, "run", "--config", "vitest.postgres.config.ts", ...process.argv.slice(2)];
  const env = { ...process.env, SOUFFLEUR_TEST_DATABASE_URL: databaseUrl };
  return new Promise((done) => {
    const child = spawn(process.execPath, args, { cwd: ROOT, env, stdio: "inherit" });
    child.once("exit", (code) => done(code ?? 1));
  });
}

async function main(): Promise<number> {
  const given = process.env.SOUFFLEUR_TEST_DATABASE_URL?.trim();
  if (given) return runVitest(given);
  const cluster = await startTemporaryCluster(console.log);
  console.log(`PostgreSQL ${cluster.version}, in a temporary folder`);
  try {
    return await runVitest(cluster.url);
  } finally {
    await cluster.stop();
  }
}

try {
  process.exitCode = await main();
} catch (error) {
  if (!(error instanceof NoPostgresError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
