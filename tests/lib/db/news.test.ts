import { beforeEach, describe, expect, it } from "vitest";
import type { ChangesPage } from "../../../lib/contract/changes";
import { applyPage } from "../../../lib/db/apply-page";
import type { LibraryDatabase } from "../../../lib/db/library-database";
import { MAX_NEWS, readNews, settleNews } from "../../../lib/db/news";
import { del, freshDatabase, page, put } from "./support";

const DAY_MS = 86_400_000;
const START_MS = Date.UTC(2026, 5, 1);
let database: LibraryDatabase;
let nowMs: number;

beforeEach(async () => {
  database = freshDatabase();
  nowMs = START_MS;
  await applyPage(database, page({ reset: true, changes: [put("a", { text: "Old." }), put("b")] }), nowMs);
});

/** A page that comes a day after the one before it. */
async function nextDay(overrides: Partial<ChangesPage>): Promise<void> {
  nowMs += DAY_MS;
  await applyPage(database, page(overrides), nowMs);
}

async function newsIds(): Promise<string[]> {
  return (await readNews(database)).map(({ articleId }) => articleId);
}

it("has no news after the first full read", async () => {
  expect(await newsIds()).toEqual([]);
});

it("has no news from the later pages of the first full read", async () => {
  const other = freshDatabase();

  await applyPage(other, page({ reset: true, hasMore: true, remaining: 1, changes: [put("a")] }), nowMs);
  await applyPage(other, page({ changes: [put("b")] }), nowMs);

  expect(await readNews(other)).toEqual([]);
});

it("keeps what a changed article said before", async () => {
  await nextDay({ changes: [put("a", { version: 2, text: "New.", replyText: "Dear customer" })] });

  expect(await readNews(database)).toEqual([
    {
      articleId: "a",
      arrivedAtMs: nowMs,
      before: { version: 1, title: "a", sections: [{ heading: "", text: "Old." }], replyText: null },
    },
  ]);
});

it("knows a new article by there being nothing before", async () => {
  await nextDay({ changes: [put("c")] });

  expect(await readNews(database)).toMatchObject([{ articleId: "c", before: null }]);
});

it.each([
  ["verification", { verifiedAt: "2026-06-01T00:00:00Z", verifiedBy: "Ines" }],
  ["flags", { openFlags: 3 }],
  ["dates and version", { version: 2, updatedAt: "2026-06-01T00:00:00Z" }],
  ["tags", { tags: ["billing"] }],
])("is silent when only %s changed", async (_what, fields) => {
  await nextDay({ changes: [put("a", { text: "Old.", ...fields })] });

  expect(await newsIds()).toEqual([]);
});

it("keeps the text before the first of several unread changes, and the time of the last", async () => {
  await nextDay({ changes: [put("a", { version: 2, text: "Newer." })] });
  await nextDay({ changes: [put("a", { version: 3, text: "Newest." })] });

  expect(await readNews(database)).toMatchObject([
    { arrivedAtMs: nowMs, before: { version: 1, sections: [{ text: "Old." }] } },
  ]);
});

it("stays new when a new article changes before it was read", async () => {
  await nextDay({ changes: [put("c", { text: "First." })] });
  await nextDay({ changes: [put("c", { version: 2, text: "Second." })] });

  expect(await readNews(database)).toMatchObject([{ articleId: "c", before: null }]);
});

it("is no news any more when a change was taken back", async () => {
  await nextDay({ changes: [put("a", { version: 2, text: "Wrong." })] });
  await nextDay({ changes: [put("a", { version: 3, text: "Old." })] });

  expect(await newsIds()).toEqual([]);
});

it("counts a change after reading from the text that was read", async () => {
  await nextDay({ changes: [put("a", { version: 2, text: "Read." })] });
  await settleNews(database, ["a"]);
  await nextDay({ changes: [put("a", { version: 3, text: "Newest." })] });

  expect(await readNews(database)).toMatchObject([{ before: { version: 2, sections: [{ text: "Read." }] } }]);
});

it("goes when the article goes", async () => {
  await nextDay({ changes: [put("a", { text: "New." }), put("c")] });

  await nextDay({ changes: [del("a")] });

  expect(await newsIds()).toEqual(["c"]);
});

describe("a full read that is repeated", () => {
  const YEARS_AGO = "2020-01-01T00:00:00Z";

  it("makes no news of articles that say the same", async () => {
    await nextDay({ reset: true, changes: [put("a", { text: "Old.", version: 9 }), put("b")] });

    expect(await newsIds()).toEqual([]);
  });

  it("makes no news of articles that are old but not seen before, on its later pages either", async () => {
    await nextDay({
      ...{ reset: true, hasMore: true, remaining: 1 },
      changes: [put("a", { text: "Old." }), put("c", { publishedAt: YEARS_AGO })],
    });
    await nextDay({ changes: [put("b"), put("d", { publishedAt: YEARS_AGO })] });

    expect(await newsIds()).toEqual([]);
  });

  it("tells of what was changed or published meanwhile", async () => {
    const publishedAt = new Date(START_MS + 1).toISOString();

    await nextDay({ reset: true, changes: [put("a", { text: "New." }), put("b"), put("c", { publishedAt })] });

    expect(await newsIds()).toEqual(["a", "c"]);
  });

  it("drops the news of articles that it did not bring", async () => {
    await nextDay({ changes: [put("b", { text: "Changed." })] });

    await nextDay({ reset: true, changes: [put("a", { text: "Old." })] });

    expect(await newsIds()).toEqual([]);
  });
});

it("keeps the newest and no more than may be", async () => {
  const many = Array.from({ length: MAX_NEWS }, (_, at) => put(`n${at}`));
  await nextDay({ changes: [put("first")] });

  await nextDay({ changes: many });

  const ids = await newsIds();
  expect(ids).toHaveLength(MAX_NEWS);
  expect(ids).not.toContain("first");
});

it("says whether reading changed anything", async () => {
  await nextDay({ changes: [put("c")] });

  expect(await settleNews(database, ["unknown"])).toBe(false);
  expect(await settleNews(database, null)).toBe(true);
  expect(await newsIds()).toEqual([]);
});
