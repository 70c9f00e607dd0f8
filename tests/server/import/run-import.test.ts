import { beforeEach, describe, expect, test } from "vitest";
import { auditLog } from "../../../server/db/access-schema";
import { importedArticles, importRuns } from "../../../server/db/import-schema";
import { articles, serverState } from "../../../server/db/schema";
import type { ImportOptions } from "../../../server/import/run-import";
import type { ImportSource } from "../../../server/import/source";
import { createTestServer, type TestServer } from "../support";
import { type Content, createSource, ids, readAll, readAudit, readCounter, readInUse, runSource } from "./test-source";

let server: TestServer;

beforeEach(async () => {
  server = await createTestServer();
});

function run(content: Content, options: ImportOptions = {}) {
  return runSource(server, createSource(content), options);
}

describe("the same again", () => {
  test("changes nothing and is noted once in the audit trail", async () => {
    const content = { batches: [ids("a", "b"), ids("c")] };
    await run(content);
    const before = {
      rows: await readAll(server),
      counter: await readCounter(server),
      audit: (await readAudit(server)).length,
    };
    server.clock.nowMs += 60_000;

    const { report } = await run(content);

    expect(report).toMatchObject({ read: 3, new: 0, changed: 0, unchanged: 3, archived: 0 });
    expect(await readAll(server)).toEqual(before.rows);
    expect(await readCounter(server)).toBe(before.counter);
    expect((await readAudit(server)).slice(before.audit)).toMatchObject([
      { action: "import.start", actorName: "command line" },
    ]);
  });

  test("with one article changed changes that one", async () => {
    await run({ batches: [ids("a", "b")] });

    const { report } = await run({ batches: [[{ id: "a" }, { id: "b", title: "Other" }]] });

    expect(report).toMatchObject({ changed: 1, unchanged: 1 });
    expect(await readAll(server)).toMatchObject([{ version: 1 }, { version: 2, title: "Other" }]);
    expect((await readAudit(server)).at(-1)).toMatchObject({
      action: "import.write",
      details: { new: [], changed: ["b"] },
    });
  });
});

describe("an import that dies", () => {
  const content = { batches: [ids("a", "b"), ids("c"), ids("d")] };

  async function dieAfter(batches: number, source: ImportSource): Promise<void> {
    let done = 0;
    const onProgress = () => {
      done += 1;
      if (done === batches) throw new Error("the process is gone");
    };
    await expect(runSource(server, source, {}, { onProgress })).rejects.toThrow("the process is gone");
  }

  test("goes on at its checkpoint with its counts", async () => {
    const source = createSource(content);
    await dieAfter(2, source);
    const resumed: number[] = [];

    const { report } = await runSource(server, source, {}, { onResume: ({ read }) => resumed.push(read) });

    expect(source.readFrom).toEqual([0, 2]);
    expect(resumed).toEqual([3]);
    expect(report).toMatchObject({ read: 4, new: 4, changed: 0, unchanged: 0, archived: 0 });
    expect((await readAll(server)).map(({ id, version }) => [id, version])).toEqual([
      ["a", 1],
      ["b", 1],
      ["c", 1],
      ["d", 1],
    ]);
  });

  test.each<[string, (source: ReturnType<typeof createSource>) => Promise<unknown>]>([
    [
      "after more than a week",
      (source) => {
        server.clock.nowMs += 7 * 86_400_000 + 1;
        return runSource(server, source);
      },
    ],
    ["when that is asked for", (source) => runSource(server, source, { restart: true })],
    ["under other settings", (source) => runSource(server, { ...source, settings: "other" })],
  ])("starts over %s", async (_when, runAgain) => {
    const source = createSource(content);
    await dieAfter(2, source);

    await runAgain(source);

    expect(source.readFrom).toEqual([0, 0]);
    expect(await readInUse(server)).toEqual(["a", "b", "c", "d"]);
  });

  test("does not go on once it was finished", async () => {
    const source = createSource(content);
    await dieAfter(1, source);
    await runSource(server, source);

    await runSource(server, source);

    expect(source.readFrom).toEqual([0, 1, 0]);
  });

  test("while archiving archives the rest when it goes on, and does not read again", async () => {
    const many = Array.from({ length: 450 }, (_, index) => `x${index}`);
    await run({ batches: [ids("a", ...many)] });
    const source = createSource({ batches: [ids("a")] });
    let archivings = 0;
    const onProgress = ({ archived }: { archived: number }) => {
      if (archived > 0) archivings += 1;
      if (archivings === 1) throw new Error("the process is gone");
    };
    await expect(runSource(server, source, { archiveMany: true }, { onProgress })).rejects.toThrow();

    const { report } = await runSource(server, source, { archiveMany: true });

    expect(source.readFrom).toEqual([0]);
    expect(report).toMatchObject({ vanished: 450, archived: 450 });
    expect(await readInUse(server)).toEqual(["a"]);
  });

  test("and was taken up by another process writes no more", async () => {
    const source = createSource(content);
    let isFirst = true;
    const onProgress = async () => {
      if (!isFirst) return;
      isFirst = false;
    };
    const slow: ImportSource = {
      ...source,
      async *read(checkpoint) {
        let batches = 0;
        for await (const batch of source.read(checkpoint)) {
          if (batches === 1) await runSource(server, createSource(content));
          batches += 1;
          yield batch;
        }
      },
    };

    await expect(runSource(server, slow, {}, { onProgress })).rejects.toThrow(
      /Another import of wiki:test is under way/,
    );

    expect(await readInUse(server)).toEqual(["a", "b", "c", "d"]);
  });

  test("because somebody asked ends after the batch under way", async () => {
    const stop = new AbortController();
    const source = createSource(content);

    const importing = runSource(server, source, {}, { stop: stop.signal, onProgress: () => stop.abort() });

    await expect(importing).rejects.toThrow("asked to stop");
    expect(await readInUse(server)).toEqual(["a", "b"]);
  });
});

