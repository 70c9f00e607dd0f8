import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { articleVersions } from "../../../server/db/content-schema";
import { exportLines } from "../../../server/export/write-export";
import { openLinesSource } from "../../../server/import/files/lines-source";
import { addAuthor } from "../articles/author";
import { runSource } from "../import/test-source";
import { createTestServer, type TestServer } from "../support";

let server: TestServer;
let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "souffleur-long-"));
  server = await createTestServer();
});

afterEach(() => rm(folder, { recursive: true }));

const place = (name: string) => ({
  ...{ db: server.db, path: join(folder, name), withVersions: true, isReplacing: false },
});

const names = (count: number, length: number) =>
  Array.from({ length: count }, (_, index) => `${index}`.padEnd(length, "x"));

test("a stored text that is too long for authors does not keep the others from being exported", async () => {
  await server.importLines({ _id: "x" });
  const [version] = await server.db.select().from(articleVersions);
  if (version) {
    const content = { ...version.content, summary: "s".repeat(6_000), tags: names(60, 4) };
    await server.db.update(articleVersions).set({ content });
  }

  const count = await exportLines(place("all.jsonl"));

  expect(count).toEqual({ articles: 1, others: 1 });
});

test("what an import takes at most, authors may write back and an import of its export takes again", async () => {
  const author = await addAuthor(server, { role: "admin" });
  const lists = { category: names(50, 200), tags: names(50, 200), situations: names(50, 200) };
  const metadata = {
    ...{ ...lists, format: "html", summary: "s".repeat(5_000), escalation: "e".repeat(5_000), verifyEveryDays: 36_500 },
    ...{ groups: names(50, 200) },
  };
  await server.importLines({ _id: "x", title: "T".repeat(500), text: `<p>${"é".repeat(300_000)}</p>`, metadata });

  const { content } = await author.read("x");
  const headers = { "If-Match": "*" };
  const written = await author.send("PUT", "/v1/articles/x", { content, note: "" }, headers);
  await exportLines(place("one.jsonl"));
  server = await createTestServer();
  const { bad } = await runSource(
    server,
    await openLinesSource({ path: place("one.jsonl").path, language: "en", name: null }),
  );
  await exportLines(place("two.jsonl"));

  expect(written.status).toBeLessThan(300);
  expect(bad).toEqual([]);
  expect(await readFile(place("two.jsonl").path, "utf8")).toBe(await readFile(place("one.jsonl").path, "utf8"));
});

test.each([
  [{ summary: "s".repeat(5_001) }, /^metadata\.summary: /],
  [{ escalation: "s".repeat(5_001) }, /^metadata\.escalation: /],
  [{ replyText: "s".repeat(500_001) }, /^metadata\.replyText: /],
  [{ tags: names(51, 4) }, /^metadata\.tags: /],
  [{ groups: names(1, 201) }, /^metadata\.groups: /],
  [{ category: names(51, 4).join(" > ") }, /^metadata\.category: /],
  [{ verifyEveryDays: 36_501 }, /^metadata\.verifyEveryDays: /],
])("a line that says more than authors may is bad and names the field: %#", async (metadata, reason) => {
  const { badLines } = await server.importText(JSON.stringify({ _id: "x", title: "T", text: "t", metadata }));

  expect(badLines).toMatchObject([{ line: 1, reason: expect.stringMatching(reason) }]);
});

test("a text that becomes too long as HTML is bad", async () => {
  const { badLines } = await server.importText(JSON.stringify({ _id: "x", title: "T", text: "a & b ".repeat(60_000) }));

  expect(badLines).toEqual([{ line: 1, reason: "text: longer than 500000 characters as HTML" }]);
});
