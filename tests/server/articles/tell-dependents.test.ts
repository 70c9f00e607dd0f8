import { beforeEach, expect, test } from "vitest";
import { tellDependentsAgain } from "../../../server/articles/tell-dependents";
import { articles } from "../../../server/db/schema";
import { writeChanges } from "../../../server/db/server-state";
import { createTestServer, type TestServer } from "../support";

let server: TestServer;

beforeEach(async () => {
  server = await createTestServer();
});

test("more articles than a statement has room for can change at once", async () => {
  const ids = Array.from({ length: 70_000 }, (_, index) => `a-${index}`);

  const telling = writeChanges(server.db, (tx, next) => tellDependentsAgain(tx, ids, next));

  await expect(telling).resolves.toBeUndefined();
});

test("the tombstones of a thousand articles and one go at once, and are counted", async () => {
  const ids = Array.from({ length: 1_001 }, (_, index) => `a-${index}`);
  await server.importLines(...ids.map((_id) => ({ _id })));
  await server.db.update(articles).set({ deletedAt: new Date(server.clock.nowMs), isPublished: false });

  const purged = await server.purgeTombstones();

  expect(purged).toBe(1_001);
  expect(await server.db.$count(articles)).toBe(0);
});
