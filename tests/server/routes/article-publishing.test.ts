import { beforeEach, describe, expect, test } from "vitest";
import { type Author, addAuthor } from "../articles/author";
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

async function setSensitive(key: string): Promise<void> {
  await ada.send("PUT", `/v1/categories/${encodeURIComponent(key)}`, { isSensitive: true });
}

describe("publishing", () => {
  test("makes the working copy the next version, in the feed and among the versions", async () => {
    await server.importLines({ _id: "fees", title: "Fees", metadata: { groups: ["billing"] } });
    const replica = createReplica(noor.agent);
    await replica.pull();
    await noor.write(
      "fees",
      { title: "New fees", groups: ["billing"], bodyHtml: "<h2>When</h2><p>In May.</p>" },
      "May",
    );
    await noor.act("fees", "submit");

    const state = await ada.act("fees", "publish");

    expect(state).toMatchObject({ status: "published", publishedVersion: 2, title: "New fees", workingCopy: null });
    await replica.pull();
    expect(replica.rows.get("fees")).toMatchObject({ version: 2, sections: [{ heading: "When", text: "In May." }] });
    const versions = await (await ada.agent.get("/v1/articles/fees/versions")).json();
    expect(versions).toMatchObject({
      versions: [
        { version: 2, origin: "edit", authorName: "Noor Haddad", approvedByName: "Ada Moreau", note: "May" },
        { version: 1, origin: "import", approvedByName: null },
      ],
    });
  });

  test("is not for agents", async () => {
    const agent = await addAuthor(server, { role: "agent" });
    await noor.write("fees");

    expect(await agent.refused("fees", "publish")).toMatchObject({ code: "forbidden" });
  });

  test("to customers takes a word", async () => {
    await server.importLines({ _id: "fees" });
    await noor.write("fees", { audience: "public" });

    const refused = await noor.refused("fees", "publish");
    const state = await noor.act("fees", "publish", { confirmPublic: true });

    expect(refused).toMatchObject({ code: "conflict", detail: expect.stringContaining("confirmPublic") });
    expect(state.audience).toBe("public");
  });

  test("over a version that came in meanwhile takes a word", async () => {
    await server.importLines({ _id: "fees", text: "Old." });
    await noor.write("fees", { title: "Mine" });
    await server.importLines({ _id: "fees", text: "Newer." });

    const refused = await noor.refused("fees", "publish");
    const state = await noor.act("fees", "publish", { overVersion: 2 });

    expect(refused).toMatchObject({ code: "conflict", detail: expect.stringContaining("Version 2 came in") });
    expect(state).toMatchObject({ publishedVersion: 3, title: "Mine" });
  });

  test("what is published already is refused", async () => {
    await noor.write("fees");
    await noor.act("fees", "publish");
    await noor.write("fees");

    expect(await noor.refused("fees", "publish")).toMatchObject({ code: "conflict" });
  });

  test("in a sensitive category takes somebody other than the author, admins too", async () => {
    await setSensitive("Billing");
    await ada.write("fees", { category: ["Billing", "Cards"] });

    const refused = await ada.refused("fees", "publish");
    const state = await noor.act("fees", "publish");

    expect(refused).toMatchObject({ code: "second_person_required" });
    expect(state.status).toBe("published");
  });

  test("out of a sensitive category takes a second person as well", async () => {
    await server.importLines({ _id: "fees", metadata: { category: "Billing" } });
    await setSensitive("Billing");
    await noor.write("fees", { category: ["Other"] });

    expect(await noor.refused("fees", "publish")).toMatchObject({ code: "second_person_required" });
  });
});

