import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { purgeTombstones } from "../../../server/articles/purge-tombstones";
import { openLinesSource } from "../../../server/import/files/lines-source";
import { addAuthor } from "../articles/author";
import { createTestServer, type TestServer } from "../support";
import { createSource, ids, readAll, runSource } from "./test-source";

let server: TestServer;
let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "souffleur-kept-"));
  server = await createTestServer();
});

afterEach(() => rm(folder, { recursive: true }));

async function importFile(...lines: object[]) {
  const path = join(folder, "lines.jsonl");
  await writeFile(path, lines.map((line) => JSON.stringify(line)).join("\n"));
  return runSource(server, await openLinesSource({ path, language: "en", name: null }));
}

describe("who may read an article", () => {
  test("stays as it is where a line does not say", async () => {
    const author = await addAuthor(server, { role: "admin" });
    await author.write("x", { groups: ["billing"], audience: "public" });
    await author.act("x", "publish", { confirmPublic: true });

    await importFile({ _id: "x", title: "T", text: "typo mended" }, { _id: "new", title: "N", text: "n" });

    expect(await readAll(server)).toMatchObject([
      { id: "new", groups: [], audience: "internal" },
      { id: "x", title: "T", groups: ["billing"], audience: "public" },
    ]);
  });

  test("becomes everybody where a line says so", async () => {
    await importFile({ _id: "x", title: "T", text: "t", metadata: { groups: ["billing"] } });

    await importFile({ _id: "x", title: "T", text: "t" });
    const [unsaid] = await readAll(server);
    await importFile({ _id: "x", title: "T", text: "t", metadata: { groups: [] } });

    expect(unsaid?.groups).toEqual(["billing"]);
    expect(await readAll(server)).toMatchObject([{ groups: [] }]);
  });
});

describe("an article that was deleted here for good", () => {
  test("stays deleted when its source brings it again, also when its tombstone is gone", async () => {
    const author = await addAuthor(server, { role: "admin" });
    const source = () => createSource({ batches: [ids("d", "e")] });
    await runSource(server, source());
    await author.send("DELETE", "/v1/articles/d", undefined, { "If-Match": "*" });

    const { report, bad } = await runSource(server, source());
    await purgeTombstones(server.db, server.clock.nowMs + 1);
    const after = await runSource(server, source());

    expect(bad).toEqual([]);
    expect(report).toMatchObject({ read: 2, new: 0, unchanged: 1, skipped: { "deleted here": 1 } });
    expect(after.report).toMatchObject({ new: 0, unchanged: 1, skipped: { "deleted here": 1 } });
    expect((await readAll(server)).map(({ id }) => id)).toEqual(["e"]);
  });
});
