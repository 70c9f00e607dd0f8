import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import type { ManagedSituation } from "../../../lib/contract/situation";
import { auditLog } from "../../../server/db/access-schema";
import { linkArticle, unlinkArticle } from "../../../server/situations/link-article";
import { createReplica, inShort } from "../feed/replica";
import { createTestServer, type TestAgent, type TestServer } from "../support";

let server: TestServer;
let admin: TestAgent;

beforeEach(async () => {
  server = await createTestServer();
  admin = await server.addAgent({ name: "Ada", role: "admin" });
});

const toBody = (said: object = {}) => ({ name: "moving house", cues: ["new address"], groups: [], ...said });

async function post(manager: TestAgent, said: object = {}): Promise<ManagedSituation> {
  const response = await manager.post("/v1/situations", toBody(said));
  if (response.status !== 201) throw new Error(`POST: ${response.status} ${await response.text()}`);
  return response.json();
}

const put = (manager: TestAgent, id: string, said: object, ifMatch = "*") =>
  manager.send("PUT", `/v1/situations/${id}`, toBody(said), { "If-Match": ifMatch });

describe("in the feed", () => {
  test("articles come in their order and roles, those only that the agent may read", async () => {
    const replica = createReplica(await server.addAgent({ groups: ["billing"] }));
    await server.importLines({ _id: "a" }, { _id: "b", metadata: { groups: ["retention"] } }, { _id: "c" });
    const articles = [
      { articleId: "c", role: "keyFact" },
      { articleId: "b", role: "offer" },
      { articleId: "a", role: "answer" },
      { articleId: "a", role: "advice" },
    ];
    const { id } = await post(admin, { articles });

    await replica.pull();

    expect(replica.situations.get(id)).toEqual({
      ...{ id, name: "moving house", cues: ["new address"], language: null },
      articles: articles.filter(({ articleId }) => articleId !== "b"),
    });
  });

  test("a situation is told again when the readers of an article of it change, to those who read on", async () => {
    const replica = createReplica(await server.addAgent({ groups: ["billing"] }));
    await server.importLines({ _id: "a", metadata: { groups: ["retention"] } });
    const { id } = await post(admin, { articles: [{ articleId: "a", role: "answer" }] });
    await replica.pull();
    const before = replica.situations.get(id)?.articles.length;
    await server.importLines({ _id: "a", metadata: { groups: ["billing"] } });
    await replica.pull();
    const opened = replica.situations.get(id)?.articles.length;
    await server.deleteArticle("a");

    await replica.pull();

    expect([before, opened, replica.situations.get(id)?.articles.length]).toEqual([0, 1, 0]);
  });

  test("a situation for a group reaches its agents and admins, and leaves who loses it", async () => {
    const billing = createReplica(await server.addAgent({ groups: ["billing"] }));
    const retention = createReplica(await server.addAgent({ groups: ["retention"] }));
    const { id } = await post(admin, { groups: ["billing"] });
    const first = [(await billing.pull())[0], (await retention.pull())[0]];
    await put(admin, id, { groups: ["retention"] });

    const second = [(await billing.pull())[0], (await retention.pull())[0]];

    expect(first.map(inShort)).toEqual([[`put situation ${id}`], []]);
    expect(second.map(inShort)).toEqual([[`delete situation ${id}`], [`put situation ${id}`]]);
  });

  test("a deleted situation is a delete for those only who had it", async () => {
    const billing = createReplica(await server.addAgent({ groups: ["billing"] }));
    const retention = createReplica(await server.addAgent({ groups: ["retention"] }));
    const { id } = await post(admin, { groups: ["billing"] });
    await billing.pull();
    await retention.pull();
    await admin.send("DELETE", `/v1/situations/${id}`, undefined, { "If-Match": '"1"' });

    const pages = [(await billing.pull())[0], (await retention.pull())[0]];

    expect(pages.map(inShort)).toEqual([[`delete situation ${id}`], []]);
  });
});

