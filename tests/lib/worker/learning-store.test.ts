import { expect, it } from "vitest";
import { createLearner } from "../../../lib/learning/learner";
import { createLearningStore } from "../../../lib/worker/learning-store";
import { freshDatabase } from "../db/support";
import { BASE, known, NOW_MS, ticketNo } from "../learning/support";

function learnerOn(database = freshDatabase()) {
  return { database, ...createLearner({ base: BASE, nowMs: () => NOW_MS, store: createLearningStore(database) }) };
}

it("holds in the database what a second learner then knows", async () => {
  const first = learnerOn();
  await first.teach(ticketNo(1, "the card"), "refund", "linked");

  const second = learnerOn(first.database);
  await second.load();

  expect(known(second, "refund", ["card"])).toEqual({ card: 1 });
});

it("lets two learners on one database teach at the same time, and loses nothing", async () => {
  const first = learnerOn();
  const second = learnerOn(first.database);

  await Promise.all([
    first.teach(ticketNo(1, "the card"), "refund", "linked"),
    second.teach(ticketNo(2, "the card"), "refund", "linked"),
    first.teach(ticketNo(3, "the card"), "refund", "linked"),
  ]);

  expect((await first.database.learnedTerms.get("refund"))?.terms.get("card")).toBe(3);
});

it("keeps words it may not know yet as hashes", async () => {
  const { database, teach } = learnerOn();

  await teach(ticketNo(1, "the card got gobbled"), "refund", "linked");

  const memory = await database.taught.toArray();
  expect(JSON.stringify(memory)).not.toContain("gobb");
  expect(memory.filter(({ id }) => id.startsWith("term/")).map(({ id }) => id)).toEqual([
    expect.stringMatching(/^term\/[0-9a-f]{32}$/),
  ]);
});
