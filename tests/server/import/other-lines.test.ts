import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { asc, eq } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { articleEdits, articleVersions } from "../../../server/db/content-schema";
import { openLinesSource } from "../../../server/import/files/lines-source";
import type { ImportOptions } from "../../../server/import/run-import";
import { addAuthor } from "../articles/author";
import { createTestServer, type TestServer } from "../support";
import { createSource, ids, pull, readAudit, runSource } from "./test-source";

const AT = "2026-01-05T09:00:00.000Z";
const CONTENT = { language: "en", title: "From the file", bodyHtml: "<p>File.</p>", audience: "public" };

let server: TestServer;
let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "souffleur-lines-"));
  server = await createTestServer();
});

afterEach(() => rm(folder, { recursive: true }));

async function importFile(lines: object[], options: ImportOptions = {}, name = "lines.jsonl") {
  const path = join(folder, name);
  await writeFile(path, lines.map((line) => JSON.stringify(line)).join("\n"));
  return runSource(server, await openLinesSource({ path, language: "en", name: null }), options);
}

function copyOf(id: string, more: object = {}) {
  return {
    ...{ type: "workingCopy", id, status: "scheduled", content: CONTENT, baseVersion: 1, origin: "edit" },
    ...{ author: "Zed", creator: "Zed", createdAt: AT, updatedAt: AT, submittedAt: AT, note: "" },
    ...{ reviewer: "Yan", reviewNote: null, dueAt: AT, ...more },
  };
}

function versionOf(articleId: string, version: number, more: object = {}) {
  return {
    ...{ type: "version", articleId, version, content: CONTENT, author: "Zed", approvedBy: null },
    ...{ origin: "edit", note: "", createdAt: AT, ...more },
  };
}

const readCopies = () => server.db.select().from(articleEdits).orderBy(asc(articleEdits.id));

const readVersions = (id: string) =>
  server.db
    .select()
    .from(articleVersions)
    .where(eq(articleVersions.articleId, id))
    .orderBy(asc(articleVersions.version));

describe("a working copy of a file", () => {
  test("that was scheduled waits for a second person and publishes nothing", async () => {
    const author = await addAuthor(server);
    const customers = await server.addAgent({ audience: "public" });
    await author.write("x");
    await author.act("x", "publish");

    const { report, bad } = await importFile([copyOf("x")]);
    const served = await pull(customers, null);

    expect(bad).toEqual([]);
    expect(report).toMatchObject({ others: 1, sentToReview: 1, keptInternal: 1 });
    expect(await readCopies()).toMatchObject([
      { status: "inReview", dueAt: null, reviewerName: null, content: { audience: "internal" } },
    ]);
    expect(served.changes).toEqual([]);
  });

  test("makes an internal article public when it is published only where that was allowed", async () => {
    await server.importLines({ _id: "x" });

    const { report } = await importFile([copyOf("x", { status: "draft" })], { allowPublic: true });

    expect(report).toMatchObject({ keptInternal: 0, sentToReview: 0 });
    expect(await readCopies()).toMatchObject([{ status: "draft", content: { audience: "public" } }]);
  });

  test("of an article that belongs to another source is left out and told", async () => {
    await runSource(server, createSource({ batches: [ids("z")], key: "zendesk:acme" }));

    const { bad } = await importFile([{ _id: "z", title: "no", text: "no" }, copyOf("z")]);

    expect(bad).toEqual([
      { place: 'article "z"', reason: 'the id "z" belongs to zendesk:acme' },
      { place: "line 2", reason: 'the id "z" belongs to zendesk:acme' },
    ]);
    expect(await readCopies()).toEqual([]);
  });
});

describe("a version of a file", () => {
  test("is never written over one that is here", async () => {
    const author = await addAuthor(server, { name: "Ada" });
    await author.write("x", { title: "Mine" });
    await author.act("x", "publish");

    const { bad } = await importFile([versionOf("x", 1)]);

    expect(bad).toEqual([{ place: "line 1", reason: 'version 1 of "x" is here with other words' }]);
    expect(await readVersions("x")).toMatchObject([{ authorName: "Ada", content: { title: "Mine" } }]);
  });

  test("says who wrote what an import brought", async () => {
    const line = { _id: "x", title: "From the file", text: "<p>File.</p>" };

    const { bad } = await importFile([
      { ...line, metadata: { format: "html", audience: "public" } },
      versionOf("x", 1),
    ]);

    expect(bad).toEqual([]);
    expect(await readVersions("x")).toMatchObject([{ authorName: "Zed", origin: "edit" }]);
  });

  test("that the article has not come to, or of an article that is not here, is left out and told", async () => {
    await server.importLines({ _id: "x" });

    const { bad } = await importFile([versionOf("x", 2), versionOf("nowhere", 1)]);

    expect(bad.map(({ reason }) => reason)).toEqual(['"x" has no version 2 yet', 'there is no article "nowhere"']);
    expect(await readVersions("nowhere")).toEqual([]);
  });

  test("of an article that belongs to another source is left out and told", async () => {
    await runSource(server, createSource({ batches: [ids("z")], key: "zendesk:acme" }));

    const { bad } = await importFile([versionOf("z", 1)]);

    expect(bad).toEqual([{ place: "line 1", reason: 'the id "z" belongs to zendesk:acme' }]);
    expect(await readVersions("z")).toMatchObject([{ authorName: "import", content: { title: "Title z" } }]);
  });
});

test("all that a file brings beside articles is in the audit trail", async () => {
  await server.importLines({ _id: "x" });
  const before = (await readAudit(server)).length;

  await importFile([
    { type: "category", path: ["Legal"], isSensitive: true, verifyEveryDays: null, owner: null },
    { type: "synonymSet", id: "s1", language: null, phrases: ["bill", "invoice"] },
    { type: "situation", id: "moving", name: "Moving", language: null, cues: ["moving"], groups: [], articles: [] },
    { type: "notice", id: "n1", severity: "critical", title: "N", whatChanged: "w", groups: ["fraud"] },
    copyOf("x"),
  ]);

  expect((await readAudit(server)).slice(before)).toMatchObject([
    { action: "import.start" },
    { action: "category.put", subjectId: "Legal", actorName: "command line" },
    { action: "synonyms.add", subjectId: "s1" },
    { action: "situation.create", subjectId: "moving" },
    { action: "notice.create", subjectId: "n1", details: { severity: "critical", groups: ["fraud"] } },
    { action: "agent.add", details: { name: "Zed" } },
    { action: "article.begin", subjectId: "x", details: { author: "Zed", status: "inReview" } },
  ]);
});
