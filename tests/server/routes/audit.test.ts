import { beforeEach, describe, expect, test } from "vitest";
import { z } from "../../../lib/contract/zod";
import { COMMAND_LINE } from "../../../server/audit/actor";
import { recordAudit } from "../../../server/audit/record-audit";
import { auditLog } from "../../../server/db/access-schema";
import { createTestServer, type TestAgent, type TestServer } from "../support";

let server: TestServer;
let admin: TestAgent;

const answerSchema = z.object({
  entries: z.array(z.looseObject({ action: z.string(), subject: z.object({ type: z.string(), id: z.string() }) })),
  nextCursor: z.string().nullable(),
});

beforeEach(async () => {
  server = await createTestServer();
  admin = await server.addAgent({ role: "admin" });
  await server.db.delete(auditLog);
  const ada = { agentId: "ada", name: "Ada Moreau", requestId: "r-1" };
  const entries = [
    {
      actor: ada,
      entry: { action: "article.publish", subject: { type: "article", id: "a" }, details: { version: 2 } },
    },
    { actor: COMMAND_LINE, entry: { action: "article.archive", subject: { type: "article", id: "b" } } },
    { actor: ada, entry: { action: "notice.create", subject: { type: "notice", id: "n" } } },
  ];
  for (const { actor, entry } of entries) {
    await recordAudit(server.db, actor, entry, server.clock.nowMs);
    server.clock.nowMs += 60_000;
  }
});

async function read(query = "") {
  return answerSchema.parse(await (await admin.get(`/v1/audit${query}`)).json());
}

test("an admin reads the trail, the newest first", async () => {
  const { entries, nextCursor } = await read();

  expect(entries.map(({ action }) => action)).toEqual(["notice.create", "article.archive", "article.publish"]);
  expect(entries[2]).toMatchObject({
    ...{ at: "2026-11-02T09:00:00.000Z", actor: { agentId: "ada", name: "Ada Moreau" }, requestId: "r-1" },
    ...{ subject: { type: "article", id: "a" }, details: { version: 2 } },
  });
  expect(nextCursor).toBeNull();
});

test("the trail is read page by page", async () => {
  const first = await read("?limit=2");

  const second = await read(`?limit=2&cursor=${first.nextCursor}`);

  expect(first.entries).toHaveLength(2);
  expect(second.entries.map(({ action }) => action)).toEqual(["article.publish"]);
  expect(second.nextCursor).toBeNull();
});

describe("of the trail is left what is asked for", () => {
  test.each([
    ["?actor=ada", ["notice.create", "article.publish"]],
    ["?actor=command%20line", ["article.archive"]],
    ["?action=article.archive", ["article.archive"]],
    ["?subjectType=article&subjectId=a", ["article.publish"]],
    ["?since=2026-11-02T09:01:00Z", ["notice.create", "article.archive"]],
    ["?actor=nobody", []],
  ])("by %s", async (query, expected) => {
    const { entries } = await read(query);

    expect(entries.map(({ action }) => action)).toEqual(expected);
  });
});

test.each(["agent", "manager"] as const)("a %s may not read the trail", async (role) => {
  const agent = await server.addAgent({ role });

  const response = await agent.get("/v1/audit");

  expect(response.status).toBe(403);
});

test.each(["?since=yesterday", "?cursor=x", "?limit=0", "?limit=201"])("400 for %s", async (query) => {
  const response = await admin.get(`/v1/audit${query}`);

  expect(response.status).toBe(400);
});
