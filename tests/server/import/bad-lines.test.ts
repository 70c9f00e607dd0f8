import { beforeEach, describe, expect, test } from "vitest";
import type { Article } from "../../../lib/contract/article";
import { createReplica } from "../feed/replica";
import { createTestServer, type TestServer } from "../support";

let server: TestServer;

beforeEach(async () => {
  server = await createTestServer();
});

async function readArticles(): Promise<Article[]> {
  const replica = createReplica(await server.addAgent({ role: "admin" }));
  await replica.pull();
  return [...replica.rows.values()];
}

function fileOf(...lines: unknown[]): string {
  return lines.map((line) => (typeof line === "string" ? line : JSON.stringify(line))).join("\n");
}

describe("a bad line", () => {
  test.each([
    ["{", "not valid JSON"],
    ["[]", "not a JSON object"],
    ['"text"', "not a JSON object"],
    [{ title: "A", text: "" }, "_id: missing"],
    [{ _id: 7, title: "A", text: "" }, "_id: expected a text"],
    [{ _id: "", title: "A", text: "" }, "_id: empty"],
    [{ _id: "x".repeat(201), title: "A", text: "" }, "_id: longer than 200 characters"],
    [{ _id: "a", text: "" }, "title: missing"],
    [{ _id: "a", title: "x".repeat(501), text: "" }, "title: longer than 500 characters"],
    [{ _id: "a", title: "A" }, "text: missing"],
    [{ _id: "a", title: "A", text: "x".repeat(500_001) }, "text: longer than 500000 characters"],
    [{ _id: "a", title: " ", text: " " }, "title: empty, and the text has no words to make one of"],
    [{ _id: "a", title: "A", text: "", metadata: { verifyEveryDays: "90" } }, /^metadata\.verifyEveryDays: /],
    [{ _id: "a", title: "A", text: "", metadata: { version: 0 } }, /^metadata\.version: /],
    [{ _id: "a", title: "A", text: "", metadata: { tags: ["ok", 3] } }, /^metadata\.tags\[1\]: /],
    [{ _id: "a", title: "A", text: "", metadata: { audience: "all" } }, /^metadata\.audience: /],
    [{ _id: "a", title: "A", text: "", metadata: { url: "javascript:alert(1)" } }, /^metadata\.url: /],
    [
      { _id: "a", title: "A", text: "", metadata: { publishedAt: "tomorrow" } },
      /^metadata\.publishedAt: expected a day/,
    ],
    [{ _id: "a", title: "A", text: "", metadata: { verifiedAt: "2026-02-30" } }, /^metadata\.verifiedAt: /],
    [
      { _id: "a", title: "A", text: "", metadata: { publishedAt: "2026-03-01", expiresAt: "2026-03-01" } },
      "metadata.expiresAt: not after publishedAt",
    ],
    [{ _id: "a", title: "A", text: "", metadata: { owner: 3 } }, /^metadata\.owner: expected a name/],
    [{ _id: "a", title: "A", text: "", metadata: { category: 3 } }, /^metadata\.category: expected a list/],
    [{ _id: "a", title: "A", text: "", metadata: { groups: ["*"] } }, /^metadata\.groups: /],
    [{ _id: "a", title: "A", text: "", metadata: [] }, /^metadata: /],
  ])("is told with its field and reason: %j", async (line, reason) => {
    const { report, badLines } = await server.importText(fileOf(line));

    expect(report).toEqual({ new: 0, changed: 0, unchanged: 0, bad: 1 });
    const expected = typeof reason === "string" ? reason : expect.stringMatching(reason);
    expect(badLines).toEqual([{ line: 1, reason: expected }]);
  });

  test("is skipped and named by its place in the file, empty lines counted, and the good ones go in", async () => {
    const good = { _id: "a", title: "A", text: "" };

    const { report, badLines } = await server.importText(fileOf(good, "", "{", { ...good, _id: "b" }, { _id: "c" }));

    expect(report).toEqual({ new: 2, changed: 0, unchanged: 0, bad: 2 });
    expect(badLines).toEqual([
      { line: 3, reason: "not valid JSON" },
      { line: 5, reason: "title: missing; text: missing" },
    ]);
    expect((await readArticles()).map((article) => article.id)).toEqual(["a", "b"]);
  });

  test("is the second of two with one id, and the first goes in", async () => {
    const { report, badLines } = await server.importText(
      fileOf({ _id: "a", title: "First", text: "" }, { _id: "a", title: "Second", text: "" }),
    );

    expect(report).toMatchObject({ new: 1, bad: 1 });
    expect(badLines).toEqual([{ line: 2, reason: '_id: "a" is on line 1 already' }]);
    expect(await readArticles()).toMatchObject([{ title: "First" }]);
  });

  test("does not take its id from a good one that follows", async () => {
    const { report } = await server.importText(fileOf({ _id: "a", text: "" }, { _id: "a", title: "A", text: "" }));

    expect(report).toMatchObject({ new: 1, bad: 1 });
  });
});
