import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Article } from "../../../lib/contract/article";
import { createLearnedModel, type LearnedEntry, NOTHING_LEARNED } from "../../../lib/learning/learned-model";
import { createLearner } from "../../../lib/learning/learner";
import { bestLearned, type CustomerTerms, evidenceFor, scoreLearned } from "../../../lib/ranking/learned-evidence";
import { rankArticles } from "../../../lib/ranking/rank-articles";
import { NO_SITUATIONS } from "../../../lib/ranking/situations";
import { createSynonyms } from "../../../lib/ranking/synonyms";
import { article, ticket } from "../builders";
import { ticketNo } from "../learning/support";
import { synonymSet } from "../vocabulary";
import { BASE, indexOf, OPTIONS, rankedIds } from "./base";

/** Two articles of which only a past ticket can say which is meant. */
const TWINS = [article({ id: "a-twin", title: "Card payment" }), article({ id: "b-twin", title: "Card payment" })];

function entry(articleId: string, tickets: number, ...terms: string[]): LearnedEntry {
  return { articleId, tickets, terms: new Map(terms.map((term) => [term, tickets])) };
}

function customer(...words: string[]): CustomerTerms {
  const pairs = words.slice(1).map((word, at) => `${words[at]} ${word}`);
  return { words: new Set(words), phrasing: new Set(words), pairs: new Set(pairs) };
}

/** Evidence for each article of what was learnt of it, for a ticket of these words. */
function evidence(entries: LearnedEntry[], words: string[], articles: Article[] = TWINS) {
  const scores = scoreLearned(createLearnedModel(entries), customer(...words));
  return evidenceFor(
    indexOf(articles),
    scores,
    articles.map(({ id }) => id),
  );
}

it("lifts an article that three past tickets were solved with", async () => {
  const index = indexOf([...BASE, ...TWINS]);
  const learner = createLearner({ base: index, nowMs: () => OPTIONS.nowMs });
  const asked = ticketNo(9, "my card payment was taken from the bank account again");
  const before = rankedIds(rankArticles(index, asked, OPTIONS));
  for (const number of [1, 2, 3]) {
    await learner.teach(ticketNo(number, "card payment taken from the bank account"), "b-twin", "linked");
  }

  const after = rankedIds(rankArticles(index, asked, { ...OPTIONS, learned: learner.model() }));

  expect(before.indexOf("a-twin")).toBeLessThan(before.indexOf("b-twin"));
  expect(after[0]).toBe("b-twin");
});

it("brings articles that share no word with the ticket", () => {
  const learned = createLearnedModel([entry("meter", 5, "qwxz")]);

  const ranking = rankArticles(indexOf(BASE), ticket({ text: "please help me, qwxz" }), { ...OPTIONS, learned });

  expect(rankedIds(ranking)).toContain("meter");
});

