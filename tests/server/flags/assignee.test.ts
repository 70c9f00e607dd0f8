import { expect, test } from "vitest";
import type { Owner } from "../../../lib/contract/article";
import { auditLog } from "../../../server/db/access-schema";
import { categories } from "../../../server/db/content-schema";
import { DEFAULT_SETTINGS } from "../../../server/settings";
import { createTestServer, type TestServer } from "../support";
import { createFlag, listCases, sendFlags, theCase } from "./flags";

const ada: Owner = { kind: "person", name: "Ada Moreau" };
const team: Owner = { kind: "team", name: "Billing team" };

async function createServer(fallbackAssignee: string | null = null): Promise<TestServer> {
  return createTestServer({ settings: { flags: { ...DEFAULT_SETTINGS.flags, fallbackAssignee } } });
}

async function ownCategory(server: TestServer, path: string[], owner: Owner | null): Promise<void> {
  const updated = { updatedAt: new Date(server.clock.nowMs), updatedBy: "Root" };
  await server.db.insert(categories).values({ key: path.join(" > "), path, owner, ...updated });
}

/** Who is to look at a new flag on an article with this owner and category. */
async function assigneeOf(server: TestServer, metadata: { owner?: Owner; category?: string[] }) {
  const admin = await server.addAgent({ name: "Root", role: "admin" });
  await server.importLines({ _id: "a", metadata });
  await sendFlags(admin, createFlag());
  return (await theCase(admin)).assignee;
}

test("a person who manages gets the flags of own articles, in whatever case the name is written", async () => {
  const server = await createServer();
  const { agent } = await server.addAgent({ name: "ada moreau", role: "manager" });

  const assignee = await assigneeOf(server, { owner: ada });

  expect(assignee).toEqual({ agentId: agent.id, name: "ada moreau" });
});

test("a team gets the flags of its articles", async () => {
  const assignee = await assigneeOf(await createServer("Somebody"), { owner: team });

  expect(assignee).toEqual({ agentId: null, name: "Billing team" });
});

test("two of the owner's name are found by the name", async () => {
  const server = await createServer();
  await server.addAgent({ name: "Ada Moreau", role: "manager" });
  await server.addAgent({ name: "Ada Moreau", role: "admin" });

  const assignee = await assigneeOf(server, { owner: ada });

  expect(assignee).toEqual({ agentId: null, name: "Ada Moreau" });
});

test("the nearest category's owner gets them where the article has none", async () => {
  const server = await createServer("Somebody");
  await ownCategory(server, ["Billing"], { kind: "team", name: "Finance" });
  await ownCategory(server, ["Billing", "Debit"], team);
  await ownCategory(server, ["Billing", "Debit", "Returned"], null);

  const assignee = await assigneeOf(server, { category: ["Billing", "Debit", "Returned"] });

  expect(assignee?.name).toBe("Billing team");
});

test("an owner who is no manager here, or no more, leaves them to the category's", async () => {
  const server = await createServer();
  await server.addAgent({ name: "Ada Moreau", role: "agent" });
  await ownCategory(server, ["Billing"], team);

  const assignee = await assigneeOf(server, { owner: ada, category: ["Billing"] });

  expect(assignee?.name).toBe("Billing team");
});

test("the fallback gets them where nobody owns the article, as somebody who manages if the name is one's", async () => {
  const server = await createServer("Ada Moreau");
  const { agent } = await server.addAgent({ name: "Ada Moreau", role: "manager" });

  const assignee = await assigneeOf(server, {});

  expect(assignee).toEqual({ agentId: agent.id, name: "Ada Moreau" });
});

test("nobody in particular gets them without owner and fallback", async () => {
  const assignee = await assigneeOf(await createServer(), { owner: ada });

  expect(assignee).toBeNull();
});

test("each article of a batch goes to its own", async () => {
  const server = await createServer("Somebody");
  const admin = await server.addAgent({ name: "Root", role: "admin" });
  const { agent } = await server.addAgent({ name: "Ada Moreau", role: "manager" });
  await ownCategory(server, ["Billing"], team);
  await server.importLines(
    { _id: "a", metadata: { owner: ada } },
    { _id: "b", metadata: { category: ["Billing", "Debit"] } },
    { _id: "c" },
  );

  await sendFlags(admin, ...["a", "b", "c", "a"].map((articleId) => createFlag({ articleId })));

  const { flagCases } = await listCases(admin);
  expect(new Map(flagCases.map(({ articleId, assignee, flagCount }) => [articleId, { assignee, flagCount }]))).toEqual(
    new Map([
      ["a", { assignee: { agentId: agent.id, name: "Ada Moreau" }, flagCount: 2 }],
      ["b", { assignee: { agentId: null, name: "Billing team" }, flagCount: 1 }],
      ["c", { assignee: { agentId: null, name: "Somebody" }, flagCount: 1 }],
    ]),
  );
});

test.each([{ disabled: true }, { role: "agent" }])(
  "cases of an assignee who becomes %j go to who would get them now, and the audit tells",
  async (change) => {
    const server = await createServer();
    const { agent } = await server.addAgent({ name: "Ada Moreau", role: "manager" });
    const admin = await server.addAgent({ name: "Root", role: "admin" });
    await server.importLines({ _id: "a", metadata: { owner: ada } });
    await sendFlags(admin, createFlag());
    const before = await theCase(admin);

    await admin.send("PATCH", `/v1/agents/${agent.id}`, change);

    const after = await theCase(admin);
    expect([before.assignee?.agentId, after.assignee]).toEqual([agent.id, null]);
    expect(after.revision).toBe(before.revision + 1);
    const audit = await server.db.select({ action: auditLog.action }).from(auditLog).orderBy(auditLog.id);
    expect(audit.map(({ action }) => action)).toContain("flagCase.assign");
  },
);

test("a deleted article's cases stay with those who could read it at last", async () => {
  const server = await createServer();
  const manager = await server.addAgent({ name: "Mia", role: "manager", groups: ["billing"] });
  const admin = await server.addAgent({ name: "Root", role: "admin" });
  await server.importLines({ _id: "a" });
  await server.importLines({ _id: "a", metadata: { groups: ["legal"] } });
  await sendFlags(admin, createFlag());
  await server.deleteArticle("a");

  const [hers, all] = [await listCases(manager), await listCases(admin)];

  expect([hers.flagCases.length, all.flagCases.length]).toEqual([0, 1]);
});
