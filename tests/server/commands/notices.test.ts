import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { runCommand } from "../../../server/commands/run-command";
import { TEST_START_MS } from "../support";
import { prepareDataDir } from "../test-database";

/** Making the built-in database on disk takes seconds on a busy machine. */
const DISK_TIMEOUT_MS = 120_000;

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "souffleur-notices-"));
  await prepareDataDir(join(folder, "database"));
});

afterEach(() => rm(folder, { recursive: true }));

/** Exit code, result, and what was said beside it; the line about the database in use is left out. */
async function run(...argv: string[]): Promise<{ code: number; out: string; err: string }> {
  const out: string[] = [];
  const err: string[] = [];
  const code = await runCommand(argv, {
    env: { SOUFFLEUR_DATA: join(folder, "database") },
    clock: () => TEST_START_MS,
    out: (line) => out.push(line),
    err: (line) => err.push(line),
    waitForStop: async () => undefined,
  });
  return { code, out: out.join("\n"), err: err.filter((line) => !line.startsWith("DATABASE_URL")).join("\n") };
}

test(
  "notices are added, listed and ended",
  async () => {
    const none = await run("notices", "list");
    const added = await run(
      ...[
        "notices",
        "add",
        "Refunds take ten days",
        "No longer five.",
        "--severity",
        "important",
        "--group",
        "billing",
      ],
      ...["--cue", "my refund", "--expires", "2026-12-01", "--acknowledge"],
    );
    const id = added.out.split(" ")[1]?.replace(".", "") ?? "";
    const list = await run("notices", "list");
    const ended = await run("notices", "end", id);
    const again = await run("notices", "end", id);
    const after = await run("notices", "list");

    expect(none).toEqual({ code: 0, out: "", err: "There are no notices." });
    expect(added.out).toBe(`Added ${id}. Agents of billing get it with their next sync.`);
    expect(list.out).toBe(`${id} published until 2026-12-01T00:00:00.000Z, important, billing: Refunds take ten days`);
    expect(ended.out).toBe(`Ended ${id}. It leaves agents with their next sync.`);
    expect(again.out).toBe(`Nothing changed: ${id} is over.`);
    expect(after.out).toContain(`${id} expired, important`);
  },
  DISK_TIMEOUT_MS,
);

test(
  "what cannot be added is refused with the reason and exit code 2",
  async () => {
    const refused = [
      await run("notices", "add", "Title"),
      await run("notices", "add", "Title", "Text", "--severity", "loud"),
      await run("notices", "add", "Title", "Text", "--expires", "tomorrow"),
      await run("notices", "add", "Title", "Text", "--expires", "2026-10-01"),
      await run("notices", "add", "Title", "Text", "--article", "none"),
      await run("notices", "list", "--group", "billing"),
      await run("notices", "end", "none"),
      await run("notices"),
    ];

    expect(refused.map(({ code }) => code)).toEqual(refused.map(() => 2));
    expect(refused.map(({ err }) => err)).toEqual([
      expect.stringContaining("takes a title and what changed"),
      expect.stringContaining("severity"),
      expect.stringContaining("--expires: expected a day"),
      expect.stringContaining("expiresAt: it has to come after the publication"),
      expect.stringContaining("articleId: there is no such article"),
      expect.stringContaining("--group: only for notices add"),
      expect.stringContaining("no notice with the id none"),
      expect.stringContaining("notices takes add"),
    ]);
  },
  DISK_TIMEOUT_MS,
);
