import { beforeEach, expect, test } from "vitest";
import { createReplica } from "../feed/replica";
import { createTestServer, TEST_START_MS, type TestServer } from "../support";
import { addAuthor, contentFor } from "./author";

const IDS = ["a", "b", "c"];
const ROUNDS = 8;

let server: TestServer;

beforeEach(async () => {
  server = await createTestServer();
});

test("writes of every kind at the same moment wait for each other, and readers agree on what came of them", async () => {
  const authors = await Promise.all([addAuthor(server, { role: "admin" }), addAuthor(server, { role: "admin" })]);
  const readers = [createReplica(await server.addAgent()), createReplica(await server.addAgent())];
  const publishedAt = new Date(TEST_START_MS + 1).toISOString();
  const writing = authors.flatMap((author) =>
    IDS.map(async (id) => {
      for (let round = 0; round < ROUNDS; round += 1) {
        const content = contentFor(id, { title: `Title ${round}`, ...(round % 3 === 0 && { publishedAt }) });
        const anything = { "If-Match": "*" };
        const statuses = [(await author.send("PUT", `/v1/articles/${id}`, { content }, anything)).status];
        for (const action of ["submit", "publish", "verify", "archive", "restore"]) {
          const body = action === "publish" ? { overVersion: null } : undefined;
          statuses.push((await author.send("POST", `/v1/articles/${id}/${action}`, body, anything)).status);
        }
        server.clock.nowMs += 1;
        expect(statuses.filter((status) => status >= 500)).toEqual([]);
      }
    }),
  );
  const importing = (async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      await server.importLines(...IDS.toReversed().map((_id) => ({ _id, text: `Round ${round}.` })));
    }
  })();
  const reading = readers.map(async (replica) => {
    for (let round = 0; round < ROUNDS; round += 1) await replica.pull(1);
  });

  await Promise.all([...writing, importing, ...reading]);

  server.clock.nowMs += 10;
  for (const replica of readers) await replica.pull();
  const fresh = createReplica(await server.addAgent());
  await fresh.pull();
  for (const replica of readers) expect(replica.rows).toEqual(fresh.rows);
}, 60_000);