describe("a scheduled version", () => {
  test("is served from its minute on, and the old one until then", async () => {
    await server.importLines({ _id: "fees", title: "Fees" });
    const replica = createReplica(ada.agent);
    await noor.write("fees", { title: "New fees", publishedAt: inMinutes(10) });
    const state = await noor.act("fees", "publish");
    await replica.pull();
    const before = replica.rows.get("fees")?.title;
    server.clock.nowMs += 10 * MINUTE_MS - 1;
    await replica.pull();
    const justBefore = replica.rows.get("fees")?.title;
    server.clock.nowMs += 1;

    await replica.pull();

    expect(state).toMatchObject({ status: "published", workingCopy: { status: "scheduled", dueAt: inMinutes(10) } });
    expect([before, justBefore]).toEqual(["Fees", "Fees"]);
    expect(replica.rows.get("fees")).toMatchObject({
      title: "New fees",
      version: 2,
      publishedAt: inMinutes(10),
      updatedAt: inMinutes(10),
    });
  });

  test("of a new article appears at its minute", async () => {
    const replica = createReplica(ada.agent);
    await replica.pull();
    await noor.write("fees", { publishedAt: inMinutes(1) });
    const state = await noor.act("fees", "publish");
    const early = inShort(await replica.pullPage());
    server.clock.nowMs += MINUTE_MS;

    const page = await replica.pullPage();

    expect(state.status).toBe("scheduled");
    expect(early).toEqual([]);
    expect(inShort(page)).toEqual(["put fees"]);
  });

  test("cannot be written over, and comes back as a draft", async () => {
    await noor.write("fees", { publishedAt: inMinutes(1) });
    await noor.act("fees", "publish");

    const written = noor.write("fees", { title: "Other" });

    await expect(written).rejects.toThrow("409");
    expect((await ada.act("fees", "return", { note: "Not yet." })).workingCopy).toMatchObject({
      status: "draft",
      dueAt: null,
      reviewerName: "Ada Moreau",
      reviewNote: "Not yet.",
    });
  });

  test("goes back for review when another version came in meanwhile", async () => {
    await server.importLines({ _id: "fees", text: "Old." });
    await noor.write("fees", { title: "Mine", publishedAt: inMinutes(1) });
    await noor.act("fees", "publish");
    await server.importLines({ _id: "fees", text: "Newer." });
    const replica = createReplica(ada.agent);
    server.clock.nowMs += MINUTE_MS;

    await replica.pull();

    expect(replica.rows.get("fees")).toMatchObject({ version: 2, title: "Title fees" });
    const { workingCopy } = await noor.read("fees");
    expect(workingCopy).toMatchObject({ status: "inReview", reviewNote: expect.stringContaining("version 2") });
  });

  test("goes back for review when an import narrowed who may read the article", async () => {
    const agent = await server.addAgent();
    await server.importLines({ _id: "fees" });
    await noor.write("fees", { bodyHtml: "<p>Mine.</p>", publishedAt: inMinutes(1) });
    await noor.act("fees", "publish");
    await server.importLines({ _id: "fees", metadata: { groups: ["billing"] } });
    const replica = createReplica(agent);
    server.clock.nowMs += MINUTE_MS;

    await replica.pull();

    expect(replica.rows.size).toBe(0);
    const { workingCopy, groups } = await noor.read("fees");
    expect(groups).toEqual(["billing"]);
    expect(workingCopy).toMatchObject({ status: "inReview", reviewNote: expect.stringContaining("who may read") });
  });

  test("goes back for review when an import withdrew the article", async () => {
    await server.importLines({ _id: "fees" });
    await noor.write("fees", { title: "Mine", publishedAt: inMinutes(2) });
    await noor.act("fees", "publish");
    await server.importLines({ _id: "fees", metadata: { expiresAt: inMinutes(1) } });
    server.clock.nowMs += 2 * MINUTE_MS;

    const state = await noor.read("fees");

    expect(state).toMatchObject({ status: "archived", workingCopy: { status: "inReview", dueAt: null } });
  });

  test("is published although somebody verified the article, flagged it or its day of expiry came", async () => {
    await server.importLines({ _id: "fees", metadata: { expiresAt: inMinutes(1) } });
    await noor.write("fees", { title: "Mine", publishedAt: inMinutes(2), expiresAt: inMinutes(9) });
    await noor.act("fees", "publish");
    await noor.act("fees", "verify");
    server.clock.nowMs += MINUTE_MS;
    const expired = await noor.read("fees");
    server.clock.nowMs += MINUTE_MS;

    const state = await noor.read("fees");

    expect(expired.status).toBe("archived");
    expect(state).toMatchObject({ status: "published", title: "Mine" });
  });

  test("goes back for review when its article is archived", async () => {
    await server.importLines({ _id: "fees" });
    await noor.write("fees", { title: "Mine", publishedAt: inMinutes(1) });
    await noor.act("fees", "publish");

    const state = await noor.act("fees", "archive");

    expect(state).toMatchObject({ status: "archived", workingCopy: { status: "inReview", dueAt: null } });
  });
});
