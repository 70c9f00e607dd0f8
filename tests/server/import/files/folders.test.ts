import { mkdir, mkdtemp, rm, symlink, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { asc } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { articles } from "../../../../server/db/schema";
import { openHtmlSource } from "../../../../server/import/files/html-source";
import { openLinesSource } from "../../../../server/import/files/lines-source";
import { openMarkdownSource } from "../../../../server/import/files/markdown-source";
import { type ImportOptions, runImport } from "../../../../server/import/run-import";
import type { BadArticle, ImportSource } from "../../../../server/import/source";
import { createTestServer, type TestServer } from "../../support";

let server: TestServer;
let outside: string;
let folder: string;

beforeEach(async () => {
  server = await createTestServer();
  outside = await mkdtemp(join(tmpdir(), "souffleur-folders-"));
  folder = join(outside, "kb");
  await mkdir(folder);
});

afterEach(() => rm(outside, { recursive: true }));

async function write(files: Record<string, string | Uint8Array>): Promise<void> {
  for (const [name, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), content);
  }
}

async function run(source: ImportSource, options: ImportOptions = {}) {
  const bad: BadArticle[] = [];
  const world = { db: server.db, clock: () => server.clock.nowMs, onBad: (one: BadArticle) => bad.push(one) };
  return { report: await runImport(source, world, options), bad };
}

const usual = { language: "en", name: null, idPrefix: "" };

async function importMarkdown(files: Record<string, string | Uint8Array>, options = usual) {
  await write(files);
  return run(await openMarkdownSource({ path: folder, ...options }));
}

async function importHtml(files: Record<string, string | Uint8Array>) {
  await write(files);
  return run(await openHtmlSource({ path: folder, ...usual }));
}

function readAll() {
  return server.db.select().from(articles).orderBy(asc(articles.id));
}

describe("a Markdown file", () => {
  test("says in its front matter what a line's metadata would", async () => {
    await importMarkdown({
      "a.md": [
        "---",
        "id: refunds",
        "title: Refunds",
        "audience: public",
        "tags: [refund, card]",
        "category: Billing > Refunds",
        "owner: Billing team",
        "verifiedAt: 2026-03-01",
        "unknown: 7",
        "---",
        "## How long",
        "",
        "Five *days*.",
      ].join("\r\n"),
    });

    expect(await readAll()).toMatchObject([
      {
        ...{ id: "refunds", title: "Refunds", audience: "public", tags: ["refund", "card"], language: "en" },
        ...{ category: ["Billing", "Refunds"], owner: { kind: "team", name: "Billing team" }, source: "markdown:kb" },
        verifiedAt: new Date("2026-03-01T00:00:00Z"),
        sections: [{ heading: "How long", text: "Five days." }],
      },
    ]);
  });

  test("without front matter is known by its path, and called by its heading or its name", async () => {
    await importMarkdown(
      {
        "Billing/Cards/lost-card.md": "# Lost *card*\n\nBlock it.",
        "fees_and-more.markdown": "\uFEFFText",
        "no.txt": "x",
      },
      { ...usual, idPrefix: "kb/" },
    );

    expect(await readAll()).toMatchObject([
      {
        id: "kb/Billing/Cards/lost-card",
        title: "Lost card",
        category: ["Billing", "Cards"],
        bodyHtml: "<p>Block it.</p>",
      },
      { id: "kb/fees_and-more", title: "Fees and more", category: [], audience: "internal" },
    ]);
  });

  test.each([
    ["---\ntitle: [a\n---\nx", /^line [23]: /],
    ["---\ntitle: a\nx", /^line 1: the front matter has no end/],
    ["---\n- a\n---\nx", /^line 2: the front matter is not a list of keys/],
    ["---\na: &x 1\nb: *x\n---\nx", /^line 1: the front matter uses aliases/],
    ["---\ntags: [1]\n---\nx", /^tags\[0\]: /],
    ["---\nid: [1]\n---\nx", /^id: expected a text/],
    ["---\naudience: all\n---\nx", /^audience: /],
    [new Uint8Array([0x66, 0xff, 0x0a]), /^not UTF-8 text/],
    ["x".repeat(2 * 1024 * 1024 + 1), /^longer than 2 MiB/],
  ])("that is bad is named with its line or key, and the others go in", async (content, reason) => {
    const { report, bad } = await importMarkdown({ "bad.md": content, "good.md": "Text" });

    expect(report).toMatchObject({ read: 2, new: 1, bad: 1 });
    expect(bad).toEqual([{ place: "bad.md", reason: expect.stringMatching(reason) }]);
  });

  test("with another's id is bad", async () => {
    const { bad } = await importMarkdown({ "a.md": "---\nid: x\n---\nA", "b.md": "---\nid: x\n---\nB" });

    expect(bad).toEqual([{ place: "b.md", reason: 'id: "x" is that of a.md already' }]);
  });

  test("that is a draft, hidden, or lies outside is left out", async () => {
    await writeFile(join(outside, "secret.md"), "Secret");
    await write({ "inside.md": "Inside" });
    await symlink(join(outside, "secret.md"), join(folder, "link.md"));
    await symlink(join(folder, "inside.md"), join(folder, "other.md"));
    await symlink(outside, join(folder, "all"));

    const { report } = await importMarkdown({
      "draft.md": "---\ndraft: true\n---\nx",
      ".hidden.md": "x",
      ".git/a.md": "x",
    });

    expect(report).toMatchObject({ new: 2, skipped: { draft: 1 }, bad: 0 });
    expect((await readAll()).map(({ id }) => id)).toEqual(["inside", "other"]);
  });
});

