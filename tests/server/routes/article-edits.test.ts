import { beforeEach, describe, expect, test } from "vitest";
import { type Author, addAuthor, contentFor, readProblem, readState } from "../articles/author";
import { createReplica, inShort } from "../feed/replica";
import { createTestServer, TEST_START_MS, type TestServer } from "../support";

const MINUTE_MS = 60_000;
const inMinutes = (minutes: number) => new Date(TEST_START_MS + minutes * MINUTE_MS).toISOString();

let server: TestServer;
let ada: Author;
let noor: Author;

beforeEach(async () => {
  server = await createTestServer();
  ada = await addAuthor(server, { name: "Ada Moreau", role: "admin" });
  noor = await addAuthor(server, { name: "Noor Haddad", groups: ["billing"] });
});

describe("a working copy", () => {
  test("of a new article is a draft that the feed knows nothing of", async () => {
    const replica = createReplica(ada.agent);
    await replica.pull();

    const state = await noor.write("fees", { title: "Fees" }, "First words.");

    expect(state).toMatchObject({ status: "draft", publishedVersion: null, content: null, isBeingEdited: true });
    expect(state.workingCopy).toMatchObject({ authorName: "Noor Haddad", note: "First words.", isOwn: true });
    expect(inShort(await replica.pullPage())).toEqual([]);
  });

  test("begun anew answers 201 with its place, and is internal for everybody when the author says nothing", async () => {
    const response = await noor.send("POST", "/v1/articles", { content: contentFor("x") });

    const state = await readState(response);
    expect(response.status).toBe(201);
    expect(response.headers.get("Location")).toBe(`/v1/articles/${state.id}`);
    expect(state).toMatchObject({ audience: "internal", groups: [], category: [], verifyEveryDays: 90 });
  });

  test("loses from its HTML what may not be shown", async () => {
    const bodyHtml = '<p onclick="x()">Text<script>alert(1)</script></p>';

    const state = await noor.write("fees", { bodyHtml });

    expect(state.workingCopy?.content.bodyHtml).toBe("<p>Text</p>");
  });

  test("leaves the published article as it is", async () => {
    await server.importLines({ _id: "fees", title: "Fees" });
    const replica = createReplica(ada.agent);
    await replica.pull();

    const state = await noor.write("fees", { title: "New fees" });

    expect(state).toMatchObject({ status: "published", title: "Fees", workingCopy: { baseVersion: 1 } });
    expect(inShort(await replica.pullPage())).toEqual([]);
  });

  test("is not written over without word of what was seen", async () => {
    await noor.write("fees");

    const response = await noor.send("PUT", "/v1/articles/fees", { content: contentFor("fees", { title: "Other" }) });

    expect(response.status).toBe(428);
    expect(await readProblem(response)).toMatchObject({ code: "version_required" });
  });

  test("that somebody changed meanwhile is not written over: 412 with who and when", async () => {
    const seen = await noor.write("fees");
    server.clock.nowMs += MINUTE_MS;
    await ada.write("fees", { title: "Ada's fees" });

    const content = contentFor("fees", { title: "Noor's fees" });
    const response = await noor.send("PUT", "/v1/articles/fees", { content }, { "If-Match": seen.etag });

    const problem = await response.json();
    expect(response.status).toBe(412);
    expect(problem).toMatchObject({ code: "version_conflict", current: { author: "Ada Moreau", at: inMinutes(1) } });
    expect((await ada.read("fees")).workingCopy?.content.title).toBe("Ada's fees");
  });

  test("that two write at once is one's, and the other is told", async () => {
    const { etag } = await noor.write("fees");

    const answers = await Promise.all(
      [noor, ada].map((author, index) => {
        const content = contentFor("fees", { title: `Title ${index}` });
        return author.send("PUT", "/v1/articles/fees", { content }, { "If-Match": etag });
      }),
    );

    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200, 412]));
  });

  test("that two begin at once is one's, and the other is told", async () => {
    const answers = await Promise.all(
      [noor, ada].map((author, index) => {
        const content = contentFor("fees", { title: `Title ${index}` });
        return author.send("PUT", "/v1/articles/fees", { content });
      }),
    );

    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201, 428]));
  });

  test("sent again after a lost answer is one write", async () => {
    const sent = { content: contentFor("fees") };
    const first = await readState(await noor.send("PUT", "/v1/articles/fees", sent, { "If-None-Match": "*" }));

    const again = await noor.send("PUT", "/v1/articles/fees", sent, { "If-None-Match": "*" });

    expect(again.status).toBe(200);
    expect((await readState(again)).etag).toBe(first.etag);
  });

  test("thrown away and begun anew is another one", async () => {
    const seen = await noor.write("fees");
    await noor.act("fees", "discard").catch(() => null);
    await noor.write("fees", { title: "Anew" });

    const content = contentFor("fees", { title: "Over the old one" });
    const response = await noor.send("PUT", "/v1/articles/fees", { content }, { "If-Match": seen.etag });

    expect(response.status).toBe(412);
  });

  test.each([
    ["an expiry before publication", { publishedAt: inMinutes(2), expiresAt: inMinutes(1) }],
    ["the year 0", { publishedAt: "0000-01-01T00:00:00Z" }],
    ["a title without a storable character", { title: "\u0000" }],
    ["a group nobody can be in", { groups: ["*"] }],
    ["itself as its source", { translationOf: "fees" }],
    ["a followed version without a source", { sourceVersion: 1 }],
    ["a key nobody knows", { colour: "red" }],
  ])("with %s is refused", async (_what, content) => {
    const response = await noor.send("PUT", "/v1/articles/fees", { content: { ...contentFor("fees"), ...content } });

    expect(response.status).toBe(400);
  });
});

