import { asc, isNull } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import { articles } from "../../../../server/db/schema";
import { createFreshdeskSource, type FreshdeskOptions } from "../../../../server/import/freshdesk/freshdesk-source";
import { runImport } from "../../../../server/import/run-import";
import type { BadArticle } from "../../../../server/import/source";
import { createTestServer, type TestServer } from "../../support";
import {
  createFakeFreshdesk,
  FAKE_API_KEY,
  FAKE_DESK_HOST,
  type FakeFolder,
  type FakeSolution,
} from "../fake-freshdesk";
import { createTestWeb } from "../test-web";

let server: TestServer;

beforeEach(async () => {
  server = await createTestServer();
});

type Fake = ReturnType<typeof createFakeFreshdesk>;

async function importFrom(fake: Fake, options: Partial<FreshdeskOptions> = {}) {
  const bad: BadArticle[] = [];
  const web = createTestWeb(fake.fetch);
  const host = options.host ?? FAKE_DESK_HOST;
  const usual = { host, origin: `https://${host}`, apiKey: FAKE_API_KEY, language: "en", locales: [], web };
  const world = { db: server.db, clock: () => server.clock.nowMs, onBad: (one: BadArticle) => bad.push(one) };
  const report = await runImport(createFreshdeskSource({ ...usual, ...options }), world);
  return { report, bad, waits: web.waits };
}

function readAll() {
  return server.db.select().from(articles).where(isNull(articles.deletedAt)).orderBy(asc(articles.id));
}

function desk(...folders: FakeFolder[]) {
  return createFakeFreshdesk({ categories: [{ id: 1, name: "Billing", folders }] });
}

function folder(id: number, more: Partial<FakeFolder> = {}): FakeFolder {
  return { id, name: `Folder ${id}`, visibility: 1, ...more };
}

async function importOne(article: Omit<FakeSolution, "id">) {
  await importFrom(desk(folder(2, { articles: [{ id: 9, ...article }] })));
  const [row] = await readAll();
  return row;
}

describe("an article", () => {
  test("comes with its text, path, tags, address and date", async () => {
    const row = await importOne({
      title: "Refunds",
      description: '<div dir="ltr" data-identifyelement="1">Five days.<br><br>Sometimes six.</div>',
      type: 2,
      tags: ["refund"],
      seo_data: { meta_keywords: "money back, refund" },
    });

    expect(row).toMatchObject({
      id: "freshdesk-9",
      language: "en",
      title: "Refunds",
      bodyHtml: "<p>Five days.</p><p>Sometimes six.</p>",
      category: ["Billing", "Folder 2"],
      tags: ["refund", "money back"],
      kind: "troubleshooting",
      audience: "public",
      groups: [],
      url: `https://${FAKE_DESK_HOST}/support/solutions/articles/9`,
      updatedAt: new Date("2026-01-02T00:00:00Z"),
      source: `freshdesk:${FAKE_DESK_HOST}`,
    });
  });

  test.each([
    ["a list", { meta_keywords: ["one", "two"] }, ["one", "two"]],
    ["none", { meta_keywords: null }, []],
    ["what nobody knows", { meta_keywords: 7 }, []],
  ])("may have %s for keywords", async (_what, seo, tags) => {
    expect(await importOne({ seo_data: seo })).toMatchObject({ tags });
  });

  test("that is a draft or empty is left out and counted", async () => {
    const articlesOf = [{ id: 1, status: 1 }, { id: 2, description: " " }, { id: 3 }];

    const { report } = await importFrom(desk(folder(2, { articles: articlesOf })));

    expect(report).toMatchObject({ read: 3, new: 1, skipped: { draft: 1, empty: 1 } });
  });

  test("has its body asked for where listings have none", async () => {
    const fake = desk(folder(2, { articles: [{ id: 9 }] }));
    fake.desk.listsBodies = false;

    await importFrom(fake);

    expect(await readAll()).toMatchObject([{ bodyHtml: "<p>Body 9</p>" }]);
  });
});

