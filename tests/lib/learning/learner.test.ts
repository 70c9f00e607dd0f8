import { describe, expect, it } from "vitest";
import { SIGNAL_STRENGTHS, type Signal } from "../../../lib/learning/signals";
import { DAY_MS, known, testLearner, ticketNo } from "./support";

const HALF_LIFE_MS = 180 * DAY_MS;

describe("teaching", () => {
  it.each(Object.entries(SIGNAL_STRENGTHS))("by the signal %s weighs %d of a ticket", async (signal, strength) => {
    const learner = testLearner();

    await learner.teach(ticketNo(1, "the card"), "refund", signal as Signal);

    expect(learner.model().articleTotal("refund")).toBeCloseTo(strength, 3);
    expect(known(learner, "refund", ["card"])).toEqual({ card: strength });
  });

  it("counts a ticket once for an article, the strongest signal", async () => {
    const learner = testLearner();
    const ticket = ticketNo(1, "the card");
    await learner.teach(ticket, "refund", "opened");

    await learner.teach(ticket, "refund", "linked");
    await learner.teach(ticket, "refund", "inserted");
    await learner.teach(ticket, "refund", "opened");

    expect(learner.model().total).toBeCloseTo(1, 3);
    expect(known(learner, "refund", ["card"])).toEqual({ card: 1 });
  });

  it("says what it added, and nothing the second time", async () => {
    const learner = testLearner();
    const first = await learner.teach(ticketNo(1, "the card"), "refund", "opened");

    const second = await learner.teach(ticketNo(1, "the card"), "refund", "linked");
    const third = await learner.teach(ticketNo(1, "the card"), "refund", "linked");

    expect(first).toMatchObject({ strengthBefore: 0, strength: 0.2 });
    expect(second?.strength).toBe(1);
    expect(second?.strengthBefore).toBeCloseTo(0.2, 9);
    expect(second?.terms).toContain("card");
    expect(third).toBeNull();
  });

  it("adds up different tickets", async () => {
    const learner = testLearner();

    await learner.teach(ticketNo(1, "the card"), "refund", "linked");
    await learner.teach(ticketNo(2, "the card and the invoice"), "refund", "linked");

    expect(learner.model().articleTotal("refund")).toBeCloseTo(2, 3);
    expect(known(learner, "refund", ["card", "invoic"])).toEqual({ card: 2, invoic: 1 });
  });

  it("tells tickets of the same number in two accounts apart", async () => {
    const learner = testLearner();
    const other = { url: "https://globex.zendesk.com/agent/tickets/1" };

    await learner.teach(ticketNo(1, "the card"), "refund", "linked");
    await learner.teach(ticketNo(1, "the card", other), "refund", "linked");

    expect(learner.model().articleTotal("refund")).toBeCloseTo(2, 3);
  });

  it("fades by half in half a year", async () => {
    const learner = testLearner();
    await learner.teach(ticketNo(1, "the card"), "refund", "linked");
    learner.clock.nowMs += HALF_LIFE_MS;

    await learner.load();

    expect(known(learner, "refund", ["card"])).toEqual({ card: 0.5 });
    expect(learner.model().articleTotal("refund")).toBeCloseTo(0.5, 3);
  });

  it("keeps what was taught while the model was being made anew", async () => {
    const learner = testLearner();
    await learner.teach(ticketNo(1, "the card"), "refund", "linked");

    await Promise.all([learner.load(), learner.teach(ticketNo(2, "the card"), "refund", "linked")]);

    expect(known(learner, "refund", ["card"])).toEqual({ card: 2 });
  });
});

describe("a word the base does not know", () => {
  const gobbled = (number: number) => ticketNo(number, "the card got gobbled");

  it("is not learnt from two tickets", async () => {
    const learner = testLearner();

    for (const number of [1, 2]) await learner.teach(gobbled(number), "refund", "linked");

    expect(known(learner, "refund", ["gobbl"])).toEqual({ gobbl: 0 });
  });

  it("is learnt from the third ticket on, with what the first two would have taught", async () => {
    const learner = testLearner();
    await learner.teach(gobbled(1), "refund", "linked");
    await learner.teach(gobbled(2), "password", "opened");

    await learner.teach(gobbled(3), "refund", "linked");

    expect(known(learner, "refund", ["gobbl"])).toEqual({ gobbl: 2 });
    expect(known(learner, "password", ["gobbl"])).toEqual({ gobbl: 0.2 });
  });

  it("is not learnt from one ticket that teaches three articles", async () => {
    const learner = testLearner();

    for (const articleId of ["a", "b", "c"]) await learner.teach(gobbled(1), articleId, "linked");

    expect(known(learner, "a", ["gobbl"])).toEqual({ gobbl: 0 });
  });

  it("counts a ticket's stronger signal, not both", async () => {
    const learner = testLearner();
    await learner.teach(gobbled(1), "refund", "opened");
    await learner.teach(gobbled(1), "refund", "linked");
    await learner.teach(gobbled(2), "refund", "linked");

    await learner.teach(gobbled(3), "refund", "linked");

    expect(known(learner, "refund", ["gobbl"])).toEqual({ gobbl: 3 });
  });

  it("counts the tickets that were only read, and learns nothing from them", async () => {
    const learner = testLearner();
    for (const number of [1, 2]) await learner.notice(gobbled(number));

    await learner.teach(gobbled(3), "refund", "linked");

    expect(known(learner, "refund", ["gobbl"])).toEqual({ gobbl: 1 });
    expect(learner.model().articleTotal("refund")).toBeCloseTo(1, 3);
  });

  it("does not count a ticket that is read again and again", async () => {
    const learner = testLearner();
    for (let times = 0; times < 5; times += 1) await learner.notice(gobbled(1));

    await learner.teach(gobbled(2), "refund", "linked");

    expect(known(learner, "refund", ["gobbl"])).toEqual({ gobbl: 0 });
  });

  it("is known from then on", async () => {
    const learner = testLearner();
    for (const number of [1, 2, 3]) await learner.teach(gobbled(number), "refund", "linked");

    const taught = await learner.teach(gobbled(4), "password", "linked");

    expect(taught?.terms).toContain("gobbl");
    expect(known(learner, "password", ["gobbl"])).toEqual({ gobbl: 1 });
  });
});
