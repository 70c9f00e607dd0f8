import { beforeEach, describe, expect, test } from "vitest";
import { auditLog } from "../../../server/db/access-schema";
import { createReplica } from "../feed/replica";
import { findViolations } from "../invariants";
import { createTestServer, type TestAgent, type TestServer } from "../support";
import { answer, createFlag, listCases, sendFlags, theCase } from "./flags";

const DAY_MS = 86_400_000;

let server: TestServer;
let agent: TestAgent;
let manager: TestAgent;

beforeEach(async () => {
  server = await createTestServer();
  agent = await server.addAgent({ name: "Noor Haddad", groups: ["billing"] });
  manager = await server.addAgent({ name: "Ada Moreau", role: "manager", groups: ["billing"] });
  await server.importLines(
    { _id: "a", title: "Fees" },
    { _id: "b", metadata: { groups: ["billing"] } },
    { _id: "c", metadata: { groups: ["retention"] } },
  );
});

async function openFlagsOf(id: string): Promise<number | undefined> {
  const replica = createReplica(agent);
  await replica.pull();
  return replica.rows.get(id)?.openFlags;
}

describe("a case", () => {
  test("gathers all flags on an article, whoever sent them and when", async () => {
    const other = await server.addAgent({ name: "Li Wei" });
    await sendFlags(agent, createFlag({ comment: "Wrong fee." }));
    server.clock.nowMs += 2 * DAY_MS;

    const [later] = await sendFlags(other, createFlag({ reason: "outdated" }));

    const { id } = await theCase(manager);
    const found = await (await manager.get(`/v1/flag-cases/${id}`)).json();
    expect(later).toMatchObject({ status: "stored", lookBy: "2026-11-05" });
    expect(found).toMatchObject({ articleId: "a", articleTitle: "Fees", status: "open", flagCount: 2, revision: 2 });
    expect(found.flags).toMatchObject([
      { reason: "outdated", comment: null, flaggedBy: { name: "Li Wei" }, articleVersion: 1 },
      { reason: null, comment: "Wrong fee.", flaggedBy: { name: "Noor Haddad" }, articleVersion: 1 },
    ]);
  });

  test("is opened anew for a flag that comes after the earlier one was closed", async () => {
    await sendFlags(agent, createFlag());
    await answer(manager, (await theCase(manager)).id, { status: "fixed" });
    server.clock.nowMs += DAY_MS;

    const [result] = await sendFlags(agent, createFlag());

    expect(result?.lookBy).toBe("2026-11-06");
    expect((await listCases(manager, "?status=all")).flagCases.map(({ status }) => status)).toEqual(["fixed", "open"]);
  });

  test("is opened anew for a flag that is amended after it was closed", async () => {
    const flag = createFlag();
    await sendFlags(agent, flag);
    await answer(manager, (await theCase(manager)).id, { status: "fixed" });

    const [result] = await sendFlags(agent, { ...flag, reason: "outdated" });

    expect(result).toMatchObject({ status: "amended", lookBy: "2026-11-05" });
    expect(await theCase(manager)).toMatchObject({ status: "open", flagCount: 1 });
    expect(await openFlagsOf("a")).toBe(1);
  });

  test("stays with its answer when its only flag went on in a later one, and is not reopened without a flag", async () => {
    const flag = createFlag();
    await sendFlags(agent, flag);
    const { id } = await theCase(manager);
    await answer(manager, id, { status: "declined", answer: "It is right." });
    await sendFlags(agent, { ...flag, comment: "It is not." });
    await answer(manager, (await theCase(manager)).id, { status: "fixed" });

    const left = await (await manager.get(`/v1/flag-cases/${id}`)).json();
    const refused = await manager.send("PATCH", `/v1/flag-cases/${id}`, { status: "open" }, { "If-Match": "*" });

    expect(left).toMatchObject({ status: "declined", answer: "It is right.", flagCount: 0, flags: [] });
    expect(refused.status).toBe(409);
    expect(await findViolations(server.db)).toEqual([]);
  });

  test("is overdue from the day after the day to look, while nobody has looked", async () => {
    await sendFlags(agent, createFlag());
    server.clock.nowMs += 3 * DAY_MS;
    const onTheDay = await listCases(manager, "?overdue=true");
    server.clock.nowMs += DAY_MS;

    const overdue = await theCase(manager, "?overdue=true");
    await answer(manager, overdue.id, { status: "accepted" });

    expect(onTheDay.flagCases).toEqual([]);
    expect(overdue.isOverdue).toBe(true);
    expect((await listCases(manager, "?overdue=true")).flagCases).toEqual([]);
  });

  test("of an article for another group does not exist for a manager, though for an admin", async () => {
    const insider = await server.addAgent({ groups: ["retention"] });
    const admin = await server.addAgent({ name: "Root", role: "admin" });
    await sendFlags(insider, createFlag({ articleId: "c", comment: "Not for everybody." }));
    const { id } = await theCase(admin);

    const read = await manager.get(`/v1/flag-cases/${id}`);
    const written = await manager.send("PATCH", `/v1/flag-cases/${id}`, { status: "fixed" }, { "If-Match": "*" });

    expect((await listCases(manager)).flagCases).toEqual([]);
    expect([read.status, written.status]).toEqual([404, 404]);
    expect((await theCase(admin)).status).toBe("open");
  });

  test("of an article that was deleted can still be answered", async () => {
    await sendFlags(agent, createFlag({ articleId: "b" }));
    await server.deleteArticle("b");

    const { articleTitle, id } = await theCase(manager);
    const closed = await answer(manager, id, { status: "fixed", answer: "Taken out." });

    expect(articleTitle).toBeNull();
    expect(closed.status).toBe("fixed");
  });

  test("is no agent's to see or to answer", async () => {
    const responses = [
      await agent.get("/v1/flag-cases"),
      await agent.get("/v1/flag-cases/x"),
      await agent.send("PATCH", "/v1/flag-cases/x", { status: "fixed" }, { "If-Match": "*" }),
    ];

    expect(responses.map(({ status }) => status)).toEqual([403, 403, 403]);
  });
});