test("a folder again changes nothing; what was taken out of it is archived, and is back with its file", async () => {
  await importMarkdown({ "a.md": "A", "b.md": "B" });
  const again = await importMarkdown({});
  await rm(join(folder, "b.md"));
  const without = await importMarkdown({});
  const back = await importMarkdown({ "b.md": "B" });

  expect(again.report).toMatchObject({ unchanged: 2, changed: 0 });
  expect(without.report).toMatchObject({ unchanged: 1, archived: 1 });
  expect(back.report).toMatchObject({ unchanged: 1, changed: 1 });
  expect(await readAll()).toMatchObject([{ isPublished: true }, { isPublished: true, archivedAt: null }]);
});

describe("a web page", () => {
  test("gives its title, what its meta elements say, and its main part", async () => {
    await importHtml({
      "billing/refunds.html": `<!doctype html><html lang="fr"><head><title>Refunds – Acme help</title>
        <meta name="description" content="About refunds"><meta name="keywords" content="refund, card">
        <meta name="audience" content="public"><link rel="canonical" href="https://help.acme.example/refunds"></head>
        <body><nav>Menu</nav><main><h1>Refunds</h1><div>Five days.</div></main><footer>Acme</footer></body></html>`,
    });

    expect(await readAll()).toMatchObject([
      {
        ...{
          id: "billing/refunds",
          title: "Refunds",
          language: "fr",
          summary: "About refunds",
          tags: ["refund", "card"],
        },
        ...{ audience: "public", url: "https://help.acme.example/refunds", category: ["billing"] },
        ...{ bodyHtml: "<p>Five days.</p>", source: "html:kb" },
      },
    ]);
  });

  test("without a main part loses what stands around its text, and is called by its heading or its name", async () => {
    await importHtml({
      "a.htm": "<body><header>Acme</header><h1>Fees</h1><p>Low.</p><aside>Ad</aside><script>x()</script></body>",
      "lost-card.html": "<p>Block it.</p>",
    });

    expect(await readAll()).toMatchObject([
      { id: "a", title: "Fees", bodyHtml: "<p>Low.</p>", audience: "internal" },
      { id: "lost-card", title: "Lost card", bodyHtml: "<p>Block it.</p>" },
    ]);
  });

  test.each([
    ["named Latin", Buffer.from('<meta charset="iso-8859-1"><p>Gebühr</p>', "latin1")],
    ["unnamed Latin", Buffer.from("<p>Gebühr</p>", "latin1")],
    ["UTF-8", Buffer.from("<p>Gebühr</p>")],
    ["UTF-16", Buffer.from("\uFEFF<p>Gebühr</p>", "utf16le")],
  ])("in %s is read as it was written", async (_what, bytes) => {
    await importHtml({ "a.html": bytes });

    expect(await readAll()).toMatchObject([{ bodyHtml: "<p>Gebühr</p>" }]);
  });

  test("in a charset nobody knows is bad", async () => {
    const { bad } = await importHtml({ "a.html": '<meta charset="klingon"><p>x</p>' });

    expect(bad).toEqual([{ place: "a.html", reason: 'charset: "klingon" is not known' }]);
  });
});

describe("a file of lines", () => {
  const open = () => openLinesSource({ path: join(folder, "kb.jsonl"), ...usual });

  test("that lost a line has its article archived, and one with a bad line has nothing archived", async () => {
    await write({ "kb.jsonl": '{"_id":"a","title":"A","text":""}\n{"_id":"b","title":"B","text":""}' });
    await run(await open());
    await write({ "kb.jsonl": '{"_id":"a","title":"A","text":""}\n{' });
    const broken = await run(await open());
    await write({ "kb.jsonl": '{"_id":"a","title":"A","text":""}' });

    const mended = await run(await open());

    expect(broken.report).toMatchObject({ bad: 1, vanished: 1, archived: 0, keptVanished: "bad" });
    expect(broken.bad).toEqual([{ place: "line 2", reason: "not valid JSON" }]);
    expect(mended.report).toMatchObject({ unchanged: 1, archived: 1 });
  });

  test("that changed since an interrupted import is read from its start", async () => {
    const line = (id: number) => `{"_id":"n${id}","title":"N","text":""}`;
    await write({ "kb.jsonl": Array.from({ length: 300 }, (_, index) => line(index)).join("\n") });
    const world = { db: server.db, clock: () => server.clock.nowMs, onBad: () => undefined };
    const onProgress = () => {
      throw new Error("the process is gone");
    };
    await expect(runImport(await open(), { ...world, onProgress })).rejects.toThrow("gone");
    await utimes(join(folder, "kb.jsonl"), 1, 1);

    const { report } = await run(await open());

    expect(report).toMatchObject({ read: 300, new: 100, unchanged: 200 });
  });
});

test.each([
  ["markdown", openMarkdownSource],
  ["html", openHtmlSource],
])("a %s folder that is not there is told", async (_kind, open) => {
  await expect(open({ path: join(folder, "none"), ...usual })).rejects.toThrow(/none cannot be read: ENOENT/);
});
