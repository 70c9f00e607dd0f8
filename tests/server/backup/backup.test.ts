import { mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import { sql } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { changesPageSchema } from "../../../lib/contract/changes";
import { readBackupFile } from "../../../server/backup/backup-file";
import { BackupFileError } from "../../../server/backup/backup-line";
import { readBackupLines } from "../../../server/backup/read-backup-lines";
import { DatabaseNotEmptyError, restoreBackup } from "../../../server/backup/restore-backup";
import { listTables } from "../../../server/backup/tables";
import { rowsOf } from "../../../server/db/rows-of";
import { writeLinesFile } from "../../../server/write-lines-file";
import { createTestServer, type TestAgent, type TestServer } from "../support";

let server: TestServer;
let agent: TestAgent;
let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "souffleur-backup-"));
  server = await createTestServer();
  agent = await server.addAgent({ role: "admin" });
  await server.importLines(
    {
      _id: "a",
      title: "Line\u2028separator",
      metadata: { groups: ["billing"], publishedAt: "2026-01-01T10:00:00.123Z" },
    },
    ...Array.from({ length: 120 }, (_, index) => ({ _id: `b${index}` })),
  );
  await agent.post("/v1/flags", { flags: [FLAG] });
  await server.db.execute(
    sql`insert into audit_log (at, actor_name, action, subject_type, subject_id) values (now(), 'x', 'y', 'z', '')`,
  );
});

afterEach(() => rm(folder, { recursive: true }));

const FLAG = {
  id: "01936f5e-0000-7000-8000-000000000001",
  articleId: "a",
  articleVersion: 1,
  reason: "outdated",
  comment: 'émue \\ "quoted"',
  flaggedAt: "2026-11-02T08:00:00.001Z",
};

async function backUp(name = "backup.gz"): Promise<string> {
  const path = join(folder, name);
  await writeLinesFile(path, true, (write) => readBackupLines(server.db, server.clock.nowMs, write));
  return path;
}

async function readAll(): Promise<Record<string, unknown[]>> {
  const rows: Record<string, unknown[]> = {};
  for (const { name } of listTables()) {
    const all = sql`select row_to_json(t)::text as row from ${sql.identifier(name)} t order by 1`;
    rows[name] = rowsOf(await server.db.execute(all)).map(({ row }) => row);
  }
  return rows;
}

const restore = (path: string, isReplacing = true) =>
  restoreBackup(server.db, readBackupFile(path), { isReplacing, nowMs: server.clock.nowMs });

test("a backup knows every table of the database", async () => {
  const found = await server.db.execute(
    sql`select table_name as name from information_schema.tables where table_schema = 'public' order by 1`,
  );

  const names = listTables().map(({ name }) => name);

  expect(new Set(names)).toEqual(new Set(rowsOf(found).map(({ name }) => name)));
});

test("what is restored is what was there, but for the epoch and a line in the audit trail", async () => {
  const before = await readAll();
  const path = await backUp();
  await server.importLines({ _id: "later" });
  await server.deleteArticle("a");

  await restore(path);

  const after = await readAll();
  const { server_state: state, audit_log: audit, ...rest } = before;
  const { server_state: stateAfter, audit_log: auditAfter, ...restAfter } = after;
  expect(restAfter).toEqual(rest);
  expect(auditAfter).toHaveLength((audit ?? []).length + 1);
  expect(stateAfter).not.toEqual(state);
});

test("a backup of a restored database has the same rows again", async () => {
  const path = await backUp();
  await restore(path);

  const again = await backUp("again.gz");

  const linesOf = async (file: string) =>
    gunzipSync(await readFile(file))
      .toString()
      .split("\n")
      .filter((line) => !/server_state|audit_log|"end"/.test(line));
  expect((await linesOf(again)).sort()).toEqual((await linesOf(path)).sort());
});

test("clients' cursors of before are refused after a restore: they read everything anew", async () => {
  const { cursor } = changesPageSchema.parse(await (await agent.get("/v1/changes?limit=500")).json());
  await restore(await backUp());

  const page = changesPageSchema.parse(
    await (await agent.get(`/v1/changes?cursor=${cursor}`, { "If-None-Match": `"${cursor}"` })).json(),
  );

  expect(page.reset).toBe(true);
});

test("numbers that the database gives out count on after a restore", async () => {
  await restore(await backUp());

  const adding = server.db.execute(
    sql`insert into audit_log (at, actor_name, action, subject_type, subject_id) values (now(), 'x', 'y', 'z', '')`,
  );

  await expect(adding).resolves.toBeDefined();
});

test("a backup is for its owner's eyes and leaves nothing unfinished behind", async () => {
  const path = await backUp();

  const { mode } = await stat(path);

  expect(mode & 0o777).toBe(0o600);
});

describe("nothing is changed by", () => {
  test("a restore into a database with rows", async () => {
    const path = await backUp();
    const before = await readAll();

    const restoring = restore(path, false);

    await expect(restoring).rejects.toThrow(DatabaseNotEmptyError);
    expect(await readAll()).toEqual(before);
  });

  test.each<[string, (text: string) => string | Buffer]>([
    ["is cut off at a line", (text) => gzipSync(text.split("\n").slice(0, 50).join("\n"))],
    ["is cut off anywhere", (text) => gzipSync(text).subarray(0, 900)],
    [
      "lacks a row",
      (text) =>
        gzipSync(
          text
            .split("\n")
            .filter((line) => !line.includes('"b7"'))
            .join("\n"),
        ),
    ],
    ["is of other tables", (text) => gzipSync(text.replace(/"schemaVersion":\d+/, '"schemaVersion":1'))],
    ["is something else", () => gzipSync('{"_id":"a"}')],
    ["is not packed", (text) => text],
    ["is empty", () => gzipSync("")],
    ["is not JSON", (text) => gzipSync(text.replace('{"table"', "{table"))],
  ])("a file that %s", async (_what, damage) => {
    const path = await backUp();
    const before = await readAll();
    await writeFile(path, damage(gunzipSync(await readFile(path)).toString()));

    const restoring = restore(path);

    await expect(restoring).rejects.toThrow(BackupFileError);
    expect(await readAll()).toEqual(before);
  });
});
