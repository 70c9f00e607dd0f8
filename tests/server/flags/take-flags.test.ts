import { uuidv7 } from "uuidv7";
import { beforeEach, describe, expect, test } from "vitest";
import { type FlagSubmission, postFlagsResponseSchema } from "../../../lib/contract/flags";
import { flagCases } from "../../../server/db/flag-schema";
import { flags } from "../../../server/db/schema";
import { MAX_FLAGS_PER_DAY } from "../../../server/flags/judge-flag";
import { addAuthor } from "../articles/author";
import { createReplica, inShort } from "../feed/replica";
import { createTestServer, TEST_START_MS, type TestAgent, type TestServer } from "../support";

let server: TestServer;
let agent: TestAgent;

beforeEach(async () => {
  server = await createTestServer();
  agent = await server.addAgent({ groups: ["billing"] });
  await server.importLines({ _id: "a" }, { _id: "b", metadata: { groups: ["retention"] } });
});

function createFlag(overrides: Partial<FlagSubmission> = {}): FlagSubmission {
  const flaggedAt = new Date(TEST_START_MS).toISOString();
  return {
    ...{ id: uuidv7(), articleId: "a", articleVersion: 1, reason: null, comment: null, passage: null, flaggedAt },
    ...overrides,
  };
}

async function send(...sent: unknown[]) {
  const response = await agent.post("/v1/flags", { flags: sent });
  expect(response.status).toBe(200);
  return postFlagsResponseSchema.parse(await response.json()).results;
}

describe("a flag", () => {
  test("is stored with all the agent said", async () => {
    const flag = createFlag({ reason: "outdated", comment: "The fee is 12 euros now.", passage: "It costs 10 euros." });

    const results = await send(flag);

    expect(results).toEqual([{ id: flag.id, status: "stored", lookBy: "2026-11-05" }]);
    expect(await server.db.select().from(flags)).toEqual([
      {
        ...flag,
        caseId: expect.any(String),
        changeNumber: expect.any(Number),
        agentId: agent.agent.id,
        flaggedAt: new Date(TEST_START_MS),
        receivedAt: new Date(TEST_START_MS),
        amendedAt: null,
      },
    ]);
  });

  test("S5 sent twice is one flag", async () => {
    const flag = createFlag({ reason: "incorrect" });
    await send(flag);

    const results = await send(flag);

    expect(results).toEqual([{ id: flag.id, status: "known", lookBy: "2026-11-05" }]);
    expect(await server.db.select().from(flags)).toHaveLength(1);
  });

  test("S5 sent twice at the same time is one flag", async () => {
    const flag = createFlag();

    const results = (await Promise.all([send(flag), send(flag)])).flat();

    expect(results.map((result) => result.status).sort()).toEqual(["known", "stored"]);
  });

  test("S5 twice in one batch is one flag, and the last word counts", async () => {
    const flag = createFlag();

    const results = await send(flag, flag, { ...flag, reason: "confusing" });

    expect(results.map((result) => result.status)).toEqual(["stored", "known", "amended"]);
    expect(await server.db.select().from(flags)).toMatchObject([{ reason: "confusing" }]);
  });

  test.each([
    ["reason", { reason: "confusing" as const }],
    ["comment", { comment: "See step 3." }],
    ["passage", { passage: "It costs 10 euros." }],
  ])("sent again with a new %s is amended", async (_what, news) => {
    const flag = createFlag();
    await send(flag);
    server.clock.nowMs += 1000;

    const results = await send({ ...flag, ...news });

    expect(results).toEqual([{ id: flag.id, status: "amended", lookBy: "2026-11-05" }]);
    expect(await server.db.select().from(flags)).toMatchObject([
      { ...news, receivedAt: new Date(TEST_START_MS), amendedAt: new Date(TEST_START_MS + 1000) },
    ]);
  });

  test("loses a comment that the agent took back", async () => {
    const flag = createFlag({ comment: "Mr Okafor called about this." });
    await send(flag);

    await send({ ...flag, comment: null });

    expect(await server.db.select().from(flags)).toMatchObject([{ comment: null }]);
  });

  test("can be amended after the agent lost the article", async () => {
    const flag = createFlag();
    await send(flag);
    await server.importLines({ _id: "a", metadata: { groups: ["retention"] } });

    const results = await send({ ...flag, reason: "outdated" });

    expect(results).toMatchObject([{ status: "amended" }]);
  });

  test("keeps text that the database could not hold as it came", async () => {
    const results = await send(createFlag({ comment: "nul \u0000 and half \ud83d a smile" }));

    expect(results).toMatchObject([{ status: "stored" }]);
    expect(await server.db.select().from(flags)).toMatchObject([{ comment: "nul  and half \ufffd a smile" }]);
  });
});