describe("who may read", () => {
  test.each([
    [1, "public"],
    [2, "internal"],
    [3, "internal"],
    [4, "internal"],
    [5, "internal"],
    [6, "internal"],
    [7, "internal"],
    [8, "internal"],
  ])("is said by the folder: visibility %i is %s", async (visibility, audience) => {
    await importFrom(desk(folder(2, { visibility, articles: [{ id: 9 }] })));

    expect(await readAll()).toMatchObject([{ audience, groups: [] }]);
  });

  test("is not the public when the folder does not say", async () => {
    await importFrom(desk({ id: 2, name: "Silent", articles: [{ id: 9 }] }));

    expect(await readAll()).toMatchObject([{ audience: "internal", url: null }]);
  });

  test("is not the public when a folder around says otherwise, however deep", async () => {
    const innermost = folder(4, { articles: [{ id: 9 }] });
    const fake = desk(folder(2, { visibility: 3, folders: [folder(3, { folders: [innermost] })] }));

    await importFrom(fake);

    expect(await readAll()).toMatchObject([
      { audience: "internal", category: ["Billing", "Folder 2", "Folder 3", "Folder 4"] },
    ]);
  });

  test("is not the public when the article says otherwise of its folder", async () => {
    expect(await importOne({ folder_visibility: 3 })).toMatchObject({ audience: "internal" });
  });

  test("follows a folder that is closed", async () => {
    await importFrom(desk(folder(2, { articles: [{ id: 9 }] })));

    await importFrom(desk(folder(2, { visibility: 3, articles: [{ id: 9 }] })));

    expect(await readAll()).toMatchObject([{ audience: "internal" }]);
  });
});

test("everything is read, of nested folders and of all pages, and the same again changes nothing", async () => {
  const many = (from: number) => Array.from({ length: 7 }, (_, index) => ({ id: from + index }));
  const fake = desk(
    folder(2, { articles: many(100), folders: [folder(3, { articles: many(200) })] }),
    folder(4, { articles: many(300) }),
  );
  fake.desk.pageSize = 3;

  const first = await importFrom(fake);
  const before = await readAll();
  const second = await importFrom(fake);

  expect(first.report).toMatchObject({ read: 21, new: 21 });
  expect(second.report).toMatchObject({ read: 21, unchanged: 21, new: 0, changed: 0 });
  expect(await readAll()).toEqual(before);
});

test("translations come when their languages are named, and stay when they are not", async () => {
  const translations = { fr: { title: "Titre", description: "<p>Corps</p>", status: 2 } };
  const fake = desk(folder(2, { articles: [{ id: 8 }, { id: 9, translations }] }));

  const named = await importFrom(fake, { locales: ["fr"] });
  const unnamed = await importFrom(fake);

  expect(named.report).toMatchObject({ new: 3, bad: 0 });
  expect(unnamed.report).toMatchObject({ unchanged: 2, vanished: 0 });
  expect(await readAll()).toMatchObject([
    { id: "freshdesk-8" },
    { id: "freshdesk-9" },
    { id: "freshdesk-9-fr", language: "fr", title: "Titre", translationOf: "freshdesk-9" },
  ]);
});

test("a plea for patience with a date is heeded", async () => {
  const fake = desk(folder(2, { articles: [{ id: 9 }] }));
  fake.desk.limitEvery = 3;

  const { report, waits } = await importFrom(fake);

  expect(report).toMatchObject({ new: 1 });
  expect(waits).toEqual([20_125]);
});

test.each<[string, Partial<FreshdeskOptions>, RegExp]>([
  ["a wrong key", { apiKey: "wrong" }, /does not accept the sign-in\. Check FRESHDESK_API_KEY/],
  ["a wrong host", { host: "wrong.freshdesk.com" }, /does not answer like Freshdesk .*: check --host/],
])("%s is told", async (_what, options, message) => {
  await expect(importFrom(desk(), options)).rejects.toThrow(message);
});
