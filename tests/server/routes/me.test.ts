import { expect, test } from "vitest";
import { meSchema } from "../../../lib/contract/me";
import { createTestServer, TEST_START_MS } from "../support";

test("tells who the agent is and which versions fit", async () => {
  const server = await createTestServer();
  const agent = await server.addAgent({ name: "Ada Moreau", role: "manager", groups: ["billing"] });

  const response = await agent.get("/v1/me");

  expect(response.status).toBe(200);
  expect(meSchema.parse(await response.json())).toEqual({
    service: "souffleur",
    apiVersion: 1,
    serverVersion: "0.1.0",
    oldestClient: "0.1.0",
    agent: { id: agent.agent.id, name: "Ada Moreau", role: "manager", groups: ["billing"] },
    articleCount: 0,
  });
});

test("counts the articles the agent may read", async () => {
  const server = await createTestServer();
  const agent = await server.addAgent({ groups: ["billing"] });
  await server.importLines(
    { _id: "for-all" },
    { _id: "for-billing", metadata: { groups: ["billing", "retention"] } },
    { _id: "for-retention", metadata: { groups: ["retention"] } },
    { _id: "for-all-deleted" },
    { _id: "for-all-later", metadata: { publishedAt: new Date(TEST_START_MS + 1).toISOString() } },
  );
  await server.deleteArticle("for-all-deleted");

  const me = meSchema.parse(await (await agent.get("/v1/me")).json());

  expect(me.articleCount).toBe(2);
});

test("counts a scheduled article from its minute on", async () => {
  const server = await createTestServer();
  const agent = await server.addAgent();
  await server.importLines({ _id: "later", metadata: { publishedAt: new Date(TEST_START_MS + 60_000).toISOString() } });
  server.clock.nowMs += 60_000;

  const me = meSchema.parse(await (await agent.get("/v1/me")).json());

  expect(me.articleCount).toBe(1);
});
