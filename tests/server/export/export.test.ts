import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterEach, beforeEach, expect, test } from "vitest";
import { articleEdits, categories } from "../../../server/db/content-schema";
import { ExportPlaceError, exportLines, exportMarkdown } from "../../../server/export/write-export";
import { openLinesSource } from "../../../server/import/files/lines-source";
import { openMarkdownSource } from "../../../server/import/files/markdown-source";
import { runImport } from "../../../server/import/run-import";
import type { ImportSource } from "../../../server/import/source";
import { createTestServer, type TestLine, type TestServer } from "../support";

let server: TestServer;
let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "souffleur-export-"));
  server = await createTestServer();
});

afterEach(() => rm(folder, { recursive: true }));

async function fillBase(): Promise<void> {
  const author = await server.addAgent({ name: "Ada Moreau", role: "manager" });
  await server.db.insert(categories).values({
    key: "Billing",
    path: ["Billing"],
    isSensitive: true,
    verifyEveryDays: 30,
    owner: null,
    updatedAt: new Date(0),
    updatedBy: "x",
  });
  await server.importLines(
    {
      _id: "plain",
      title: "Plain",
      text: "<p>One.</p>\n<p>Two <strong>bold</strong>.</p>",
      metadata: { format: "html" },
    },
    {
      _id: "Füße/../x",
      title: 'Quotes "and": #more',
      text: "<h2>A</h2><table><tr><td>1</td></tr></table><p>a<br>b *c* _d_ &amp; &lt;e&gt;</p>",
      metadata: {
        ...{
          format: "html",
          category: ["Billing", "Debit"],
          groups: ["billing"],
          tags: ["a", "b"],
          audience: "public",
        },
        ...{ owner: { kind: "team", name: "Billing" }, version: 4, publishedAt: "2026-01-01T10:00:00.123Z" },
        ...{
          updatedAt: "2026-01-02",
          verifiedAt: "2026-01-03",
          verifiedBy: "Ada",
          replyText: "Line 1\nLine 2: \u2028 x",
        },
        ...{ url: "https://acme.example/x", summary: "- yes\n- no", escalation: "null", verifyEveryDays: 7 },
      },
    },
    { _id: "plain-fr", title: "Simple", metadata: { language: "fr", translationOf: "plain", sourceVersion: 1 } },
    { _id: "old", metadata: { archivedAt: "2026-05-01T00:00:00Z" } },
    { _id: "PLAIN", metadata: { publishedAt: "2030-01-01", expiresAt: "2031-01-01" } },
  );
  await server.addSynonymSet({ id: "s1", language: null, phrases: ["bill", "invoice"] });
  await author.post("/v1/notices", {
    ...{ severity: "critical", title: "New fee", whatChanged: "4 euros", groups: ["billing"], articleId: "plain" },
  });
  await author.post("/v1/situations", {
    ...{ name: "moving house", cues: ["new address"], groups: [] },
    articles: [{ articleId: "plain", role: "answer" }],
  });
  await server.db.insert(articleEdits).values({
    ...{ id: "plain", status: "draft", baseVersion: 1, revision: 5, authorName: "Ada Moreau", note: "fee" },
    content: { ...EMPTY_CONTENT, title: "Plain, better", bodyHtml: "<p>Three.</p>" },
    ...{ authorId: author.agent.id, creatorId: author.agent.id, createdAt: new Date(1000), updatedAt: new Date(2000) },
  });
}

const EMPTY_CONTENT = {
  ...{ language: "en", translationOf: null, sourceVersion: null, summary: "", replyText: null, owner: null, url: null },
  ...{ kind: "faq" as const, audience: "internal" as const, groups: [], category: [], tags: [], situations: [] },
  ...{ publishedAt: null, expiresAt: null, verifyEveryDays: null, escalation: null },
};

const place = (name: string) => ({
  ...{ db: server.db, path: join(folder, name), withVersions: true, isReplacing: false },
});

async function importFrom(source: ImportSource): Promise<string[]> {
  const bad: string[] = [];
  const onBad = ({ reason }: { reason: string }) => bad.push(reason);
  await runImport(source, { db: server.db, clock: () => server.clock.nowMs, onBad });
  return bad;
}

const linesAt = (path: string) => openLinesSource({ path, language: "xx", name: null });

test("what is exported to JSON lines and imported into an empty base is exported as the same bytes", async () => {
  await fillBase();
  const { path } = place("one.jsonl");
  const count = await exportLines(place("one.jsonl"));
  server = await createTestServer();
  server.clock.nowMs += 86_400_000;

  const bad = await importFrom(await linesAt(path));

  await exportLines(place("two.jsonl"));
  expect(bad).toEqual([]);
  expect(count.articles).toBe(5);
  expect(await readFile(join(folder, "two.jsonl"), "utf8")).toBe(await readFile(path, "utf8"));
});

