import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { runCommand } from "../../../server/commands/run-command";

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "souffleur-operations-"));
});

afterEach(() => rm(folder, { recursive: true }));

async function run(argv: string[], env: Record<string, string> = {}) {
  const out: string[] = [];
  const err: string[] = [];
  const code = await runCommand(argv, {
    env: { SOUFFLEUR_DATA: join(folder, "database"), ...env },
    clock: () => Date.UTC(2026, 10, 2),
    out: (line) => out.push(line),
    err: (line) => err.push(line),
    waitForStop: async () => undefined,
  });
  return { code, out, err: err.join("\n") };
}

test.each([
  [["backup"], /backup takes one file/],
  [["backup", "a", "b"], /backup takes one file/],
  [["restore"], /restore takes one file/],
  [["restore", "missing.gz"], /missing\.gz cannot be read: there is no such file/],
  [["export"], /export takes one file, or one folder/],
  [["export", "x", "--format", "pdf"], /--format: expected jsonl or markdown/],
  [["audit", "--since", "yesterday"], /--since: expected a day/],
  [["config", "now"], /Unexpected argument/],
])("%j ends with code 2 and the reason, and touches nothing", async (argv, reason) => {
  const { code, out, err } = await run(argv);

  expect(code).toBe(2);
  expect(err).toMatch(reason);
  expect(out).toEqual([]);
  expect(await readdir(folder)).toEqual([]);
});

test("config prints what holds, without passwords and tokens", async () => {
  const { code, out, err } = await run(["config"], {
    DATABASE_URL: "postgres://ada:hunter2@db.acme.example/souffleur?sslpassword=hunter2",
    SOUFFLEUR_METRICS_TOKEN: "hunter2-hunter2-hunter2",
    SOUFFLEUR_WORKING_DAYS: "mon-thu",
    SOUFFLEUR_WORKDAYS: "mon",
  });

  expect(code).toBe(0);
  expect(out).toContain("DATABASE_URL=postgres://ada:***@db.acme.example/souffleur?sslpassword=***");
  expect(out).toContain("SOUFFLEUR_METRICS_TOKEN=***");
  expect(out).toContain("SOUFFLEUR_WORKING_DAYS=mon,tue,wed,thu");
  expect(out.join()).not.toContain("hunter2");
  expect(err).toMatch(/SOUFFLEUR_WORKDAYS, which means nothing/);
});