describe("an id that is taken", () => {
  test("by another source or by hand is bad and left alone", async () => {
    await server.importLines({ _id: "hand", title: "By hand" });
    await run({ batches: [[{ id: "theirs", title: "Theirs" }]], key: "wiki:other" });

    const { report, bad } = await run({ batches: [ids("hand", "theirs", "a")] });

    expect(report).toMatchObject({ read: 3, new: 1, bad: 2 });
    expect(bad).toEqual([
      { place: "page hand", reason: 'the id "hand" belongs to an article that was written here' },
      { place: "page theirs", reason: 'the id "theirs" belongs to wiki:other' },
    ]);
    expect(await readAll(server)).toMatchObject([{}, { title: "By hand", source: null }, { title: "Theirs" }]);
  });

  test("in a file wins over articles without a source and of other files, not over a help center's", async () => {
    await server.importLines({ _id: "hand" });
    await run({ batches: [ids("old")], key: "file:old.jsonl", takesOver: true });
    await run({ batches: [ids("far")] });

    const { report } = await run({ batches: [ids("hand", "old", "far")], key: "file:new.jsonl", takesOver: true });

    expect(report).toMatchObject({ unchanged: 2, bad: 1 });
    expect((await readAll(server)).map(({ id, source }) => [id, source])).toEqual([
      ["far", "wiki:test"],
      ["hand", "file:new.jsonl"],
      ["old", "file:new.jsonl"],
    ]);
  });

  test("twice in one source is bad the second time", async () => {
    const { report, bad } = await run({
      batches: [
        [
          { id: "a", title: "First" },
          { id: "a", title: "Second" },
        ],
      ],
    });

    expect(report).toMatchObject({ new: 1, bad: 1 });
    expect(bad).toEqual([{ place: "page a", reason: 'the id "a" has come already' }]);
    expect(await readAll(server)).toMatchObject([{ title: "First" }]);
  });
});

test("a trial writes nothing at all and reports what an import would", async () => {
  await run({ batches: [ids("a", "b", "gone")] });
  const tables = [articles, importRuns, importedArticles, auditLog, serverState];
  const readTables = async () => Promise.all(tables.map((table) => server.db.select().from(table)));
  const before = await readTables();
  const content = { batches: [[{ id: "a", title: "Other" }], ids("b", "c")] };

  const trial = await run(content, { dryRun: true });
  const after = await readTables();
  const real = await run(content);

  expect(after).toEqual(before);
  expect(trial.report).toEqual(real.report);
  expect(trial.report).toMatchObject({ new: 1, changed: 1, unchanged: 1, archived: 1 });
});