test("what is exported to Markdown and imported into an empty base is exported as the same bytes", async () => {
  await fillBase();
  const { path } = place("one");
  await exportMarkdown(place("one"));
  server = await createTestServer();

  const bad = [
    ...(await importFrom(await openMarkdownSource({ path, language: "xx", name: null, idPrefix: "" }))),
    ...(await importFrom(await linesAt(join(path, "others.jsonl")))),
  ];

  await exportMarkdown(place("two"));
  expect(bad).toEqual([]);
  expect(await readFolder("two")).toEqual(await readFolder("one"));
});

async function readFolder(name: string): Promise<Record<string, string>> {
  const files = await readdir(join(folder, name));
  const texts = files.map(async (file) => [file, await readFile(join(folder, name, file), "utf8")]);
  return Object.fromEntries(await Promise.all(texts));
}

test("an import of an export into the base it came from changes nothing", async () => {
  await fillBase();
  await exportLines(place("one.jsonl"));

  const source = await linesAt(place("one.jsonl").path);
  const report = await runImport(source, { db: server.db, clock: () => server.clock.nowMs, onBad: () => undefined });

  expect(report).toMatchObject({ new: 0, changed: 0, others: 0, bad: 0 });
});

test("texts of any kind come back the same from JSON lines and from Markdown", { timeout: 120_000 }, async () => {
  const text = fc.oneof(
    fc.string({ unit: "grapheme", maxLength: 60 }),
    fc.constantFrom(
      "- a\n- b",
      "1. x",
      "# no",
      "a\n---\nb",
      "`c`",
      "<p>x</p>",
      "|a|b|\n|-|-|\n|1|2|",
      "  x  ",
      "*a* __b__",
    ),
  );
  const lineArbitrary = fc.record({
    title: text.map((title) => title.trim() || "T"),
    text,
    format: fc.constantFrom("text", "markdown", "html"),
    summary: text,
    replyText: text,
  });
  await fc.assert(
    fc.asyncProperty(fc.array(lineArbitrary, { minLength: 1, maxLength: 12 }), async (drafts) => {
      server = await createTestServer();
      const lines: TestLine[] = drafts.map(({ title, text: body, ...metadata }, index) => ({
        ...{ _id: `a${index}`, title: title.slice(0, 200), text: body, metadata },
      }));
      await server.importLines(...lines);
      await exportLines({ ...place("p1.jsonl"), isReplacing: true });
      await exportMarkdown({ ...place("p"), isReplacing: true });
      const first = await readFile(place("p1.jsonl").path, "utf8");

      server = await createTestServer();
      const badLines = await importFrom(await linesAt(place("p1.jsonl").path));
      await exportLines({ ...place("p2.jsonl"), isReplacing: true });
      server = await createTestServer();
      const markdown = { path: place("p").path, language: "xx", name: null, idPrefix: "" };
      const badFiles = await importFrom(await openMarkdownSource(markdown));
      await exportLines({ ...place("p3.jsonl"), isReplacing: true, withVersions: false });

      expect([...badLines, ...badFiles]).toEqual([]);
      expect(await readFile(place("p2.jsonl").path, "utf8")).toBe(first);
      const articlesOnly = first.split("\n").filter((line) => !line.startsWith('{"type"'));
      expect((await readFile(place("p3.jsonl").path, "utf8")).split("\n")).toEqual(articlesOnly);
    }),
    { numRuns: 15 },
  );
});

test("nothing is written over what is there", async () => {
  await writeFile(join(folder, "taken.jsonl"), "mine");
  await mkdir(join(folder, "home"));
  await writeFile(join(folder, "home", "letter.txt"), "mine");
  await exportMarkdown(place("export"));

  const refused = await Promise.allSettled([
    exportLines(place("taken.jsonl")),
    exportMarkdown({ ...place("home"), isReplacing: true }),
    exportMarkdown(place("export")),
  ]);

  expect(refused.map((one) => one.status === "rejected" && one.reason instanceof ExportPlaceError)).toEqual([
    true,
    true,
    true,
  ]);
  await expect(exportMarkdown({ ...place("export"), isReplacing: true })).resolves.toEqual({ articles: 0, others: 0 });
  expect(await readFile(join(folder, "home", "letter.txt"), "utf8")).toBe("mine");
  expect(new Set(await readdir(folder))).toEqual(new Set(["export", "home", "taken.jsonl"]));
});
