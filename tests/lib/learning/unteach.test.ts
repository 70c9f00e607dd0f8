/** What a flag takes away of what was learnt, and its undo. */
import { describe, expect, it } from "vitest";
import { known, testLearner, ticketNo } from "./support";

describe("a flag", () => {
  it("takes back what the ticket taught, and half of what others taught by the same words", async () => {
    const learner = testLearner();
    await learner.teach(ticketNo(1, "the card"), "refund", "linked");
    await learner.teach(ticketNo(2, "the card and the invoice"), "refund", "linked");

    await learner.unteach("refund", ticketNo(1, "the card"), "flag-1");

    expect(known(learner, "refund", ["card", "invoic"])).toEqual({ card: 0.5, invoic: 1 });
    expect(learner.model().articleTotal("refund")).toBeCloseTo(1, 3);
  });

  it("halves the ticket's words although this ticket taught nothing", async () => {
    const learner = testLearner();
    await learner.teach(ticketNo(1, "the card and the invoice"), "refund", "linked");

    await learner.unteach("refund", ticketNo(2, "the card"), "flag-1");

    expect(known(learner, "refund", ["card", "invoic"])).toEqual({ card: 0.5, invoic: 1 });
  });

  it("without a ticket halves all words", async () => {
    const learner = testLearner();
    await learner.teach(ticketNo(1, "the card and the invoice"), "refund", "linked");

    const terms = await learner.unteach("refund", null, "flag-1");

    expect(terms).toEqual(expect.arrayContaining(["card", "invoic"]));
    expect(known(learner, "refund", ["card", "invoic"])).toEqual({ card: 0.5, invoic: 0.5 });
  });

  it("counts once", async () => {
    const learner = testLearner();
    await learner.teach(ticketNo(1, "the card"), "refund", "linked");
    await learner.unteach("refund", null, "flag-1");

    const again = await learner.unteach("refund", null, "flag-1");

    expect(again).toBeNull();
    expect(known(learner, "refund", ["card"])).toEqual({ card: 0.5 });
  });

  it("leaves other articles alone", async () => {
    const learner = testLearner();
    for (const articleId of ["refund", "password"]) await learner.teach(ticketNo(1, "the card"), articleId, "linked");

    await learner.unteach("refund", ticketNo(1, "the card"), "flag-1");

    expect(known(learner, "password", ["card"])).toEqual({ card: 1 });
  });

  it("that was undone gives everything back", async () => {
    const learner = testLearner();
    await learner.teach(ticketNo(1, "the card"), "refund", "linked");
    await learner.teach(ticketNo(2, "the card and the invoice"), "refund", "linked");
    await learner.unteach("refund", ticketNo(1, "the card"), "flag-1");

    const isRestored = await learner.restore("flag-1");

    expect(isRestored).toBe(true);
    expect(known(learner, "refund", ["card", "invoic"])).toEqual({ card: 2, invoic: 1 });
    expect(await learner.teach(ticketNo(1, "the card"), "refund", "linked")).toBeNull();
  });

  it("takes the ticket's part of words that still wait, and its undo gives it back", async () => {
    const learner = testLearner();
    const gobbled = (number: number) => ticketNo(number, "the card got gobbled");
    for (const number of [1, 2]) await learner.teach(gobbled(number), "refund", "linked");
    await learner.unteach("refund", gobbled(1), "flag-1");
    await learner.teach(gobbled(3), "refund", "linked");
    const withFlag = known(learner, "refund", ["gobbl"]);

    await learner.restore("flag-1");
    await learner.teach(gobbled(4), "refund", "linked");

    expect(withFlag).toEqual({ gobbl: 0 });
    expect(known(learner, "refund", ["gobbl"])).toEqual({ gobbl: 4 });
  });

  it("lets the ticket teach the article anew", async () => {
    const learner = testLearner();
    await learner.teach(ticketNo(1, "the card"), "refund", "linked");
    await learner.unteach("refund", ticketNo(1, "the card"), "flag-1");

    await learner.teach(ticketNo(1, "the card"), "refund", "linked");

    expect(known(learner, "refund", ["card"])).toEqual({ card: 1 });
  });
});
