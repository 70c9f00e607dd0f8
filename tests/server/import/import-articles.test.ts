import { beforeEach, describe, expect, test } from "vitest";
import { type Article, articleSchema } from "../../../lib/contract/article";
import { createReplica } from "../feed/replica";
import { createTestServer, TEST_START_MS, type TestLine, type TestServer } from "../support";

const START = new Date(TEST_START_MS).toISOString();

let server: TestServer;

beforeEach(async () => {
  server = await createTestServer();
});

async function readArticles(): Promise<Article[]> {
  const replica = createReplica(await server.addAgent({ role: "admin" }));
  await replica.pull();
  return [...replica.rows.values()];
}

async function importOne(line: TestLine): Promise<Article | undefined> {
  await server.importLines(line);
  return (await readArticles()).find((article) => article.id === line._id);
}

function fileOf(...lines: unknown[]): string {
  return lines.map((line) => (typeof line === "string" ? line : JSON.stringify(line))).join("\n");
}

describe("an article", () => {
  test("comes through with all its metadata", async () => {
    const metadata = {
      language: "fr-CA",
      format: "markdown",
      summary: "En bref.",
      kind: "policy",
      audience: "public",
      groups: ["billing", "billing"],
      category: ["Facturation", "Prélèvement"],
      tags: ["sepa"],
      situations: ["moving-house"],
      owner: { kind: "person", name: "Inès Aubert" },
      url: "https://help.acme.example/fr/prelevement",
      version: 4,
      publishedAt: "2026-03-01T10:00:00+01:00",
      updatedAt: "2026-04-01T00:00:00Z",
      expiresAt: "2027-03-01",
      verifiedAt: "2026-05-01",
      verifiedBy: "Inès Aubert",
      verifyEveryDays: 30,
      translationOf: "en-direct-debit",
      sourceVersion: 3,
      replyText: "Bonjour,\nvoici comment faire.",
      escalation: "Second line",
    };

    const article = await importOne({
      _id: "fr-a",
      title: " Prélèvement ",
      text: "Lead.\n\n## Détail\n\nTexte.",
      metadata,
    });

    const { format, ...rest } = metadata;
    expect(articleSchema.parse(article)).toEqual({
      ...rest,
      id: "fr-a",
      title: "Prélèvement",
      groups: ["billing"],
      publishedAt: "2026-03-01T09:00:00.000Z",
      updatedAt: "2026-04-01T00:00:00.000Z",
      expiresAt: "2027-03-01T00:00:00.000Z",
      verifiedAt: "2026-05-01T00:00:00.000Z",
      bodyHtml: "<p>Lead.</p>\n<h2>Détail</h2>\n<p>Texte.</p>",
      sections: [
        { heading: "", text: "Lead." },
        { heading: "Détail", text: "Texte." },
      ],
      openFlags: 0,
    });
  });

  test("is internal English text for everybody, published now, when the line says nothing", async () => {
    const article = await importOne({ _id: "a", title: "A", text: "Text." });

    expect(article).toEqual({
      id: "a",
      language: "en",
      translationOf: null,
      sourceVersion: null,
      title: "A",
      summary: "",
      bodyHtml: "<p>Text.</p>",
      sections: [{ heading: "", text: "Text." }],
      replyText: null,
      kind: "reference",
      audience: "internal",
      groups: [],
      category: [],
      tags: [],
      situations: [],
      owner: null,
      url: null,
      version: 1,
      publishedAt: START,
      updatedAt: START,
      expiresAt: null,
      verifiedAt: null,
      verifiedBy: null,
      verifyEveryDays: 90,
      openFlags: 0,
      escalation: null,
    });
  });

  test.each([
    ["a category as a path", { category: "Billing > Direct debit >" }, { category: ["Billing", "Direct debit"] }],
    ["a team as a bare name", { owner: "Billing team" }, { owner: { kind: "team", name: "Billing team" } }],
    [
      "a French team as a bare name",
      { owner: "Équipe facturation" },
      { owner: { kind: "team", name: "Équipe facturation" } },
    ],
    ["a person as a bare name", { owner: "Ada Moreau" }, { owner: { kind: "person", name: "Ada Moreau" } }],
    ["the language as BEIR files have it", { lang: "fr" }, { language: "fr" }],
    ["null for what is not there", { url: null, owner: null, verifiedAt: null, tags: null }, { url: null, tags: [] }],
    ["keys nobody knows", { source: "wiki", score: 3, nothing: { a: [1] } }, { title: "Title a" }],
  ])("may give %s", async (_what, metadata, expected) => {
    expect(await importOne({ _id: "a", metadata })).toMatchObject(expected);
  });

  test("without a title takes its first sentence", async () => {
    expect(await importOne({ _id: "a", title: "", text: "Fees rise. In May." })).toMatchObject({ title: "Fees rise." });
  });

  test("with a title needs no text", async () => {
    expect(await importOne({ _id: "a", title: "Card arrival", text: "" })).toMatchObject({
      bodyHtml: "",
      sections: [],
    });
  });

  test("loses what the database cannot hold", async () => {
    const article = await importOne({
      _id: "a",
      title: "A\u0000B",
      text: "half \ud83d",
      metadata: { tags: ["t\u0000"] },
    });

    expect(article).toMatchObject({ title: "AB", bodyHtml: "<p>half \ufffd</p>", tags: ["t"] });
  });
});