describe("an answer", () => {
  test("closes the case, lowers the article's open flags and is noted", async () => {
    await sendFlags(agent, createFlag(), createFlag());
    const { id } = await theCase(manager);

    const closed = await answer(manager, id, { status: "fixed", answer: "The fee is right now." });

    expect(closed).toMatchObject({ status: "fixed", answer: "The fee is right now.", answeredBy: "Ada Moreau" });
    expect(await openFlagsOf("a")).toBe(0);
    const [entry] = await server.db.select().from(auditLog);
    expect(entry).toMatchObject({ action: "flagCase.answer", actorId: manager.agent.id, subjectId: id });
    expect(JSON.stringify(entry)).not.toContain("The fee is right now.");
  });

  test("is needed to decline", async () => {
    await sendFlags(agent, createFlag());
    const { id } = await theCase(manager);

    const bare = await manager.send("PATCH", `/v1/flag-cases/${id}`, { status: "declined" }, { "If-Match": "*" });
    const unstorable = { status: "declined", answer: "\u0000" };
    const empty = await manager.send("PATCH", `/v1/flag-cases/${id}`, unstorable, { "If-Match": "*" });
    const taken = await answer(manager, id, { status: "declined", answer: "It is right: see paragraph 2." });

    expect([bare.status, empty.status]).toEqual([400, 400]);
    expect(taken.status).toBe("declined");
  });

  test("that opens a closed case again raises the article's open flags and sets a new day to look", async () => {
    await sendFlags(agent, createFlag());
    const { id } = await theCase(manager);
    await answer(manager, id, { status: "declined", answer: "It is right." });
    server.clock.nowMs += 7 * DAY_MS;

    const reopened = await answer(manager, id, { status: "open" });

    expect(reopened).toMatchObject({ status: "open", answer: null, answeredAt: null, lookBy: "2026-11-12" });
    expect(await openFlagsOf("a")).toBe(1);
  });

  test("cannot open a second case of an article", async () => {
    await sendFlags(agent, createFlag());
    const { id } = await theCase(manager);
    await answer(manager, id, { status: "fixed" });
    await sendFlags(agent, createFlag());

    const response = await manager.send("PATCH", `/v1/flag-cases/${id}`, { status: "open" }, { "If-Match": "*" });

    expect(response.status).toBe(409);
  });

  test("to what was read before another flag joined is refused, with who flagged", async () => {
    await sendFlags(agent, createFlag());
    const { id, revision } = await theCase(manager);
    await sendFlags(agent, createFlag({ comment: "And the date is wrong too." }));

    const ifMatch = { "If-Match": `"${revision}"` };
    const response = await manager.send("PATCH", `/v1/flag-cases/${id}`, { status: "fixed" }, ifMatch);

    expect(response.status).toBe(412);
    expect(await response.json()).toMatchObject({ code: "version_conflict", current: { author: "Noor Haddad" } });
  });

  test("that names no revision is refused", async () => {
    await sendFlags(agent, createFlag());
    const { id } = await theCase(manager);

    const response = await manager.send("PATCH", `/v1/flag-cases/${id}`, { status: "fixed" });

    expect(response.status).toBe(428);
  });

  test("that says what is there already changes nothing", async () => {
    await sendFlags(agent, createFlag());
    const { id } = await theCase(manager);
    const first = await answer(manager, id, { status: "accepted", answer: "Looking." });

    const second = await answer(manager, id, { status: "accepted", answer: "Looking." });

    expect(second).toEqual(first);
    expect(await server.db.select().from(auditLog)).toHaveLength(1);
  });
});