describe("a flag is refused", () => {
  test("when five hundred of its agent came today", async () => {
    for (let sent = 0; sent < MAX_FLAGS_PER_DAY; sent += 100)
      await send(...Array.from({ length: 100 }, () => createFlag()));

    const [result] = await send(createFlag());
    server.clock.nowMs += 86_400_000;
    const [nextDay] = await send(createFlag());

    expect(result).toMatchObject({ status: "refused", detail: "more than 500 flags in a day" });
    expect(nextDay?.status).toBe("stored");
  });

  test("when its id belongs to another agent, who is not named", async () => {
    const other = await server.addAgent();
    const flag = createFlag();
    await other.post("/v1/flags", { flags: [flag] });

    const results = await send({ ...flag, reason: "outdated" });

    expect(results).toEqual([{ id: flag.id, status: "refused", detail: "id: belongs to another flag" }]);
    expect(await server.db.select().from(flags)).toMatchObject([{ agentId: other.agent.id, reason: null }]);
  });

  test("when its id is one of the agent's own flags, on another article", async () => {
    await server.importLines({ _id: "c" });
    const flag = createFlag();
    await send(flag);

    const results = await send({ ...flag, articleId: "c" });

    expect(results).toMatchObject([{ status: "refused" }]);
  });

  test("in the same words whether the article is unknown or only not for this agent", async () => {
    const results = await send(createFlag({ articleId: "nowhere" }), createFlag({ articleId: "b" }));

    const detail = "articleId: there is no such article";
    expect(results).toMatchObject([
      { status: "refused", detail },
      { status: "refused", detail },
    ]);
  });

  test("with its reason and its id, while its neighbours are stored", async () => {
    const good = createFlag();
    const bad = { ...createFlag(), reason: "boring" };

    const results = await send(bad, good, { id: 7 }, "flag", null);

    expect(results.map(({ id, status }) => [id, status])).toEqual([
      [bad.id, "refused"],
      [good.id, "stored"],
      ["", "refused"],
      ["", "refused"],
      ["", "refused"],
    ]);
    expect(results[0]?.detail).toMatch(/^reason: /);
  });

  test.each([
    ["a time long past", { flaggedAt: "0000-01-01T00:00:00Z" }],
    ["a time that is none", { flaggedAt: "2026-02-30T00:00:00Z" }],
    ["an id that is no UUID of version 7", { id: "3f2a0c9e-8a0b-4c1d-9e2f-000000000001" }],
    ["a comment that is too long", { comment: "x".repeat(2001) }],
  ])("for %s", async (_what, overrides) => {
    const results = await send(createFlag(overrides));

    expect(results).toMatchObject([{ status: "refused" }]);
  });
});

describe("the flagged article", () => {
  test("comes in the feed with one open flag more and the same version", async () => {
    const replica = createReplica(agent);
    await replica.pull();
    await send(createFlag(), createFlag());

    await replica.pull();

    expect(replica.rows.get("a")).toMatchObject({ openFlags: 2, version: 1 });
  });

  test("is no change when a flag is known or amended", async () => {
    const replica = createReplica(agent);
    const flag = createFlag();
    await send(flag);
    await replica.pull();
    await send(flag);
    await send({ ...flag, reason: "outdated" });

    const [page] = await replica.pull();

    expect(inShort(page)).not.toContain("put a");
  });

  test("keeps its open flags when it is imported anew", async () => {
    const replica = createReplica(agent);
    await send(createFlag());
    await server.importLines({ _id: "a", title: "Rewritten" });

    await replica.pull();

    expect(replica.rows.get("a")).toMatchObject({ title: "Rewritten", openFlags: 1 });
  });

  test("may be deleted already when the agent could read it", async () => {
    await server.deleteArticle("a");
    await server.deleteArticle("b");

    const results = await send(createFlag({ articleId: "a" }), createFlag({ articleId: "b" }));

    expect(results.map((result) => result.status)).toEqual(["stored", "refused"]);
  });

  test("may be archived or expired already when the agent could read it", async () => {
    const root = await addAuthor(server, { role: "admin" });
    await server.importLines({ _id: "c", metadata: { expiresAt: "2026-11-02T10:00:00Z" } });
    await root.act("a", "archive");
    await root.act("b", "archive");
    server.clock.nowMs += 2 * 3_600_000;
    await createReplica(agent).pull();

    const results = await send(...["a", "b", "c"].map((articleId) => createFlag({ articleId })));

    expect(results.map((result) => result.status)).toEqual(["stored", "refused", "stored"]);
  });

  test("may not be one that was taken from the agent and is still served to others", async () => {
    await server.importLines({ _id: "a", metadata: { groups: ["retention"] } });

    const results = await send(createFlag());

    expect(results).toMatchObject([{ status: "refused" }]);
  });

  test("has no case of a flag that is refused for its id", async () => {
    await server.importLines({ _id: "c" });
    const flag = createFlag();

    await send(flag, { ...flag, articleId: "c" });

    expect(await server.db.select({ articleId: flagCases.articleId }).from(flagCases)).toEqual([{ articleId: "a" }]);
  });

  test("comes back from the archive with the flags that came in meanwhile", async () => {
    const root = await addAuthor(server, { role: "admin" });
    await root.act("a", "archive");
    await send(createFlag());
    const replica = createReplica(agent);

    await root.act("a", "restore");

    await replica.pull();
    expect(replica.rows.get("a")).toMatchObject({ openFlags: 1 });
  });

  test("is not told as deleted once more", async () => {
    const replica = createReplica(agent);
    await replica.pull();
    await server.deleteArticle("a");
    await replica.pull();
    await send(createFlag());

    const [page] = await replica.pull();

    expect(inShort(page)).not.toContain("delete a");
  });
});
