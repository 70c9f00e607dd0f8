import { eq } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { DUE_PER_TRANSACTION, publishDueArticles } from "../../../server/articles/publish-due";
import { articles } from "../../../server/db/schema";
import { createTestServer, TEST_START_MS, type TestServer } from "../support";
import { createReplica, inShort } from "./replica";

const IN_A_MINUTE = new Date(TEST_START_MS + 60_000).toISOString();

let server: TestServer;

beforeEach(async () => {
  server = await createTestServer();
});

test("an article is not sent before its time of publication", async () => {
  const replica = createReplica(await server.addAgent());
  await server.importLines({ _id: "later", metadata: { publishedAt: IN_A_MINUTE } });
  server.clock.nowMs += 59_999;

  const [page] = await replica.pull();

  expect(inShort(page)).toEqual([]);
});

test("an article is sent at its time of publication, to a client that was up to date", async () => {
  const replica = createReplica(await server.addAgent());
  await server.importLines({ _id: "later", metadata: { publishedAt: IN_A_MINUTE } }, { _id: "now" });
  await replica.pull();
  server.clock.nowMs += 60_000;

  const [page] = await replica.pull();

  expect(inShort(page)).toEqual(["put later"]);
});

test("publication breaks the run of 304 answers", async () => {
  const agent = await server.addAgent();
  await server.importLines({ _id: "later", metadata: { publishedAt: IN_A_MINUTE } });
  const replica = createReplica(agent);
  await replica.pull();
  server.clock.nowMs += 60_000;

  const response = await agent.get(`/v1/changes?cursor=${replica.cursor}`, { "If-None-Match": `"${replica.cursor}"` });

  expect(response.status).toBe(200);
});

test("two pollers at the minute of publication get the article once each", async () => {
  const replicas = [createReplica(await server.addAgent()), createReplica(await server.addAgent())];
  await server.importLines({ _id: "later", metadata: { publishedAt: IN_A_MINUTE } });
  await Promise.all(replicas.map((replica) => replica.pull()));
  server.clock.nowMs += 60_000;

  const pulls = await Promise.all(replicas.map((replica) => replica.pull()));
  const again = await Promise.all(replicas.map((replica) => replica.pull()));

  expect(pulls.map(([page]) => inShort(page))).toEqual([["put later"], ["put later"]]);
  expect(again.map(([page]) => inShort(page))).toEqual([[], []]);
});

test("an article put off to a later time is a delete until then", async () => {
  const replica = createReplica(await server.addAgent());
  await server.importLines({ _id: "a" });
  await replica.pull();
  await server.importLines({ _id: "a", metadata: { publishedAt: IN_A_MINUTE } });
  const [before] = await replica.pull();
  server.clock.nowMs += 60_000;

  const [after] = await replica.pull();

  expect(inShort(before)).toEqual(["delete a"]);
  expect(inShort(after)).toEqual(["put a"]);
});

test("very many articles due at once come in portions, and all of them come", async () => {
  const replica = createReplica(await server.addAgent());
  const ids = Array.from({ length: DUE_PER_TRANSACTION + 1 }, (_, index) => `later-${index}`);
  await server.importLines(...ids.map((_id) => ({ _id, metadata: { publishedAt: IN_A_MINUTE } })));
  server.clock.nowMs += 60_000;
  await publishDueArticles(server.db, server.clock.nowMs);
  const atFirst = await server.db.$count(articles, eq(articles.isPublished, true));

  await replica.pull();

  expect([atFirst, replica.rows.size]).toEqual([DUE_PER_TRANSACTION, DUE_PER_TRANSACTION + 1]);
});