describe("who is to look", () => {
  test("is changed by an answer, to somebody who manages or to a name", async () => {
    await sendFlags(agent, createFlag());
    const { id } = await theCase(manager);

    const mine = await answer(manager, id, { assignee: { agentId: manager.agent.id } });
    const teams = await answer(manager, id, { assignee: { name: "Billing team" } });
    const nobodys = await answer(manager, id, { assignee: null });

    expect(mine.assignee).toEqual({ agentId: manager.agent.id, name: "Ada Moreau" });
    expect(teams.assignee).toEqual({ agentId: null, name: "Billing team" });
    expect(nobodys.assignee).toBeNull();
  });

  test("cannot be an agent", async () => {
    await sendFlags(agent, createFlag());
    const { id } = await theCase(manager);

    const to = { assignee: { agentId: agent.agent.id } };
    const response = await manager.send("PATCH", `/v1/flag-cases/${id}`, to, { "If-Match": "*" });

    expect(response.status).toBe(400);
  });

  test("finds cases: mine by id, by name and by my group, and nobody's", async () => {
    await server.importLines(
      { _id: "p", metadata: { owner: { kind: "person", name: "ada moreau" } } },
      { _id: "q", metadata: { owner: { kind: "team", name: "Billing" } } },
      { _id: "r", metadata: { owner: { kind: "team", name: "Retention" } } },
    );
    await sendFlags(agent, ...["a", "p", "q", "r"].map((articleId) => createFlag({ articleId })));
    const articlesOf = async (query: string) =>
      (await listCases(manager, query)).flagCases.map(({ articleId }) => articleId).sort();

    expect(await articlesOf("?assignee=me")).toEqual(["p", "q"]);
    expect(await articlesOf("?assignee=none")).toEqual(["a"]);
    expect(await articlesOf("?assignee=retention")).toEqual(["r"]);
  });
});

test("cases are listed page by page", async () => {
  await sendFlags(agent, createFlag({ articleId: "a" }), createFlag({ articleId: "b" }));

  const first = await listCases(manager, "?limit=1");
  const second = await listCases(manager, `?limit=1&cursor=${first.nextCursor}`);

  const found = [...first.flagCases, ...second.flagCases].map(({ articleId }) => articleId);
  expect(new Set(found)).toEqual(new Set(["a", "b"]));
  expect(second.nextCursor).toBeNull();
});

describe("flags", () => {
  test("are listed to the agent who sent them, with what became of them, and to managers of the article", async () => {
    const other = await server.addAgent({ name: "Li Wei", groups: ["billing"] });
    await sendFlags(agent, createFlag({ articleId: "b", comment: "Wrong." }));
    server.clock.nowMs += 1;
    await sendFlags(other, createFlag({ articleId: "b" }));
    const listed = async (who: TestAgent, query = "") => (await (await who.get(`/v1/flags${query}`)).json()).flags;

    expect(await listed(agent)).toMatchObject([{ comment: "Wrong.", status: "open", lookBy: "2026-11-05" }]);
    expect(await listed(manager)).toHaveLength(2);
    expect(await listed(manager, "?mine=true")).toEqual([]);
    expect(await listed(await server.addAgent({ role: "manager" }))).toEqual([]);
  });

  test("are listed page by page, the latest first", async () => {
    const sent = [createFlag(), createFlag(), createFlag()];
    await sendFlags(agent, ...sent);

    const first = await (await agent.get("/v1/flags?limit=2")).json();
    const second = await (await agent.get(`/v1/flags?limit=2&cursor=${first.nextCursor}`)).json();

    const ids = [...first.flags, ...second.flags].map(({ id }) => id);
    expect(ids).toEqual(sent.map(({ id }) => id).reverse());
  });
});