describe("agents", () => {
  test("begin drafts, hand them in and see their own only", async () => {
    const agent = await addAuthor(server, { role: "agent", name: "Lea Roth" });
    await noor.write("others");
    const { id } = await readState(await agent.send("POST", "/v1/articles", { content: contentFor("x") }));
    await agent.act(id, "submit");

    const listed = await (await agent.agent.get("/v1/articles")).json();
    const others = await agent.agent.get("/v1/articles/others");

    expect(listed).toMatchObject({ articles: [{ id, status: "inReview" }] });
    expect(others.status).toBe(404);
  });

  test("propose changes to what they may read, and take them back", async () => {
    const agent = await addAuthor(server, { role: "agent", name: "Lea Roth" });
    await server.importLines({ _id: "fees" });
    const proposed = await agent.write("fees", { title: "Mine" }, "The fee is another one.");
    await agent.act("fees", "submit");

    const seen = await noor.read("fees");
    const back = await agent.act("fees", "return");

    expect(proposed).toMatchObject({ status: "published", workingCopy: { status: "draft", isOwn: true } });
    expect(seen.workingCopy).toMatchObject({ status: "inReview", authorName: "Lea Roth" });
    expect(back.workingCopy).toMatchObject({ status: "draft" });
  });

  test("learn nothing of which ids are taken", async () => {
    const agent = await addAuthor(server, { role: "agent" });
    await server.importLines({ _id: "secret", metadata: { groups: ["retention"] } });

    const answers = await Promise.all(
      ["secret", "free"].map((id) => agent.send("PUT", `/v1/articles/${id}`, { content: contentFor(id) })),
    );

    const problems = (await Promise.all(answers.map(readProblem))).map(({ code, detail }) => ({ code, detail }));
    expect(problems[0]).toEqual(problems[1]);
  });
});

describe("groups", () => {
  test("a manager names groups of its own only", async () => {
    const response = await noor.send("PUT", "/v1/articles/fees", {
      content: contentFor("fees", { groups: ["retention"] }),
    });

    expect(response.status).toBe(403);
  });

  test("a manager for the public writes nothing internal", async () => {
    const forPublic = await addAuthor(server, { audience: "public" });
    await server.importLines({ _id: "internal" });

    const read = await forPublic.agent.get("/v1/articles/internal");
    const written = await forPublic.send("PUT", "/v1/articles/fees", { content: contentFor("fees") });

    expect([read.status, written.status]).toEqual([404, 403]);
  });

  test("a manager neither opens a closed article to everybody nor takes it from others", async () => {
    await server.importLines({ _id: "fees", metadata: { groups: ["billing", "retention"] } });

    await expect(noor.write("fees", { groups: [] })).rejects.toThrow("403");
    await expect(noor.write("fees", { groups: ["billing"] })).rejects.toThrow("403");
    expect((await noor.write("fees", { groups: ["billing", "retention"] })).workingCopy).not.toBeNull();
  });

  test("what is out of a manager's groups does not exist for it", async () => {
    await server.importLines({ _id: "secret", metadata: { groups: ["retention"] } });

    const read = await noor.agent.get("/v1/articles/secret");
    const written = await noor.send("PUT", "/v1/articles/secret", { content: contentFor("secret") });

    expect([read.status, written.status]).toEqual([404, 404]);
  });

  test("a working copy for other groups stays hidden, and says only that it is there", async () => {
    await server.importLines({ _id: "fees" });
    await ada.write("fees", { groups: ["retention"], title: "Secret plan" });

    const state = await noor.read("fees");

    expect(state).toMatchObject({ workingCopy: null, isBeingEdited: true });
    await expect(noor.write("fees", { title: "Mine" })).rejects.toThrow("409");
  });
});

test("a body that is too long once it is stored is refused", async () => {
  const author = await addAuthor(server);
  const content = contentFor("a", { bodyHtml: "&".repeat(100_001) });

  const response = await author.send("PUT", "/v1/articles/a", { content, note: "" });

  expect(response.status).toBe(400);
  expect(await readProblem(response)).toMatchObject({
    code: "invalid_request",
    detail: expect.stringContaining("content.bodyHtml: 500005 characters as stored"),
  });
});