describe("managers", () => {
  test("write, read and list situations, by name", async () => {
    const manager = await server.addAgent({ name: "Mia", role: "manager", groups: ["billing"] });
    const house = await post(manager, { groups: ["billing"] });
    const birth = await post(manager, { name: "birth of a child", language: "en" });

    const read = await manager.get(`/v1/situations/${house.id}`);
    const first = await (await manager.get("/v1/situations?limit=1")).json();
    const second = await (await manager.get(`/v1/situations?limit=1&cursor=${first.nextCursor}`)).json();

    expect(read.headers.get("ETag")).toBe('"1"');
    expect(await read.json()).toMatchObject({ groups: ["billing"], version: 1, updatedBy: "Mia" });
    expect([...first.situations, ...second.situations].map(({ id }) => id)).toEqual([birth.id, house.id]);
    expect(second.nextCursor).toBeNull();
  });

  test("make one situation of a name and language only", async () => {
    await post(admin);

    const again = await admin.post("/v1/situations", toBody({ cues: ["relocation"] }));
    const inFrench = await admin.post("/v1/situations", toBody({ language: "fr" }));

    expect([again.status, inFrench.status]).toEqual([409, 201]);
  });

  test("do not tell, to who writes one of the same name, of those for others", async () => {
    await admin.post("/v1/situations", toBody({ groups: ["legal"] }));
    const manager = await server.addAgent({ role: "manager", groups: ["billing"] });

    const again = await manager.post("/v1/situations", toBody({ groups: ["billing"] }));

    expect(again.status).toBe(404);
    expect(await again.json()).not.toHaveProperty("detail");
  });

  test("keep name and language, and make no new one under an id of its own", async () => {
    const { id } = await post(admin);

    const renamed = await put(admin, id, { name: "moving" });
    const other = await admin.send("PUT", "/v1/situations/mine", toBody({ name: "moving" }));

    expect([renamed.status, other.status]).toEqual([409, 404]);
  });

  test("write by version: without one, over another one, and with what stands already", async () => {
    const { id } = await post(admin);
    const without = await admin.send("PUT", `/v1/situations/${id}`, toBody({ cues: ["relocation"] }));
    const changed = await put(admin, id, { cues: ["relocation"] }, '"1"');

    const late = await put(admin, id, { cues: ["moving"] }, '"1"');
    const same = await put(admin, id, { cues: ["relocation"] }, '"1"');

    expect([without, changed, late, same].map(({ status }) => status)).toEqual([428, 200, 412, 200]);
    expect(await late.json()).toMatchObject({ current: { etag: '"2"', version: 2, author: "Ada" } });
    expect(same.headers.get("ETag")).toBe('"2"');
  });

  test("find no situation of others, and write none that is for others as well", async () => {
    const manager = await server.addAgent({ role: "manager", groups: ["billing"] });
    const others = await post(admin, { groups: ["retention"] });
    const both = await post(admin, { name: "both", groups: ["billing", "retention"] });

    const responses = [
      await manager.get(`/v1/situations/${others.id}`),
      await put(manager, others.id, { groups: ["billing"] }),
      await put(manager, both.id, { name: "both", groups: ["billing"] }),
      await manager.post("/v1/situations", toBody({ name: "third", groups: ["retention"] })),
    ];

    expect(responses.map(({ status }) => status)).toEqual([404, 404, 403, 403]);
  });

  test("neither see nor take away nor put in an article they may not read", async () => {
    const manager = await server.addAgent({ role: "manager", groups: ["billing"] });
    await server.importLines({ _id: "secret", metadata: { groups: ["retention"] } }, { _id: "a" });
    const secret = { articleId: "secret", role: "answer" };
    const own = { articleId: "a", role: "advice" };
    const { id } = await post(admin, { articles: [secret] });

    const seen = await (await manager.get(`/v1/situations/${id}`)).json();
    const written = await (await put(manager, id, { articles: [own] })).json();
    const named = await put(manager, id, { articles: [secret] });

    expect([seen.articles, written.articles, named.status]).toEqual([[], [own], 400]);
    expect((await (await admin.get(`/v1/situations/${id}`)).json()).articles).toEqual([own, secret]);
  });

  test.each([
    [{ cues: [] }, "cues"],
    [{ cues: ["!!"] }, "neither a letter"],
    [{ groups: undefined }, "groups"],
    [{ groups: ["*"] }, "groups"],
    [{ articles: [{ articleId: "none", role: "answer" }] }, "articles[0]"],
    [{ articles: [{ articleId: "a", role: "hint" }] }, "role"],
  ])("are refused %j with the reason", async (said, reason) => {
    const response = await admin.post("/v1/situations", toBody(said));

    expect(await response.json()).toMatchObject({ status: 400, detail: expect.stringContaining(reason) });
  });

  test("leave a trail; agents may do none of it", async () => {
    const agent = await server.addAgent();
    const { id } = await post(admin);
    await put(admin, id, { cues: ["relocation"] });
    await admin.send("DELETE", `/v1/situations/${id}`, undefined, { "If-Match": "*" });

    const refused = [await agent.get("/v1/situations"), await agent.post("/v1/situations", toBody())];

    const isSituation = eq(auditLog.subjectType, "situation");
    const rows = await server.db.select().from(auditLog).where(isSituation).orderBy(auditLog.id);
    expect(rows.map(({ actorName, action }) => `${actorName} ${action}`)).toEqual([
      ...["Ada situation.create", "Ada situation.change", "Ada situation.delete"],
    ]);
    expect(refused.map(({ status }) => status)).toEqual([403, 403]);
  });
});

test("at the command line an article is linked once, and unlinked", async () => {
  await server.importLines({ _id: "a" });
  const { id } = await post(admin);
  const link = { db: server.db, id, reference: { articleId: "a", role: "answer" as const }, nowMs: server.clock.nowMs };
  const unknown = { ...link, reference: { articleId: "none", role: "answer" as const } };

  const linked = await linkArticle(link);
  const again = await linkArticle(link);
  const outcomes = [
    await linkArticle(unknown),
    await linkArticle({ ...link, id: "none" }),
    await unlinkArticle(unknown),
  ];
  const unlinked = await unlinkArticle(link);

  expect([linked, again, unlinked]).toMatchObject([
    { outcome: "changed", situation: { articles: [{ articleId: "a", role: "answer" }] } },
    { outcome: "unchanged" },
    { outcome: "changed", situation: { articles: [] } },
  ]);
  expect(outcomes).toMatchObject(["no article", "no situation", { outcome: "unchanged" }]);
});