describe("the evidence of past tickets", () => {
  it("counts more the more tickets there were", () => {
    const found = evidence([entry("a-twin", 1, "refund"), entry("b-twin", 10, "refund")], ["refund"]);

    expect(found.get("b-twin")?.learnedWords).toBeGreaterThan(found.get("a-twin")?.learnedWords ?? 0);
    expect(found.get("a-twin")?.learnedWords).toBeGreaterThan(0);
  });

  it("counts less for an article with a long text of its own", () => {
    const long = article({ id: "b-twin", title: "Card payment", text: "Every step is explained. ".repeat(50) });

    const found = evidence(
      [entry("a-twin", 3, "refund"), entry("b-twin", 3, "refund")],
      ["refund"],
      [article({ id: "a-twin", title: "Card payment" }), long],
    );

    expect(found.get("b-twin")?.learnedWords).toBeLessThan(found.get("a-twin")?.learnedWords ?? 0);
  });

  it("of one ticket says nothing beside a long text, and that of many does", () => {
    const long = article({ id: "a-twin", title: "Card payment", text: "Every step is explained. ".repeat(100) });
    const of = (tickets: number) => evidence([entry("a-twin", tickets, "refund")], ["refund"], [long]).get("a-twin");

    expect(of(1)).toBeUndefined();
    expect(of(30)?.learnedWords).toBeGreaterThan(0.1);
  });

  it("looks at pairs of words apart", () => {
    const entries = [
      entry("a-twin", 3, "card", "refund", "card refund"),
      entry("b-twin", 3, "card", "refund", "refund late"),
    ];

    const found = evidence(entries, ["card", "refund"]);

    expect(found.get("a-twin")?.learnedPairs).toBeGreaterThan(0);
    expect(found.get("b-twin")?.learnedPairs).toBe(0);
    expect(found.get("b-twin")?.learnedWords).toBeGreaterThan(0);
  });

  it("lies between 0 and 1", () => {
    const words = ["card", "refund", "late"];
    const entries = [entry("a-twin", 1e6, ...words, "card refund"), entry("b-twin", 0.2, "late")];

    for (const one of evidence(entries, words).values()) {
      for (const value of [one.learnedWords, one.learnedPhrasing, one.learnedPairs]) {
        expect(value).toBeGreaterThanOrEqual(0);
        expect(value).toBeLessThanOrEqual(1);
      }
    }
  });

  it("of words is what its terms add up to", () => {
    const found = evidence(
      [entry("a-twin", 4, "card", "refund"), entry("b-twin", 4, "card", "late")],
      ["card", "refund"],
    );

    for (const { learnedWords, byTerm } of found.values()) {
      expect([...byTerm.values()].reduce((sum, share) => sum + share, 0)).toBeCloseTo(learnedWords, 10);
    }
  });

  it("is there only for articles that something was learnt of", () => {
    expect([...evidence([entry("a-twin", 3, "refund")], ["refund"]).keys()]).toEqual(["a-twin"]);
  });

  it("is none for a ticket that shares nothing with past ones", () => {
    expect(evidence([entry("a-twin", 3, "refund")], ["parcel"]).size).toBe(0);
  });
});

it("names the articles that past tickets speak for, best first, ties by id", () => {
  const model = createLearnedModel([entry("c", 3, "card"), entry("b", 3, "card"), entry("a", 3, "card", "refund")]);

  expect(bestLearned(scoreLearned(model, customer("card", "refund")), 2)).toEqual(["a", "b"]);
});

it("leaves the order and the scores as they are where nothing was learnt", () => {
  const asked = ticket({ text: "router red light, bank account, sim, meter, slow wifi" });
  const scores = (learned?: typeof NOTHING_LEARNED) =>
    rankArticles(indexOf(BASE), asked, learned ? { ...OPTIONS, learned } : OPTIONS).ranked.map(
      ({ article: { id }, score }) => [id, score],
    );

  expect(scores(NOTHING_LEARNED)).toEqual(scores());
  expect(scores(createLearnedModel())).toEqual(scores());
});

it("gives the same order whatever the order of articles, lessons and synonyms", () => {
  const asked = ticket({ text: "router red light, bank account, sim, meter, slow wifi, gateway" });
  const entries = BASE.map(({ id }, at) =>
    entry(id, 1 + (at % 4) / 3, "router", "bank", ...(at % 2 ? ["light", "red light"] : ["sim"])),
  );
  const sets = [
    synonymSet({ id: "s1", phrases: ["gateway", "router"] }),
    synonymSet({ id: "s2", phrases: ["gateway", "cable"] }),
    synonymSet({ id: "s3", phrases: ["slow", "television"] }),
  ];
  const rank = (articles: Article[], lessons: LearnedEntry[], synonyms: typeof sets) => {
    const learned = createLearnedModel();
    for (const one of lessons) learned.put({ ...one, tickets: 9 });
    for (const one of lessons) learned.put(one);
    const teamWords = { synonyms: createSynonyms(synonyms), situations: NO_SITUATIONS };
    return rankArticles(indexOf(articles), asked, { ...OPTIONS, learned, teamWords });
  };
  const expected = rank(BASE, entries, sets);
  const whole = <T>(list: T[]) => fc.shuffledSubarray(list, { minLength: list.length });

  fc.assert(
    fc.property(whole(BASE), whole(entries), whole(sets), (articles, lessons, synonyms) => {
      const ranking = rank(articles, lessons, synonyms);

      expect(rankedIds(ranking)).toEqual(rankedIds(expected));
      expect(ranking.confidence).toBeCloseTo(expected.confidence, 9);
    }),
    { numRuns: 40 },
  );
});
