import { beforeEach, describe, expect, test } from "vitest";
import { auditLog } from "../../../server/db/access-schema";
import { type Author, addAuthor } from "../articles/author";
import { createReplica, inShort } from "../feed/replica";
import { createTestServer, TEST_START_MS, type TestServer } from "../support";

const MINUTE_MS = 60_000;
const inMinutes = (minutes: number) => new Date(TEST_START_MS + minutes * MINUTE_MS).toISOString();

let server: TestServer;
let admin: Author;
let noor: Author;

beforeEach(async () => {
  server = await createTestServer();
  admin = await addAuthor(server, { name: "Ada Moreau", role: "admin" });
  noor = await addAuthor(server, { name: "Noor Haddad" });
});

async function auditedActions(): Promise<string[]> {
  const rows = await server.db.select({ action: auditLog.action }).from(auditLog).orderBy(auditLog.id);
  return rows.map(({ action }) => action).filter((action) => action.startsWith("article."));
}

describe("verifying", () => {
  test("stamps who and when, without a new version, and is told to agents", async () => {
    await server.importLines({ _id: "fees" });
    const replica = createReplica(noor.agent);
    await replica.pull();
    server.clock.nowMs += MINUTE_MS;

    const state = await noor.act("fees", "verify");

    expect(state).toMatchObject({ publishedVersion: 1, verifiedAt: inMinutes(1), verifiedBy: "Noor Haddad" });
    await replica.pull();
    expect(replica.rows.get("fees")).toMatchObject({ version: 1, verifiedAt: inMinutes(1), verifiedBy: "Noor Haddad" });
  });

  test("is about what was seen", async () => {
    await server.importLines({ _id: "fees" });
    const seen = await noor.read("fees");
    await server.importLines({ _id: "fees", text: "Something else." });

    const response = await noor.send("POST", "/v1/articles/fees/verify", undefined, { "If-Match": seen.etag });

    const { current } = await response.json();
    expect(response.status).toBe(412);
    expect(current).toMatchObject({ version: 2, author: null });
  });

  test("is not undone by an import that knows nothing of it, nor by one that knows an older one", async () => {
    await server.importLines({ _id: "fees" });
    await noor.act("fees", "verify");

    const silent = await server.importLines({ _id: "fees" });
    await server.importLines({ _id: "fees", metadata: { verifiedAt: "2026-01-01" } });

    expect(silent).toMatchObject({ unchanged: 1 });
    expect(await noor.read("fees")).toMatchObject({ verifiedAt: inMinutes(0), verifiedBy: "Noor Haddad" });
  });

  test("passes with a flag that came in between", async () => {
    await server.importLines({ _id: "fees" });
    const seen = await noor.read("fees");
    const flag = { id: "01936f5e-7000-7000-8000-000000000001", articleId: "fees", articleVersion: 1 };
    await noor.agent.post("/v1/flags", { flags: [{ ...flag, reason: null, comment: null, flaggedAt: inMinutes(0) }] });

    const response = await noor.send("POST", "/v1/articles/fees/verify", undefined, { "If-Match": seen.etag });

    expect(response.status).toBe(200);
  });
});

describe("archiving", () => {
  test("takes an article from agents' machines, and restoring brings it back", async () => {
    await server.importLines({ _id: "fees" });
    const replica = createReplica(noor.agent);
    await replica.pull();

    const archived = await noor.act("fees", "archive");
    const gone = await replica.pullPage();
    const restored = await noor.act("fees", "restore");
    const back = await replica.pullPage();

    expect([archived.status, restored.status]).toEqual(["archived", "published"]);
    expect([inShort(gone), inShort(back)]).toEqual([["delete fees"], ["put fees"]]);
  });

  test("holds against imports, which still bring their text", async () => {
    await server.importLines({ _id: "fees" });
    await noor.act("fees", "archive");

    const same = await server.importLines({ _id: "fees" });
    const other = await server.importLines({ _id: "fees", text: "Newer." });

    expect([same.unchanged, other.changed]).toEqual([1, 1]);
    expect(await noor.read("fees")).toMatchObject({ status: "archived", publishedVersion: 2 });
  });

  test("of a sensitive category is undone by a second person only", async () => {
    await server.importLines({ _id: "fees", metadata: { category: "Billing" } });
    await admin.send("PUT", "/v1/categories/Billing", { isSensitive: true });
    await noor.act("fees", "archive");

    const refused = await admin.refused("fees", "restore");
    await noor.write("fees", { category: ["Billing"] });
    const state = await admin.act("fees", "publish");

    expect(refused).toMatchObject({ code: "second_person_required" });
    expect(state.status).toBe("published");
  });

  test("twice is refused", async () => {
    await server.importLines({ _id: "fees" });
    await noor.act("fees", "archive");

    expect(await noor.refused("fees", "archive")).toMatchObject({ code: "conflict" });
  });
});

