import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import { auditLog } from "../../../server/db/access-schema";
import { createReplica, inShort } from "../feed/replica";
import { createTestServer, TEST_START_MS, type TestAgent, type TestServer } from "../support";
import { putNotice, toBody } from "./notices";

const MINUTE_MS = 60_000;
const inMinutes = (minutes: number) => new Date(TEST_START_MS + minutes * MINUTE_MS).toISOString();

let server: TestServer;
let admin: TestAgent;

beforeEach(async () => {
  server = await createTestServer();
  admin = await server.addAgent({ name: "Ada", role: "admin" });
});

describe("versions", () => {
  test("other words make a new version; other dates and groups do not", async () => {
    const first = await putNotice(admin, "n");
    const dated = await putNotice(admin, "n", { expiresAt: inMinutes(5), groups: ["billing"] });
    const reworded = await putNotice(admin, "n", { title: "Another", expiresAt: inMinutes(5), groups: ["billing"] });

    expect([first, dated, reworded].map(({ version, revision }) => [version, revision])).toEqual([
      [1, 1],
      [1, 2],
      [2, 3],
    ]);
  });

  test("the same words again change nothing, whatever version they are about", async () => {
    const replica = createReplica(await server.addAgent());
    await putNotice(admin, "n");
    await replica.pull();

    const again = await admin.send("PUT", "/v1/notices/n", toBody({}));

    expect(again.status).toBe(200);
    expect(again.headers.get("ETag")).toBe('"1"');
    expect(inShort((await replica.pull())[0])).toEqual([]);
  });

  test("who comes too late is told whose version stands", async () => {
    await putNotice(admin, "n");
    await putNotice(admin, "n", { title: "Second" }, '"1"');

    const response = await admin.send("PUT", "/v1/notices/n", toBody({ title: "Third" }), { "If-Match": '"1"' });

    expect(response.status).toBe(412);
    expect(await response.json()).toMatchObject({
      code: "version_conflict",
      current: { etag: '"2"', version: 2, author: "Ada", at: inMinutes(0) },
    });
  });

  test("a write over a notice that does not say its version is refused", async () => {
    await putNotice(admin, "n");

    const response = await admin.send("PUT", "/v1/notices/n", toBody({ title: "Second" }));

    expect(response.status).toBe(428);
  });

  test("a write to a version of a notice that is gone does not bring it back", async () => {
    await putNotice(admin, "n");
    await admin.send("DELETE", "/v1/notices/n", undefined, { "If-Match": "*" });

    const response = await admin.send("PUT", "/v1/notices/n", toBody({ title: "Second" }), { "If-Match": '"1"' });

    expect(response.status).toBe(404);
  });

  test("a notice that is written anew after its deletion counts on", async () => {
    await putNotice(admin, "n");
    await admin.send("DELETE", "/v1/notices/n", undefined, { "If-Match": "*" });
    await server.purgeTombstones();

    const { version } = await putNotice(admin, "n");

    expect(version).toBe(2);
  });
});