describe("importing again", () => {
  test("the same file changes nothing", async () => {
    const file = fileOf(
      { _id: "a", title: "A", text: "x", metadata: { version: 3, category: "A > B" } },
      { _id: "b", title: "B", text: "" },
    );
    await server.importText(file);
    const before = await readArticles();
    server.clock.nowMs += 60_000;

    const { report } = await server.importText(file);

    expect(report).toEqual({ new: 0, changed: 0, unchanged: 2, bad: 0 });
    expect(await readArticles()).toEqual(before);
  });

  test("a new text makes a new version, updated now and published as before", async () => {
    await server.importLines({ _id: "a", text: "Old." });
    server.clock.nowMs += 60_000;

    const report = await server.importLines({ _id: "a", text: "New." });

    expect(report).toMatchObject({ changed: 1 });
    const updatedAt = new Date(TEST_START_MS + 60_000).toISOString();
    expect(await readArticles()).toMatchObject([{ version: 2, updatedAt, publishedAt: START }]);
  });

  test("a new verification is a change without a new version", async () => {
    await server.importLines({ _id: "a" });
    server.clock.nowMs += 60_000;

    const report = await server.importLines({ _id: "a", metadata: { verifiedAt: "2026-11-02T09:00:30Z" } });

    expect(report).toMatchObject({ changed: 1 });
    expect(await readArticles()).toMatchObject([
      { version: 1, updatedAt: START, verifiedAt: "2026-11-02T09:00:30.000Z" },
    ]);
  });

  test.each([
    ["a higher one", 7, 7],
    ["one that is not higher than the next", 1, 2],
  ])("a new text with %s in its metadata has version %i → %i", async (_what, given, expected) => {
    await server.importLines({ _id: "a", text: "Old." });

    await server.importLines({ _id: "a", text: "New.", metadata: { version: given } });

    expect(await readArticles()).toMatchObject([{ version: expected }]);
  });

  test("a higher version alone is a change", async () => {
    await server.importLines({ _id: "a" });

    const report = await server.importLines({ _id: "a", metadata: { version: 5 } });

    expect(report).toMatchObject({ changed: 1 });
    expect(await readArticles()).toMatchObject([{ version: 5 }]);
  });

  test("a deleted article brings it back as new, with a later version", async () => {
    await server.importLines({ _id: "a" });
    await server.deleteArticle("a");

    const report = await server.importLines({ _id: "a" });

    expect(report).toMatchObject({ new: 1 });
    expect(await readArticles()).toMatchObject([{ version: 2, title: "Title a" }]);
  });
});

test("takes in more articles than one transaction holds", async () => {
  const lines = Array.from({ length: 450 }, (_, index) => ({ _id: `a${index}` }));

  const report = await server.importLines(...lines);

  expect(report.new).toBe(450);
  expect(await readArticles()).toHaveLength(450);
});
