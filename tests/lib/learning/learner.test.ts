import { describe, expect, it } from "vitest";
import type { ArticleTerms } from "../../../lib/contract/learned-terms";
import { createMemoryStore } from "../../../lib/learning/memory-store";
import { SIGNAL_STRENGTHS, type Signal } from "../../../lib/learning/signals";
import { TEXT_ANALYSIS_VERSION } from "../../../lib/text/analysis-version";
import { DAY_MS, known, testLearner, ticketNo } from "./support";

const HALF_LIFE_MS = 180 * DAY_MS;

function sharedTerms(overrides: Partial<ArticleTerms> = {}): ArticleTerms {
  return {
    articleId: "refund",
    analysis: TEXT_ANALYSIS_VERSION,
    asOf: "2026-11-02",
    tickets: 4,
    terms: [{ term: "invoic", weight: 3, agents: 3 }],
    ...overrides,
  };
}

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

  it("is known from then on", async () => {
    const learner = testLearner();
    for (const number of [1, 2, 3]) await learner.teach(gobbled(number), "refund", "linked");

    const taught = await learner.teach(gobbled(4), "password", "linked");

    expect(taught?.terms).toContain("gobbl");
    expect(known(learner, "password", ["gobbl"])).toEqual({ gobbl: 1 });
  });
});

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

describe("what the team taught", () => {
  async function withTeam(shared: ArticleTerms) {
    const learner = testLearner({ store: createMemoryStore(new Map([[shared.articleId, shared]])) });
    await learner.load();
    return learner;
  }

  it("counts beside one's own, and not on top of it", async () => {
    const learner = await withTeam(sharedTerms({ terms: [{ term: "card", weight: 3, agents: 3 }] }));

    await learner.teach(ticketNo(1, "the card and the invoice"), "refund", "linked");

    expect(known(learner, "refund", ["card"]).card).toBeCloseTo(3, 1);
    expect(known(learner, "refund", ["invoic"]).invoic).toBeCloseTo(1, 1);
    expect(learner.model().articleTotal("refund")).toBeCloseTo(4, 1);
  });

  it("fades from its day on", async () => {
    const learner = await withTeam(sharedTerms());
    learner.clock.nowMs = Date.UTC(2026, 10, 2) + HALF_LIFE_MS;

    await learner.load();

    expect(known(learner, "refund", ["invoic"])).toEqual({ invoic: 1.5 });
  });

  it("counts thirty tickets at most, its words in proportion", async () => {
    const learner = await withTeam(
      sharedTerms({ tickets: 3_000, terms: [{ term: "invoic", weight: 300, agents: 40 }] }),
    );

    expect(learner.model().articleTotal("refund")).toBeCloseTo(30, 1);
    expect(learner.model().termTotal("invoic")).toBeCloseTo(3, 1);
  });

  it("gives no word more than its tickets", async () => {
    const learner = await withTeam(sharedTerms({ tickets: 2, terms: [{ term: "invoic", weight: 500, agents: 3 }] }));

    expect(known(learner, "refund", ["invoic"]).invoic).toBeLessThanOrEqual(2);
  });

  it("is left out when its texts became terms in another way", async () => {
    const learner = await withTeam(sharedTerms({ analysis: TEXT_ANALYSIS_VERSION + 1 }));

    expect(learner.model().articleIds.size).toBe(0);
  });

  it("counts half where this agent flagged the article for such a ticket, until the flag is undone", async () => {
    const learner = await withTeam(sharedTerms());
    await learner.unteach("refund", ticketNo(1, "the invoice"), "flag-1");
    const flagged = known(learner, "refund", ["invoic"]);

    await learner.restore("flag-1");

    expect(flagged.invoic).toBeCloseTo(1.5, 1);
    expect(known(learner, "refund", ["invoic"]).invoic).toBeCloseTo(3, 1);
  });

  it("makes a word known that the base lacks", async () => {
    const learner = await withTeam(sharedTerms({ terms: [{ term: "gobbl", weight: 3, agents: 3 }] }));

    const taught = await learner.teach(ticketNo(1, "the card got gobbled"), "refund", "linked");

    expect(taught?.terms).toContain("gobbl");
  });
});
