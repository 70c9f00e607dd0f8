import { uuidv7 } from "uuidv7";
import { beforeEach, expect, test } from "vitest";
import { createReplica } from "../feed/replica";
import { createTestServer, TEST_START_MS, type TestServer } from "../support";
import { addAuthor } from "./author";

const MINUTE_MS = 60_000;
const inMinutes = (minutes: number) => new Date(TEST_START_MS + minutes * MINUTE_MS).toISOString();

let server: TestServer;

beforeEach(async () => {
  server = await createTestServer();
});

test("an import by a clock that is behind takes back no article", async () => {
  const replica = createReplica(await server.addAgent());
  await server.importLines({ _id: "a", text: "One.", metadata: { publishedAt: inMinutes(1) } });
  server.clock.nowMs += MINUTE_MS;
  await replica.pull();
  server.clock.nowMs -= 1;
  await server.importLines({ _id: "a", text: "Two.", metadata: { publishedAt: inMinutes(1) } });

  await replica.pull();

  expect(replica.rows.get("a")).toMatchObject({ version: 2 });
});

test("an import by a clock that is behind brings back no article that has expired", async () => {
  const replica = createReplica(await server.addAgent());
  await server.importLines({ _id: "a", text: "One.", metadata: { expiresAt: inMinutes(1) } });
  server.clock.nowMs += MINUTE_MS;
  await replica.pull();
  server.clock.nowMs -= 1;
  await server.importLines({ _id: "a", text: "Two.", metadata: { expiresAt: inMinutes(1) } });

  await replica.pull();

  expect(replica.rows.size).toBe(0);
});

test("a later day of publication still takes an article back until then", async () => {
  const replica = createReplica(await server.addAgent());
  await server.importLines({ _id: "a" });
  await replica.pull();
  await server.importLines({ _id: "a", metadata: { publishedAt: inMinutes(1) } });

  await replica.pull();

  expect(replica.rows.size).toBe(0);
});

test("an article that comes again after its tombstone is gone has its open flags", async () => {
  const agent = await server.addAgent();
  const noor = await addAuthor(server);
  const flaggedAt = new Date(server.clock.nowMs).toISOString();
  for (const articleId of ["imported", "written"]) {
    await server.importLines({ _id: articleId });
    const flag = { id: uuidv7(), articleId, articleVersion: 1, reason: "incorrect", comment: null, flaggedAt };
    await agent.post("/v1/flags", { flags: [flag] });
    await server.deleteArticle(articleId);
  }
  await server.purgeTombstones();

  await server.importLines({ _id: "imported" });
  await noor.write("written");
  await noor.act("written", "publish");

  expect([(await noor.read("imported")).openFlags, (await noor.read("written")).openFlags]).toEqual([1, 1]);
});