describe("an expiry", () => {
  test("takes the article away at its minute, also from a client that polled in between", async () => {
    await server.importLines({ _id: "fees", metadata: { expiresAt: inMinutes(10) } });
    const replica = createReplica(noor.agent);
    await replica.pull();
    server.clock.nowMs += 10 * MINUTE_MS - 1;
    const before = inShort(await replica.pullPage());
    server.clock.nowMs += 1;

    const page = await replica.pullPage();

    expect(before).toEqual([]);
    expect(inShort(page)).toEqual(["delete fees"]);
    expect(await noor.read("fees")).toMatchObject({ status: "archived", archivedAt: inMinutes(10) });
  });

  test("breaks the run of 304 answers", async () => {
    await server.importLines({ _id: "fees", metadata: { expiresAt: inMinutes(1) } });
    const replica = createReplica(noor.agent);
    await replica.pull();
    server.clock.nowMs += MINUTE_MS;

    const headers = { "If-None-Match": `"${replica.cursor}"` };
    const response = await noor.agent.get(`/v1/changes?cursor=${replica.cursor}`, headers);

    expect(response.status).toBe(200);
  });

  test("that comes with the publication nobody saw is told to nobody", async () => {
    const replica = createReplica(noor.agent);
    await replica.pull();
    await server.importLines({ _id: "fees", metadata: { publishedAt: inMinutes(1), expiresAt: inMinutes(2) } });
    await noor.write("news", { publishedAt: inMinutes(1), expiresAt: inMinutes(2) });
    await noor.act("news", "publish");
    server.clock.nowMs += 3 * MINUTE_MS;

    const page = await replica.pullPage();

    expect(inShort(page)).toEqual([]);
    expect([(await noor.read("fees")).status, (await noor.read("news")).status]).toEqual(["archived", "archived"]);
  });

  test("is put off by an import that names a later one", async () => {
    await server.importLines({ _id: "fees", metadata: { expiresAt: inMinutes(1) } });
    server.clock.nowMs += 2 * MINUTE_MS;
    await createReplica(noor.agent).pull();

    await server.importLines({ _id: "fees", metadata: { expiresAt: inMinutes(5) } });

    expect(await noor.read("fees")).toMatchObject({ status: "published", archivedAt: null });
  });

  test("that has passed is in the way of restoring and publishing", async () => {
    await server.importLines({ _id: "fees", metadata: { expiresAt: inMinutes(1) } });
    server.clock.nowMs += 2 * MINUTE_MS;
    const restored = await noor.refused("fees", "restore");
    await noor.write("fees", { expiresAt: inMinutes(1) });

    const published = await noor.refused("fees", "publish");

    expect([restored.code, published.code]).toEqual(["conflict", "conflict"]);
  });
});

describe("deleting", () => {
  test("leaves nothing of the article, and is for admins", async () => {
    await server.importLines({ _id: "fees" });
    await noor.write("fees", { title: "Mine" });
    const { etag } = await noor.read("fees");

    const byManager = await noor.send("DELETE", "/v1/articles/fees", undefined, { "If-Match": etag });
    const byAdmin = await admin.send("DELETE", "/v1/articles/fees", undefined, { "If-Match": etag });

    const [read, versions] = await Promise.all([
      admin.agent.get("/v1/articles/fees"),
      admin.agent.get("/v1/articles/fees/versions"),
    ]);
    expect([byManager.status, byAdmin.status, read.status, versions.status]).toEqual([403, 204, 404, 404]);
  });

  test("lets the id be begun anew, with a later version", async () => {
    await server.importLines({ _id: "fees" });
    const { etag } = await admin.read("fees");
    await admin.send("DELETE", "/v1/articles/fees", undefined, { "If-Match": etag });
    await noor.write("fees");

    const state = await noor.act("fees", "publish");

    expect(state).toMatchObject({ status: "published", publishedVersion: 2 });
  });
});

test("every write is in the audit trail", async () => {
  await noor.write("fees");
  await noor.act("fees", "submit");
  await noor.act("fees", "return", { note: "Shorter." });
  await noor.act("fees", "publish");
  await noor.act("fees", "verify");
  await noor.act("fees", "archive");
  await noor.act("fees", "restore");

  const actions = await auditedActions();

  const expected = ["begin", "submit", "return", "publish", "verify", "archive", "restore"];
  expect(actions).toEqual(expected.map((action) => `article.${action}`));
});
