import { beforeEach, describe, expect, test } from "vitest";
import type { ArticleSummary } from "../../../lib/contract/article-states";
import { type Author, addAuthor } from "../articles/author";
import { createTestServer, TEST_START_MS, type TestServer } from "../support";

const DAY_MS = 86_400_000;
const inDays = (days: number) => new Date(TEST_START_MS + days * DAY_MS).toISOString();

let server: TestServer;
let noor: Author;

beforeEach(async () => {
  server = await createTestServer();
  noor = await addAuthor(server, { groups: ["billing"] });
});

async function list(query = "", author = noor): Promise<ArticleSummary[]> {
  const response = await author.agent.get(`/v1/articles${query}`);
  if (!response.ok) throw new Error(await response.text());
  return (await response.json()).articles;
}

const idsOf = (articles: readonly { id: string }[]) => articles.map(({ id }) => id);

describe("the list", () => {
  test("holds what is published, scheduled, archived or only being written, as far as it is within reach", async () => {
    await server.importLines(
      ...[{ _id: "a" }, { _id: "b", metadata: { publishedAt: inDays(1) } }, { _id: "c" }],
      ...[
        { _id: "d", metadata: { groups: ["retention"] } },
        { _id: "e", metadata: { groups: ["billing"] } },
      ],
    );
    await noor.act("c", "archive");
    await noor.write("f");

    const articles = await list();

    expect(articles.map(({ id, status }) => `${id} ${status}`)).toEqual([
      ...["a published", "b scheduled", "c archived", "e published", "f draft"],
    ]);
  });

  test("leaves out deleted articles", async () => {
    await server.importLines({ _id: "a" });
    await server.deleteArticle("a");

    expect(await list()).toEqual([]);
  });

  test("comes in pages that miss nothing", async () => {
    await server.importLines(...["a", "b", "c"].map((_id) => ({ _id })));
    await noor.write("bb");
    const first = await (await noor.agent.get("/v1/articles?limit=2")).json();

    const second = await (await noor.agent.get(`/v1/articles?limit=2&cursor=${first.nextCursor}`)).json();

    expect([idsOf(first.articles), idsOf(second.articles)]).toEqual([
      ["a", "b"],
      ["bb", "c"],
    ]);
    expect(second.nextCursor).toBeNull();
  });

  test("carries what a write needs", async () => {
    await server.importLines({ _id: "a" });
    await noor.write("a", { title: "Mine" });

    const [article] = await list();

    expect(article).toMatchObject({ etag: (await noor.read("a")).etag, workingCopy: { status: "draft" } });
  });
});

describe("a filter by", () => {
  beforeEach(async () => {
    const owner = { kind: "team", name: "Billing team" };
    await server.importLines(
      { _id: "a", title: "Card fees", metadata: { category: "Billing > Cards", owner, language: "fr" } },
      { _id: "b", title: "Refunds", metadata: { category: "Billing", audience: "public", verifyEveryDays: 10 } },
      { _id: "c", title: "Moving", metadata: { category: "Billing address", expiresAt: inDays(5) } },
    );
    await noor.write("d", {
      title: "More fees",
      category: ["Billing", "Cards"],
      owner: { kind: "team", name: "Others" },
    });
    await noor.act("d", "submit");
  });

  test.each([
    ["status", "?status=published", ["a", "b", "c"]],
    ["a working copy's status", "?status=inReview", ["d"]],
    ["category, with those below", "?category=Billing", ["a", "b", "d"]],
    ["a category of two steps", "?category=Billing%20%3E%20Cards", ["a", "d"]],
    ["owner, whatever the case", "?owner=billing%20TEAM", ["a"]],
    ["audience", "?audience=public", ["b"]],
    ["language", "?language=fr", ["a"]],
    ["a part of the title, in working copies too", "?q=FEES", ["a", "d"]],
    ["a part of the title with signs of patterns", "?q=%25", []],
    ["days until expiry", "?expiringWithinDays=5", ["c"]],
    ["too few days until expiry", "?expiringWithinDays=4", []],
    ["flags", "?hasFlags=true", []],
    ["several at once", "?category=Billing&status=published&audience=internal", ["a"]],
  ])("%s finds %s", async (_what, query, expected) => {
    expect(idsOf(await list(query))).toEqual(expected);
  });

  test("the day of verification finds what has waited too long, since it was verified or written", async () => {
    server.clock.nowMs += 10 * DAY_MS;
    const due = idsOf(await list("?overdue=true"));
    await noor.act("b", "verify");

    expect(due).toEqual(["b"]);
    expect(idsOf(await list("?overdue=true"))).toEqual([]);
  });

  test("what nobody can be looking for is refused", async () => {
    const answers = await Promise.all(
      ["?status=lost", "?limit=0", "?cursor=x", "?expiringWithinDays=-1", "?q="].map((query) =>
        noor.agent.get(`/v1/articles${query}`),
      ),
    );

    expect(answers.map(({ status }) => status)).toEqual([400, 400, 400, 400, 400]);
  });
});

describe("translations", () => {
  beforeEach(async () => {
    const followed = { language: "fr", translationOf: "en", sourceVersion: 1 };
    await server.importLines({ _id: "en" }, { _id: "fr", metadata: followed });
  });

  test("lag behind a source that has a later version", async () => {
    await server.importLines({ _id: "en", text: "Newer." });

    const [source, translation] = await Promise.all([noor.read("en"), noor.read("fr")]);

    expect(translation).toMatchObject({ lag: 1, translates: { id: "en", publishedVersion: 2 } });
    expect(source).toMatchObject({ lag: null, translations: [{ id: "fr", language: "fr", lag: 1 }] });
    expect(idsOf(await list("?lagging=true"))).toEqual(["fr"]);
  });

  test("that follow the current version do not lag", async () => {
    expect(await noor.read("fr")).toMatchObject({ lag: 0 });
    expect(await list("?lagging=true")).toEqual([]);
  });

  test("tell nothing of a source out of reach", async () => {
    await server.importLines({ _id: "en", text: "Newer.", metadata: { groups: ["retention"] } });

    expect(await noor.read("fr")).toMatchObject({ lag: null, translates: null });
    expect(await list("?lagging=true")).toEqual([]);
  });
});
