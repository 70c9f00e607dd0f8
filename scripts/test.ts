/**
 * `npm test`: every check of the project, one after the other, each whatever became of those before. Ends with a line
 * `N passed, N failed` that counts single tests, and each other check as one.
 */
import { spawn } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import type { Readable } from "node:stream";
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

/** How much of a failed step's output is shown again at the end, where it is looked for first. */
const LINES_SHOWN_AGAIN = 60;

type Ending = { exitCode: number; lastLines: string[] };

/** Runs a command of the project's own packages; its output goes straight through. */
function run({ command: [program = "", ...args], env }: Step): Promise<Ending> {
  const path = `${join(ROOT, "node_modules/.bin")}${process.platform === "win32" ? ";" : ":"}${process.env.PATH ?? ""}`;
  const shell = process.platform === "win32";
  return new Promise((done) => {
    const child = spawn(program, args, {
      cwd: ROOT,
      stdio: ["inherit", "pipe", "pipe"],
      shell,
      env: { ...process.env, ...env, PATH: path },
    });
    let lastLines: string[] = [];
    const pass = (from: Readable, to: NodeJS.WritableStream) => {
      from.setEncoding("utf8").on("data", (text: string) => {
        to.write(text);
        lastLines = `${lastLines.join("\n")}${text}`.split("\n").slice(-LINES_SHOWN_AGAIN);
      });
    };
    pass(child.stdout, process.stdout);
    pass(child.stderr, process.stderr);
    child.once("error", (error) => {
      console.error(error);
      done({ exitCode: 1, lastLines });
    });
    child.once("close", (code, signal) => {
      if (signal) console.error(`ended by ${signal}`);
      done({ exitCode: code ?? 1, lastLines });
    });
  });
}

/** A step whose report says all is well but which exits with a failure has failed all the same. */
async function take(step: Step): Promise<Count & { lastLines: string[] }> {
  const { exitCode, lastLines } = await run(step);
  if (!step.count) return { passed: exitCode === 0 ? 1 : 0, failed: exitCode === 0 ? 0 : 1, lastLines };
  const counted = await step.count().catch((error: unknown) => {
    console.error("The report could not be read:", error);
    return { passed: 0, failed: 1 };
  });
  if (exitCode !== 0) console.error(`${step.name}: exit code ${exitCode}`);
  return { ...counted, failed: exitCode === 0 ? counted.failed : Math.max(1, counted.failed), lastLines };
}

async function main(): Promise<void> {
  const reports = await mkdtemp(join(tmpdir(), "souffleur-test-"));
  const total: Count = { passed: 0, failed: 0 };
  const failedSteps: { name: string; lastLines: string[] }[] = [];
  for (const step of stepsWith(reports)) {
    console.log(`\n== ${step.name}`);
    const { passed, failed, lastLines } = await take(step);
    total.passed += passed;
    total.failed += failed;
    if (failed > 0) failedSteps.push({ name: step.name, lastLines });
  }
  await rm(reports, { recursive: true, force: true });
  for (const { name, lastLines } of failedSteps) {
    console.log(`\n== failed: ${name}; it ended with`);
    console.log(lastLines.join("\n"));
  }
  console.log(`${total.passed} passed, ${total.failed} failed`);
  process.exitCode = failedSteps.length > 0 ? 1 : 0;
}

await main();
