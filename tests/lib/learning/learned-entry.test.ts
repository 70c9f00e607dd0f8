/** What the team taught, beside what this machine learnt. */
import { expect, it } from "vitest";
import type { ArticleTerms } from "../../../lib/contract/learned-terms";
import { createMemoryStore } from "../../../lib/learning/memory-store";
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
  const learner = await withTeam(sharedTerms({ tickets: 3_000, terms: [{ term: "invoic", weight: 300, agents: 40 }] }));

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
