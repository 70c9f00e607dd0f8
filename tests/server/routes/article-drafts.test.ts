/** Drafts that agents hand over under an id of their own: a request whose answer was lost may be repeated. */
import { uuidv7 } from "uuidv7";
import { beforeEach, describe, expect, test } from "vitest";
import { articleEdits } from "../../../server/db/content-schema";
import { type Author, addAuthor, contentFor, readProblem, readState, type SentContent } from "../articles/author";
import { createTestServer, type TestServer } from "../support";

let server: TestServer;
let lea: Author;
let noor: Author;
let id: string;

beforeEach(async () => {
  server = await createTestServer();
  lea = await addAuthor(server, { role: "agent", name: "Lea Roth" });
  noor = await addAuthor(server, { name: "Noor Haddad" });
  id = uuidv7();
});

const handOver = (author: Author, content: SentContent = {}) =>
  author.send("POST", "/v1/articles", { id, content: contentFor("x", content), note: "Three customers asked." });

const copies = () => server.db.select().from(articleEdits);

describe("a draft handed over under its id", () => {
  test("is begun under that id", async () => {
    const response = await handOver(lea);

    expect(response.status).toBe(201);
    expect(response.headers.get("Location")).toBe(`/v1/articles/${id}`);
    expect(await readState(response)).toMatchObject({ id, status: "draft", workingCopy: { isOwn: true } });
  });

  test("and again is one draft, and nothing is written", async () => {
    await handOver(lea);
    const before = await copies();
    server.clock.nowMs += 1_000;

    const again = await handOver(lea);

    expect(again.status).toBe(200);
    expect(await readState(again)).toMatchObject({ id, status: "draft" });
    expect(await copies()).toEqual(before);
  });

  test("twice at the same time is one draft", async () => {
    const responses = await Promise.all([handOver(lea), handOver(lea)]);

    expect(responses.map(({ status }) => status).sort()).toEqual([200, 201]);
    expect(await copies()).toHaveLength(1);
  });

  test("with other content says what was said last", async () => {
    await handOver(lea, { title: "First" });

    const response = await handOver(lea, { title: "Second" });

    expect(response.status).toBe(200);
    expect((await readState(response)).workingCopy?.content.title).toBe("Second");
    expect(await copies()).toHaveLength(1);
  });

  test("is found when it was handed in meanwhile, and not changed any more", async () => {
    await handOver(lea);
    await lea.act(id, "submit");

    const same = await handOver(lea);
    const other = await handOver(lea, { title: "Second" });

    expect(same.status).toBe(200);
    expect(other.status).toBe(409);
    expect((await lea.read(id)).workingCopy).toMatchObject({ status: "inReview", content: { title: "Title x" } });
  });

  test("does not write over what somebody else went on with", async () => {
    await handOver(lea);
    await noor.write(id, { title: "Noor's words" });

    const response = await handOver(lea);

    expect(response.status).toBe(409);
    expect((await readProblem(response)).detail).toBe(
      "Somebody has gone on with this draft meanwhile; it was not changed.",
    );
    expect((await noor.read(id)).workingCopy?.content.title).toBe("Noor's words");
  });

  test("is found when it was published meanwhile", async () => {
    await handOver(lea);
    await noor.act(id, "publish");

    const same = await handOver(lea);
    const other = await handOver(lea, { title: "Second" });

    expect(await readState(same)).toMatchObject({ id, status: "published", isBeingEdited: false });
    expect(other.status).toBe(409);
  });
});

describe("an id is refused", () => {
  test.each([
    ["somebody else's draft", () => handOver(noor)],
    [
      "somebody else's article",
      async () => {
        await handOver(noor);
        await noor.act(id, "publish");
      },
    ],
    [
      "an article that was deleted",
      async () => {
        await server.importLines({ _id: id });
        await server.deleteArticle(id);
      },
    ],
    ["an article for others", () => server.importLines({ _id: id, metadata: { groups: ["retention"] } })],
  ])("when it is that of %s, in the same words", async (_what, take) => {
    await take();
    const before = await copies();

    const response = await handOver(lea);

    expect(response.status).toBe(409);
    expect((await readProblem(response)).detail).toBe("This id is taken; choose another.");
    expect(await copies()).toEqual(before);
  });

  test.each(["x", "018f0000-0000-4000-8000-000000000001", 7])("when it is %s, no UUID of version 7", async (wrong) => {
    const response = await lea.send("POST", "/v1/articles", { id: wrong, content: contentFor("x") });

    expect(response.status).toBe(400);
    expect(await copies()).toEqual([]);
  });
});
