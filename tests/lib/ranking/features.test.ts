import { describe, expect, it } from "vitest";
import type { Article } from "../../../lib/contract/article";
import { FEATURE_WEIGHTS, FEATURES, type Feature } from "../../../lib/ranking/feature-weights";
import { type RankOptions, rankArticles } from "../../../lib/ranking/rank-articles";
import { createSituations } from "../../../lib/ranking/situations";
import { NO_SYNONYMS } from "../../../lib/ranking/synonyms";
import type { Ticket } from "../../../lib/ticket";
import { article, ticket } from "../builders";
import { situation } from "../vocabulary";
import { BASE, indexOf, OPTIONS, rankedIds } from "./base";

const ASKED = ticket({ text: "since this morning the router has a red light and the wi-fi is slow" });

/** What the second look sees in one article of a base. */
function featuresOf(articles: Article[], asked: Ticket, id: string, options: Partial<RankOptions> = {}) {
  const { ranked } = rankArticles(indexOf(articles), asked, { ...OPTIONS, ...options });
  const found = ranked.find((one) => one.article.id === id);
  if (!found) throw new Error(`${id} is not among ${ranked.map((one) => one.article.id).join(", ")}`);
  return found.look.features;
}

/** Whether a feature prefers the first of two articles that are alike but for what is given. */
function compare(feature: Feature, text: string, first: Partial<Article> & { text?: string }, second: typeof first) {
  const pair = [article({ ...first, id: "first" }), article({ ...second, id: "second" })];
  const asked = ticket({ text });
  return [
    featuresOf([...BASE, ...pair], asked, "first")[feature],
    featuresOf([...BASE, ...pair], asked, "second")[feature],
  ];
}

it("scores an article by the weighted sum of its features", () => {
  const { ranked } = rankArticles(indexOf(BASE), ASKED, OPTIONS);

  expect(ranked.length).toBeGreaterThan(2);
  for (const { look } of ranked) {
    const sum = FEATURES.reduce((total, feature) => total + FEATURE_WEIGHTS[feature] * look.features[feature], 0);
    expect(look.score).toBeCloseTo(sum, 10);
  }
});

it("gives the terms together no more than the score", () => {
  for (const { look } of rankArticles(indexOf(BASE), ASKED, OPTIONS).ranked) {
    const shared = look.byTerm.reduce((sum, share) => sum + share, 0);
    expect(shared).toBeGreaterThan(0);
    expect(shared).toBeLessThanOrEqual(look.score + 1e-9);
  }
});

it("keeps each feature between 0 and about 1", () => {
  for (const { look } of rankArticles(indexOf(BASE), ASKED, OPTIONS).ranked) {
    for (const feature of FEATURES) {
      expect(look.features[feature], feature).toBeGreaterThanOrEqual(0);
      expect(look.features[feature], feature).toBeLessThanOrEqual(1.5);
    }
  }
});

describe("each feature tells two articles apart", () => {
  const filler = "The rest of this page is about something else, such as gardens, boats and the weather.";
  it.each<[Feature, string, Partial<Article> & { text?: string }, Partial<Article> & { text?: string }]>([
    ["words", "tumble dryer", { title: "Tumble dryer", text: filler }, { title: "Machine", text: `Dryer. ${filler}` }],
    ["body", "tumble dryer", { title: "M", text: `A tumble dryer. ${filler}` }, { title: "Dryer", text: filler }],
    ["title", "tumble dryer", { title: "Tumble dryer" }, { title: "Dryer and everything else at home" }],
    ["titleLetters", "tumbledryers", { title: "Tumble dryer" }, { title: "Sewing machine", text: "Tumble dryer" }],
    ["pairs", "tumble dryer", { text: `tumble dryer ${filler}` }, { text: `tumble ${filler} dryer` }],
  ])("%s", (feature, text, first, second) => {
    const [one = 0, other = 0] = compare(feature, text, first, second);

    expect(one).toBeGreaterThan(other);
  });

  it("passage", () => {
    const far = Array.from({ length: 300 }, (_, at) => `filler${String.fromCharCode(97 + (at % 26))}`).join(" ");

    const [together = 0, strewn = 0] = compare(
      "passage",
      "tumble dryer",
      { text: `tumble dryer ${far}` },
      { text: `tumble ${far} dryer` },
    );

    expect(together).toBeGreaterThan(strewn);
  });
});

describe("a situation", () => {
  const teamWords = { synonyms: NO_SYNONYMS, situations: createSituations([situation({ cues: ["new address"] })]) };
  const twins = ["a-other", "b-moving"].map((id) =>
    article({ id, title: "Contract at home", situations: id === "b-moving" ? ["Moving house"] : [] }),
  );
  const asked = ticket({ text: "the contract must go to my new address" });

  it("lifts the article that belongs to it above its twin", () => {
    const without = rankArticles(indexOf([...BASE, ...twins]), asked, OPTIONS);
    const withCues = rankArticles(indexOf([...BASE, ...twins]), asked, { ...OPTIONS, teamWords });

    expect(rankedIds(without).slice(0, 2)).toEqual(["a-other", "b-moving"]);
    expect(rankedIds(withCues).slice(0, 2)).toEqual(["b-moving", "a-other"]);
  });

  it("counts by its strength, and only for its own articles", () => {
    const all = [...BASE, ...twins];

    expect(featuresOf(all, asked, "b-moving", { teamWords }).situation).toBeCloseTo(0.6, 10);
    expect(featuresOf(all, asked, "a-other", { teamWords }).situation).toBe(0);
  });
});

describe("the ticket's fields and tags", () => {
  const twins = [
    article({ id: "a-other", title: "Cancel the contract", category: ["Energy"] }),
    article({ id: "b-mobile", title: "Cancel the contract", category: ["Mobile plan"] }),
  ];
  const all = [...BASE, ...twins];
  const text = "please cancel the contract";

  it("lift the article whose category they name above its twin", () => {
    const plain = rankArticles(indexOf(all), ticket({ text }), OPTIONS);
    const named = rankArticles(indexOf(all), ticket({ text, fields: { product: "mobile_plan" } }), OPTIONS);

    expect(rankedIds(plain).slice(0, 2)).toEqual(["a-other", "b-mobile"]);
    expect(rankedIds(named).slice(0, 2)).toEqual(["b-mobile", "a-other"]);
  });

  it("count when the whole name is there", () => {
    expect(featuresOf(all, ticket({ text, tags: ["mobile_plan"] }), "b-mobile").ticketFields).toBe(1);
    expect(featuresOf(all, ticket({ text, tags: ["mobile"] }), "b-mobile").ticketFields).toBe(0);
  });
});
