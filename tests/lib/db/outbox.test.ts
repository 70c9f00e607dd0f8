import { expect, it } from "vitest";
import {
  dueFlags,
  explainQueuedFlag,
  queueFlag,
  readFlags,
  recordResults,
  removeQueuedFlag,
} from "../../../lib/db/outbox";
import { freshDatabase, outboxFlag } from "./support";

it("holds a flag back until its undo time is over", async () => {
  const database = freshDatabase();
  await queueFlag(database, outboxFlag({ undoUntilMs: 6_000 }));

  expect(await dueFlags(database, 5_999, 10)).toEqual([]);
  expect(await dueFlags(database, 6_000, 10)).toHaveLength(1);
});

it("answers the waiting flag instead of queueing a second one for the article", async () => {
  const database = freshDatabase();
  const first = await queueFlag(database, outboxFlag({ id: "first" }));

  const second = await queueFlag(database, outboxFlag({ id: "second" }));

  expect(second).toEqual(first);
  expect(await readFlags(database)).toHaveLength(1);
});

it("takes a flag back within its undo time, and no later", async () => {
  const database = freshDatabase();
  await queueFlag(database, outboxFlag({ id: "early", articleId: "a", undoUntilMs: 6_000 }));
  await queueFlag(database, outboxFlag({ id: "late", articleId: "b", undoUntilMs: 6_000 }));

  expect(await removeQueuedFlag(database, "early", 5_999)).toBe(true);
  expect(await removeQueuedFlag(database, "late", 6_000)).toBe(false);
  expect((await readFlags(database)).map(({ id }) => id)).toEqual(["late"]);
});

it("records what the server said of each flag", async () => {
  const database = freshDatabase();
  const good = await queueFlag(database, outboxFlag({ id: "good", articleId: "a" }));
  const bad = await queueFlag(database, outboxFlag({ id: "bad", articleId: "b" }));

  await recordResults(
    database,
    [good, bad],
    [
      { id: "good", status: "stored" },
      { id: "bad", status: "refused", detail: "no such article" },
    ],
  );

  expect(await database.outbox.get("good")).toMatchObject({ state: "sent", detail: null });
  expect(await database.outbox.get("bad")).toMatchObject({ state: "refused", detail: "no such article" });
});

it("keeps a flag queued that was explained while it was under way", async () => {
  const database = freshDatabase();
  const sent = await queueFlag(database, outboxFlag({ id: "f" }));
  await explainQueuedFlag(database, "f", { reason: "outdated", comment: null });

  await recordResults(database, [sent], [{ id: "f", status: "stored" }]);

  expect(await database.outbox.get("f")).toMatchObject({ state: "queued", reason: "outdated" });
});

it("queues a sent flag again when a reason is added", async () => {
  const database = freshDatabase();
  const sent = await queueFlag(database, outboxFlag({ id: "f" }));
  await recordResults(database, [sent], [{ id: "f", status: "stored" }]);

  const explained = await explainQueuedFlag(database, "f", { reason: "incorrect", comment: "the fee is 5" });

  expect(explained).toMatchObject({ state: "queued", reason: "incorrect", comment: "the fee is 5" });
});

it("sends the oldest flags first", async () => {
  const database = freshDatabase();
  await queueFlag(database, outboxFlag({ id: "newer", articleId: "a", flaggedAtMs: 2_000 }));
  await queueFlag(database, outboxFlag({ id: "older", articleId: "b", flaggedAtMs: 1_000 }));

  expect((await dueFlags(database, 10_000, 1)).map(({ id }) => id)).toEqual(["older"]);
});
