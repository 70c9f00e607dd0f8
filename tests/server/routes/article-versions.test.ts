import { beforeEach, expect, test } from "vitest";
import { type Author, addAuthor } from "../articles/author";
import { createTestServer, type TestServer } from "../support";

let server: TestServer;
let noor: Author;

beforeEach(async () => {
  server = await createTestServer();
  noor = await addAuthor(server, { groups: ["billing"] });
});

async function readJson(path: string) {
  const response = await noor.agent.get(path);
  return { status: response.status, body: await response.json() };
}

test("versions come newest first, in pages", async () => {
  for (const text of ["One.", "Two.", "Three."]) await server.importLines({ _id: "a", text });
  const { body: first } = await readJson("/v1/articles/a/versions?limit=2");

  const { body: second } = await readJson(`/v1/articles/a/versions?limit=2&cursor=${first.nextCursor}`);

  const numbers = [...first.versions, ...second.versions].map(({ version }) => version);
  expect(numbers).toEqual([3, 2, 1]);
  expect(second.nextCursor).toBeNull();
});

test("a version holds its content", async () => {
  await server.importLines({ _id: "a", text: "One." });
  await server.importLines({ _id: "a", text: "Two." });

  const { body } = await readJson("/v1/articles/a/versions/1");

  expect(body).toMatchObject({ version: 1, origin: "import", content: { bodyHtml: "<p>One.</p>" } });
});

test("two versions differ in fields, lines and words", async () => {
  await server.importLines({ _id: "a", title: "Fees", text: "The fee is 5 euros.\n\nIt is due in May." });
  await server.importLines({ _id: "a", title: "Card fees", text: "The fee is 6 euros.\n\nIt is due in May.\n\nPay." });

  const { body } = await readJson("/v1/articles/a/versions/1/compare/2");

  expect(body).toEqual({
    from: 1,
    to: 2,
    fields: [{ field: "title", before: "Fees", after: "Card fees" }],
    lines: [
      {
        kind: "changed",
        words: [
          { kind: "same", text: "The fee is " },
          { kind: "removed", text: "5" },
          { kind: "added", text: "6" },
          { kind: "same", text: " euros." },
        ],
      },
      { kind: "same", text: "It is due in May." },
      { kind: "added", text: "Pay." },
    ],
  });
});

test("versions without a word in common are compared word by word only so far", async () => {
  const textOf = (word: string) => Array.from({ length: 100 }, () => `${word} `.repeat(400).trim()).join("\n\n");
  await server.importLines({ _id: "a", text: textOf("old") });
  await server.importLines({ _id: "a", text: textOf("new") });

  const { body } = await readJson("/v1/articles/a/versions/1/compare/2");

  const kinds = body.lines.map(({ kind }: { kind: string }) => kind);
  expect(kinds).toEqual(Array.from({ length: 100 }, () => ["removed", "added"]).flat());
});

test("an old version becomes a new one through a working copy, and opens the article to nobody", async () => {
  await server.importLines({ _id: "a", text: "One.", metadata: { audience: "public" } });
  await server.importLines({ _id: "a", text: "Two.", metadata: { groups: ["billing"] } });
  const copy = await noor.act("a", "versions/1/restore");

  const state = await noor.act("a", "publish");

  expect(copy.workingCopy).toMatchObject({ baseVersion: 2, content: { bodyHtml: "<p>One.</p>" } });
  expect(state).toMatchObject({ publishedVersion: 3, audience: "internal", groups: ["billing"] });
  expect((await readJson("/v1/articles/a/versions/3")).body).toMatchObject({ origin: "restore" });
});

test("an internal version of a public article comes back as internal", async () => {
  const customers = await server.addAgent({ name: "Portal", audience: "public" });
  await noor.write("a", { bodyHtml: "<p>For us only.</p>" });
  await noor.act("a", "publish");
  await noor.write("a", { bodyHtml: "<p>For all.</p>", audience: "public" });
  await noor.act("a", "publish", { confirmPublic: true });
  await noor.act("a", "versions/1/restore");

  const state = await noor.act("a", "publish");

  expect(state).toMatchObject({ publishedVersion: 3, audience: "internal" });
  expect(await (await customers.get("/v1/changes")).text()).not.toContain("For us only");
});

test.each([
  [["billing"], [], ["billing"]],
  [[], ["billing"], ["billing"]],
  [["billing", "loans"], ["billing", "cards"], ["billing"]],
  [["loans"], ["billing", "cards"], ["billing", "cards"]],
])("a version for %j comes back for those only who may read the article for %j, too: %j", async (was, is, groups) => {
  const ada = await addAuthor(server, { name: "Ada Moreau", role: "admin" });
  await server.importLines({ _id: "a", text: "One.", metadata: { groups: was } });
  await server.importLines({ _id: "a", text: "Two.", metadata: { groups: is } });

  const { workingCopy } = await ada.act("a", "versions/1/restore");

  expect(workingCopy?.content.groups).toEqual(groups);
});

test("a version whose readers leave a manager out is brought back by an admin only", async () => {
  const kim = await addAuthor(server, { name: "Kim Larsen", groups: ["loans", "cards"] });
  await server.importLines({ _id: "a", text: "One.", metadata: { groups: ["loans", "billing"] } });
  await server.importLines({ _id: "a", text: "Two.", metadata: { groups: ["cards", "billing"] } });

  expect(await kim.refused("a", "versions/1/restore")).toMatchObject({ code: "forbidden" });
});

test("an old version is not put over a working copy", async () => {
  await server.importLines({ _id: "a" });
  await noor.write("a", { title: "Mine" });

  expect(await noor.refused("a", "versions/1/restore")).toMatchObject({ code: "conflict" });
});

test("versions that were for other groups only do not exist for a manager", async () => {
  await server.importLines({ _id: "a", text: "Secret.", metadata: { groups: ["retention"] } });
  await server.importLines({ _id: "a", text: "Open." });

  const { body } = await readJson("/v1/articles/a/versions");
  const first = await readJson("/v1/articles/a/versions/1");
  const compared = await readJson("/v1/articles/a/versions/1/compare/2");

  expect(body.versions.map(({ version }: { version: number }) => version)).toEqual([2]);
  expect([first.status, compared.status]).toEqual([404, 404]);
});

test("agents do not read versions", async () => {
  const agent = await server.addAgent();
  await server.importLines({ _id: "a" });

  expect((await agent.get("/v1/articles/a/versions")).status).toBe(403);
});
