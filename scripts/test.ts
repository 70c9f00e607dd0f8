/**
 * `npm test`: every check of the project, one after the other, each whatever became of those before. Ends with a line
 * `N passed, N failed` that counts single tests, and each other check as one.
 */
import { spawn } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { z } from "../lib/contract/zod";

const ROOT = resolve(import.meta.dirname, "..");

type Count = { passed: number; failed: number };

/** `count` reads the figures of a step that runs tests; without it the exit code is all there is. */
type Step = { name: string; command: string[]; env?: NodeJS.ProcessEnv; count?: () => Promise<Count> };

const vitestReportSchema = z.object({ numPassedTests: z.int(), numFailedTests: z.int(), numFailedTestSuites: z.int() });
const playwrightReportSchema = z.object({
  stats: z.object({ expected: z.int(), unexpected: z.int(), flaky: z.int() }),
});

async function readReport<Schema extends z.ZodType>(path: string, schema: Schema): Promise<z.output<Schema>> {
  return schema.parse(JSON.parse(await readFile(path, "utf8")));
}

async function countVitest(path: string): Promise<Count> {
  const report = await readReport(path, vitestReportSchema);
  // A file that cannot be loaded fails without a single test having run.
  return {
    passed: report.numPassedTests,
    failed: Math.max(report.numFailedTests, report.numFailedTestSuites > 0 ? 1 : 0),
  };
}

async function countPlaywright(path: string): Promise<Count> {
  const { stats } = await readReport(path, playwrightReportSchema);
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky };
}

function reportTo(path: string): string[] {
  return ["--reporter=default", "--reporter=json", `--outputFile.json=${path}`];
}

function stepsWith(reports: string): Step[] {
  const vitest = join(reports, "vitest.json");
  const postgres = join(reports, "postgres.json");
  const playwright = join(reports, "playwright.json");
  return [
    { name: "types", command: ["tsc", "--noEmit"] },
    { name: "format and lint", command: ["biome", "check", "--error-on-warnings", "."] },
    { name: "unused files, exports and packages", command: ["knip"] },
    {
      name: "unit and integration tests",
      command: ["vitest", "run", ...reportTo(vitest)],
      count: () => countVitest(vitest),
    },
    {
      name: "server tests on PostgreSQL",
      command: ["tsx", "scripts/test-postgres.ts", ...reportTo(postgres)],
      count: () => countVitest(postgres),
    },
    { name: "build for Chrome and Edge", command: ["wxt", "build", "-b", "chrome"] },
    { name: "build for Firefox", command: ["wxt", "build", "-b", "firefox"] },
    { name: "sizes", command: ["tsx", "scripts/check-sizes.ts"] },
    {
      name: "browser tests",
      command: ["playwright", "test", "--reporter=list,json"],
      env: { PLAYWRIGHT_JSON_OUTPUT_NAME: playwright },
      count: () => countPlaywright(playwright),
    },
  ];
}

/** Runs a command of the project's own packages; its output goes straight through. Answers its exit code. */
function run({ command: [program = "", ...args], env }: Step): Promise<number> {
  const path = `${join(ROOT, "node_modules/.bin")}${process.platform === "win32" ? ";" : ":"}${process.env.PATH ?? ""}`;
  const shell = process.platform === "win32";
  return new Promise((done) => {
    const child = spawn(program, args, {
      cwd: ROOT,
      stdio: "inherit",
      shell,
      env: { ...process.env, ...env, PATH: path },
    });
    child.once("error", (error) => {
      console.error(error);
      done(1);
    });
    child.once("exit", (code) => done(code ?? 1));
  });
}

/** A step whose report says all is well but which exits with a failure has failed all the same. */
async function take(step: Step): Promise<Count> {
  const exitCode = await run(step);
  if (!step.count) return exitCode === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
  const counted = await step.count().catch((error: unknown) => {
    console.error("The report could not be read:", error);
    return { passed: 0, failed: 1 };
  });
  return exitCode === 0 ? counted : { ...counted, failed: Math.max(1, counted.failed) };
}

async function main(): Promise<void> {
  const reports = await mkdtemp(join(tmpdir(), "souffleur-test-"));
  const total: Count = { passed: 0, failed: 0 };
  const failedSteps: string[] = [];
  for (const step of stepsWith(reports)) {
    console.log(`\n== ${step.name}`);
    const count = await take(step);
    total.passed += count.passed;
    total.failed += count.failed;
    if (count.failed > 0) failedSteps.push(step.name);
  }
  await rm(reports, { recursive: true, force: true });
  console.log(failedSteps.length > 0 ? `\nFailed: ${failedSteps.join(", ")}` : "");
  console.log(`${total.passed} passed, ${total.failed} failed`);
  process.exitCode = failedSteps.length > 0 ? 1 : 0;
}

await main();
