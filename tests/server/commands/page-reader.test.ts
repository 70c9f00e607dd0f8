import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { runCommand } from "../../../server/commands/run-command";
import { subjectBy } from "../../lib/page-readers";
import { prepareDataDir } from "../test-database";

/** Making the built-in database on disk takes seconds on a busy machine. */
const DISK_TIMEOUT_MS = 120_000;

let folder: string;
let dataDir: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "souffleur-page-reader-"));
  dataDir = join(folder, "database");
  await prepareDataDir(dataDir);
});

afterEach(() => rm(folder, { recursive: true }));

/** Exit code, result, and what was said beside it; the line about the database in use is left out. */
async function run(...argv: string[]): Promise<{ code: number; out: string; err: string }> {
  const out: string[] = [];
  const err: string[] = [];
  const code = await runCommand(["page-reader", ...argv], {
    env: { SOUFFLEUR_DATA: dataDir },
    clock: () => Date.UTC(2026, 10, 2),
    out: (line) => out.push(line),
    err: (line) => err.push(line),
    waitForStop: async () => undefined,
  });
  return { code, out: out.join("\n"), err: err.filter((line) => !line.startsWith("DATABASE_URL")).join("\n") };
}

async function writeUpdate(content: unknown): Promise<string> {
  const path = join(folder, "update.json");
  await writeFile(path, JSON.stringify(content));
  return path;
}

test(
  "an update is published, published again without effect, shown, and removed",
  async () => {
    const update = { helpdesk: "zendesk", reading: subjectBy("#subject") };
    const path = await writeUpdate(update);

    const published = await run("publish", path);
    const again = await run("publish", path);
    const all = await run("show");
    const one = await run("show", "zendesk");
    const removed = await run("remove", "zendesk");
    const removedAgain = await run("remove", "zendesk", "--data", dataDir);

    expect(published).toMatchObject({ code: 0, out: expect.stringMatching(/^Published version 1 for zendesk\./) });
    expect(again).toMatchObject({ code: 0, out: "Nothing changed: version 1 for zendesk says the same." });
    expect(all.out).toMatch(/^zendesk: version 1, published 2026-11-02T00:00:00.000Z\nfreshdesk: none, as bundled/);
    expect(one.out).toBe(JSON.stringify(update, null, 2));
    expect(one.err).toBe("zendesk: version 1, published 2026-11-02T00:00:00.000Z");
    expect(removed.out).toBe("Removed the update for zendesk.");
    expect(removedAgain).toMatchObject({ code: 0, out: "There is no update for zendesk." });
  },
  DISK_TIMEOUT_MS,
);

test("a bad file is refused with every reason, and no database is made", async () => {
  const path = await writeUpdate({ helpdesk: "zendesk", reading: { subjct: [], tags: "none" } });
  await rm(dataDir, { recursive: true });

  const { code, out, err } = await run("publish", path);

  expect(code).toBe(2);
  expect(out).toBe("");
  expect(err.split("\n")).toEqual([
    `${path} is not published:`,
    "  reading.tags: has to be a list: [ ]",
    "  reading.subjct: is not known here (misspelt?)",
  ]);
  expect(await readdir(folder)).toEqual(["update.json"]);
});

test("a pattern that would keep pages busy is refused, and no database is made", async () => {
  const path = await writeUpdate({ helpdesk: "zendesk", reading: { cleaning: { cutAt: ["^(\\w+\\s?)+$"] } } });
  await rm(dataDir, { recursive: true });

  const { code, err } = await run("publish", path);

  expect(code).toBe(2);
  expect(err).toMatch(/is not published:\n {2}reading.cleaning.cutAt\[0\]: takes too long on a long line/);
  expect(await readdir(folder)).toEqual(["update.json"]);
});
