import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { runCommand } from "../../../server/commands/run-command";
import { openDatabase } from "../../../server/db/open-database";
import { flags } from "../../../server/db/schema";
import { takeFlags } from "../../../server/flags/take-flags";
import { importArticles } from "../../../server/import/import-articles";
import { DEFAULT_SETTINGS } from "../../../server/settings";
import { createFlag } from "../flags/flags";
import { TEST_START_MS } from "../support";
import { prepareDataDir } from "../test-database";

/** Making the built-in database on disk takes seconds on a busy machine. */
const DISK_TIMEOUT_MS = 240_000;

const UUID = /[0-9a-f]{8}-[0-9a-f-]{27}/;

let folder: string;
let dataDir: string;
let nowMs: number;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "souffleur-access-"));
  dataDir = join(folder, "database");
  await prepareDataDir(dataDir);
  nowMs = TEST_START_MS;
});

afterEach(() => rm(folder, { recursive: true }));

/** Exit code, result, and what was said beside it; the line about the database in use is left out. */
async function run(...argv: string[]): Promise<{ code: number; out: string; err: string }> {
  const out: string[] = [];
  const err: string[] = [];
  const code = await runCommand(argv, {
    env: { SOUFFLEUR_DATA: dataDir, SOUFFLEUR_TOKEN_DAYS: "90" },
    clock: () => nowMs,
    out: (line) => out.push(line),
    err: (line) => err.push(line),
    waitForStop: async () => undefined,
  });
  return { code, out: out.join("\n"), err: err.filter((line) => !line.startsWith("DATABASE_URL")).join("\n") };
}

function idIn(text: string): string {
  const id = UUID.exec(text)?.[0];
  if (!id) throw new Error(`no id in: ${text}`);
  return id;
}

test(
  "agents are added, listed, changed, disabled and enabled",
  async () => {
    const root = await run("add-agent", "--name", "Root", "--role", "admin");
    const ada = await run("add-agent", "--name", "Ada Moreau", "--group", "billing", "--days", "never");
    const again = await run("add-agent", "--name", "ada moreau");
    const another = await run("add-agent", "--name", "Ada Moreau", "--audience", "public", "--another");
    const ambiguous = await run("agents", "change", "Ada Moreau", "--role", "manager");
    const listed = await run("agents", "list");
    const id = idIn(listed.out.split("\n").find((line) => line.includes("billing")) ?? "");
    const changed = await run("agents", "change", id, "--role", "manager", "--group", "retention", "--name", "Ada M.");
    const disabled = await run("agents", "disable", "ada m.");
    const enabled = await run("agents", "enable", "ada m.");
    const lastAdmin = await run("agents", "disable", "root");
    const nobody = await run("agents", "enable", "Zoe");

    expect(root.out).toMatch(/^Added Root .*good until 2027-01-31T09:00:00.000Z:\nsfl_\S{43}$/);
    expect(ada).toMatchObject({ code: 0, err: 'Note: no other agent and no article is in the group "billing".' });
    expect(ada.out).toMatch(
      /^Added Ada Moreau \(agent, in billing\). The token, which is not shown again:\nsfl_\S{43}$/,
    );
    expect(again.code).toBe(2);
    expect(again.err).toMatch(/^There is an agent called "ada moreau" already: \S+\. --another adds/);
    expect(another.code).toBe(0);
    expect(ambiguous).toMatchObject({ code: 2, err: expect.stringMatching(/^2 agents are called "Ada Moreau"/) });
    expect(listed.out.split("\n")).toHaveLength(3);
    expect(listed.out).toMatch(/Ada Moreau \(agent, in no group, public articles only\), 1 token, never used/);
    expect(changed.out).toBe(`${id} Ada M. (manager, in retention), 1 token, never used`);
    expect(disabled.out).toMatch(/DISABLED since 2026-11-02$/);
    expect(enabled.out).not.toMatch(/DISABLED/);
    expect(lastAdmin).toMatchObject({ code: 2, err: "This is the last admin: make somebody else one first." });
    expect(nobody).toMatchObject({ code: 2, err: 'There is no agent with the id or name "Zoe".' });
  },
  DISK_TIMEOUT_MS,
);