describe("managers", () => {
  test("an agent can neither list nor write notices", async () => {
    const agent = await server.addAgent();

    const list = await agent.get("/v1/notices");
    const write = await agent.post("/v1/notices", toBody({}));

    expect([list.status, write.status]).toEqual([403, 403]);
  });

  test("a manager addresses everybody and groups of its own, and nobody else", async () => {
    const manager = await server.addAgent({ role: "manager", groups: ["billing"] });

    const everybody = await manager.post("/v1/notices", toBody({ groups: [] }));
    const own = await manager.post("/v1/notices", toBody({ groups: ["billing"] }));
    const other = await manager.post("/v1/notices", toBody({ groups: ["billing", "retention"] }));

    expect([everybody.status, own.status, other.status]).toEqual([201, 201, 403]);
  });

  test("a notice for others does not exist for a manager", async () => {
    const manager = await server.addAgent({ role: "manager", groups: ["billing"] });
    await putNotice(admin, "n", { groups: ["retention"] });
    const anyVersion = { "If-Match": "*" };

    const responses = [
      await manager.get("/v1/notices/n"),
      await manager.send("PUT", "/v1/notices/n", toBody({}), anyVersion),
      await manager.send("DELETE", "/v1/notices/n", undefined, anyVersion),
      await manager.get("/v1/notices/none"),
    ];

    const bodies = await Promise.all(responses.map((response) => response.json()));
    expect(bodies.map(({ code }) => code)).toEqual(Array(4).fill("not_found"));
    expect(new Set(bodies.map(({ title, detail }) => title + detail)).size).toBe(1);
  });

  test("a notice that is for other groups as well is read by a manager and not written", async () => {
    const manager = await server.addAgent({ role: "manager", groups: ["billing"] });
    await putNotice(admin, "n", { groups: ["billing", "retention"] });

    const read = await manager.get("/v1/notices/n");
    const write = await manager.send("PUT", "/v1/notices/n", toBody({ groups: ["billing"] }), { "If-Match": "*" });

    expect([read.status, write.status]).toEqual([200, 403]);
  });

  test("an article the manager may not read is neither told nor taken away nor put in", async () => {
    const manager = await server.addAgent({ role: "manager", groups: ["billing"] });
    await server.importLines({ _id: "secret", metadata: { groups: ["retention"] } });
    await putNotice(admin, "n", { articleId: "secret" });

    const seen = await (await manager.get("/v1/notices/n")).json();
    const written = await putNotice(manager, "n", { title: "Another" });
    const named = await manager.post("/v1/notices", toBody({ articleId: "secret" }));
    const madeUp = await manager.post("/v1/notices", toBody({ articleId: "none" }));

    expect([seen.articleId, written.articleId]).toEqual([null, null]);
    expect((await (await admin.get("/v1/notices/n")).json()).articleId).toBe("secret");
    expect([named.status, madeUp.status]).toEqual([400, 400]);
    expect((await named.json()).detail).toBe((await madeUp.json()).detail);
  });

  test("a notice without groups said is refused, so that none is widened by forgetting", async () => {
    const { groups, ...body } = toBody({}) as { groups: string[] };

    const response = await admin.post("/v1/notices", body);

    expect(groups).toEqual([]);
    expect(await response.json()).toMatchObject({ status: 400, detail: expect.stringContaining("groups") });
  });

  test.each([
    [{ expiresAt: inMinutes(-1) }, "expiresAt"],
    [{ publishedAt: "0000-01-01T00:00:00Z" }, "publishedAt"],
    [{ effectiveFrom: "9999-12-31T23:59:59-14:00" }, "effectiveFrom"],
    [{ cues: ["!!"] }, "neither a letter"],
    [{ groups: ["*"] }, "groups"],
    [{ title: "\u0000" }, "title"],
    [{ body: "x" }, "body"],
  ])("a notice with %j is refused with the reason", async (written, reason) => {
    const response = await admin.post("/v1/notices", toBody(written));

    expect(await response.json()).toMatchObject({ status: 400, detail: expect.stringContaining(reason) });
  });

  test("the list is cut into pages, latest publication first, and by status", async () => {
    await putNotice(admin, "old", { publishedAt: inMinutes(-9), expiresAt: inMinutes(-1) });
    await putNotice(admin, "now");
    await putNotice(admin, "later", { publishedAt: inMinutes(9) });

    const first = await (await admin.get("/v1/notices?limit=2")).json();
    const second = await (await admin.get(`/v1/notices?limit=2&cursor=${first.nextCursor}`)).json();
    const expired = await (await admin.get("/v1/notices?status=expired")).json();

    const idsOf = ({ notices }: { notices: { id: string; status: string }[] }) =>
      notices.map(({ id, status }) => `${id} ${status}`);
    expect([first, second, expired].map(idsOf)).toEqual([
      ["later scheduled", "now published"],
      ["old expired"],
      ["old expired"],
    ]);
    expect(second.nextCursor).toBeNull();
  });

  test("every write is in the audit trail", async () => {
    await putNotice(admin, "n");
    await putNotice(admin, "n", { title: "Another" });
    await admin.send("DELETE", "/v1/notices/n", undefined, { "If-Match": "*" });

    const rows = await server.db.select().from(auditLog).where(eq(auditLog.subjectType, "notice")).orderBy(auditLog.id);

    expect(rows.map(({ actorName, action, subjectId }) => [actorName, action, subjectId])).toEqual([
      ["Ada", "notice.create", "n"],
      ["Ada", "notice.change", "n"],
      ["Ada", "notice.delete", "n"],
    ]);
  });
});