test(
  "tokens are listed, issued, rotated and revoked",
  async () => {
    await run("add-agent", "--name", "Noor Haddad");
    const issued = await run("tokens", "issue", "noor haddad", "--label", "laptop", "--days", "30");
    const id = idIn(issued.out);
    const rotated = await run("tokens", "rotate", id);
    const revoked = await run("tokens", "revoke", idIn(rotated.out));
    nowMs += 2 * 86_400_000;
    const listed = await run("tokens", "list", "Noor Haddad");
    const stale = await run("tokens", "rotate", id);
    const unknown = await run("tokens", "revoke", "nothing");

    expect(issued.out).toMatch(/^Issued \S+ to Noor Haddad\. .*good until 2026-12-02T09:00:00.000Z:\nsfl_\S{43}$/);
    expect(rotated.out).toMatch(/in place of \S+, which is taken for 24 hours more/);
    expect(revoked.out).toMatch(/^Revoked \S+: it is not taken any more\.$/);
    const lines = listed.out.split("\n").map((line) => line.replace(UUID, "ID"));
    expect(new Set(lines)).toEqual(
      new Set([
        'ID Noor Haddad "laptop", since 2026-11-02, until 2026-12-02, never used, REVOKED on 2026-11-02',
        'ID Noor Haddad "laptop", since 2026-11-02, EXPIRED on 2026-11-03, never used',
        "ID Noor Haddad, since 2026-11-02, until 2027-01-31, never used",
      ]),
    );
    expect(stale).toMatchObject({ code: 2, err: expect.stringContaining("There is no token in force") });
    expect(unknown.code).toBe(2);
  },
  DISK_TIMEOUT_MS,
);

test(
  "flag cases are listed and answered",
  async () => {
    await flagAnArticle();
    const listed = await run("flags", "list");
    const early = await run("flags", "list", "--overdue");
    nowMs += 7 * 86_400_000;
    const overdue = await run("flags", "list", "--overdue");
    const id = idIn(listed.out);
    const bare = await run("flags", "answer", id, "--status", "declined");
    const answered = await run("flags", "answer", id, "--status", "fixed", "--answer", "Right now.");
    const none = await run("flags", "list");
    const closed = await run("flags", "list", "--status", "closed");
    const unknown = await run("flags", "answer", "nothing", "--status", "fixed");

    expect(listed.out).toBe(`${id} open, 1 flag on a "Fees", look by 2026-11-05, assigned to nobody`);
    expect(early).toMatchObject({ out: "", err: "No case is overdue." });
    expect(overdue.out).toMatch(/look by 2026-11-05 OVERDUE/);
    expect(bare).toMatchObject({ code: 2, err: "answer: declining takes a word to those who flagged" });
    expect(answered.out).toMatch(/fixed, .*: Right now\.$/);
    expect(none.err).toBe("There are no such cases.");
    expect(closed.out).toContain(id);
    expect(unknown).toMatchObject({ code: 2, err: "There is no case with the id nothing; see flags list." });
  },
  DISK_TIMEOUT_MS,
);

test.each([
  [["agents"], /agents takes list, change AGENT/],
  [["agents", "change", "Ada"], /Nothing is to be changed/],
  [["agents", "change", "Ada", "--group", "a", "--no-groups"], /exclude each other/],
  [["agents", "list", "--role", "admin"], /are for change/],
  [["add-agent", "--name", "Ada", "--days", "0"], /--days: expected a number of days up to 3650, or never/],
  [["add-agent", "--name", "Ada", "--audience", "all"], /--audience: expected one of public, internal/],
  [["tokens", "issue"], /tokens takes list/],
  [["tokens", "revoke", "x", "--label", "y"], /are for issue/],
  [["flags", "answer", "x"], /--status: expected one of accepted, fixed, declined/],
  [["flags", "list", "--status", "old"], /--status: expected one of open/],
])("%j is refused before anything is opened", async (argv, reason) => {
  const { code, err } = await run(...argv);

  expect(code).toBe(2);
  expect(err).toMatch(reason);
});

async function flagAnArticle(): Promise<void> {
  const agentId = (await run("add-agent", "--name", "Root", "--role", "admin")).code;
  expect(agentId).toBe(0);
  const id = idIn((await run("agents", "list")).out);
  const { db, close } = await openDatabase({ dataDir });
  const line = JSON.stringify({ _id: "a", title: "Fees", text: "Twelve euros." });
  await importArticles({ db, clock: () => nowMs, lines: eachOf(line), onBadLine: (bad) => expect(bad).toBeNull() });
  const agent = { id, name: "Root", role: "admin" as const, groups: [], audience: "internal" as const };
  await takeFlags({ db, agent, sent: [createFlag()], settings: DEFAULT_SETTINGS.flags, nowMs });
  expect(await db.select().from(flags)).toHaveLength(1);
  await close();
}

async function* eachOf(line: string): AsyncIterable<string> {
  yield line;
}
