import { expect, it } from "vitest";
import { createLearnedModel } from "../../../lib/learning/learned-model";
import { matchedWords } from "../../../lib/ranking/matched-words";
import { type RankOptions, rankArticles } from "../../../lib/ranking/rank-articles";
import { NO_SITUATIONS } from "../../../lib/ranking/situations";
import { createSynonyms } from "../../../lib/ranking/synonyms";
import { article, ticket } from "../builders";
import { synonymSet } from "../vocabulary";
import { BASE, indexOf, OPTIONS } from "./base";

const ROUTER = article({
  id: "router",
  title: "Restart the router",
  tags: ["cable"],
  sections: [{ heading: "Red light", text: "The router is off. Wait for five minutes." }],
});

/** The words that explain ROUTER for a ticket. */
function explain(text: string, options: Partial<RankOptions> = {}) {
  const others = BASE.filter(({ id }) => id !== "router-light");
  const { query, ranked } = rankArticles(indexOf([...others, ROUTER]), ticket({ text }), { ...OPTIONS, ...options });
  const found = ranked.find((one) => one.article.id === "router");
  if (!found) throw new Error("The article is not ranked");
  return matchedWords(query, found);
}

it("names the fields that a word stands in", () => {
  const { matchedTerms } = explain("please help: router, cable, minutes, light");

  const fields = new Map(matchedTerms.map((one) => [one.label, one.fields]));
  expect(fields.get("router")).toEqual(["title", "body"]);
  expect(fields.get("cable")).toEqual(["tags"]);
  expect(fields.get("light")).toEqual(["headings"]);
  expect(fields.get("minutes")).toEqual(["body"]);
});

it("gives shares of the score, the greatest first, that sum to 1 at most", () => {
  const shares = explain("the router shows a red light, I waited minutes, the cable is right").matchedTerms.map(
    ({ share }) => share,
  );

  expect(shares.length).toBeGreaterThan(3);
  expect(shares).toEqual([...shares].sort((a, b) => b - a));
  expect(Math.min(...shares)).toBeGreaterThan(0);
  expect(shares.reduce((sum, share) => sum + share, 0)).toBeLessThanOrEqual(1 + 1e-9);
});

it("sums to 1 at most with past tickets and synonyms too", () => {
  const terms = new Map(["router", "light", "red light"].map((term) => [term, 5]));
  const { matchedTerms } = explain("the gateway shows a red light", {
    learned: createLearnedModel([{ articleId: "router", tickets: 5, terms }]),
    teamWords: {
      synonyms: createSynonyms([synonymSet({ phrases: ["gateway", "router"] })]),
      situations: NO_SITUATIONS,
    },
  });

  expect(matchedTerms.reduce((sum, { share }) => sum + share, 0)).toBeLessThanOrEqual(1 + 1e-9);
});

it("marks a word found by a synonym of the team, under what the ticket says", () => {
  const synonyms = createSynonyms([synonymSet({ phrases: ["gateway", "router"] })]);

  const { matchedTerms } = explain("my gateway shows a light", { teamWords: { synonyms, situations: NO_SITUATIONS } });

  expect(matchedTerms.find(({ label }) => label === "gateway")?.fields).toEqual(["title", "body", "synonym"]);
  expect(matchedTerms.find(({ label }) => label === "light")?.fields).toEqual(["headings"]);
});

it("leaves out words that the article does not have", () => {
  const { matchedTerms, marked } = explain("the router and the iban");

  expect(matchedTerms.map(({ label }) => label)).toEqual(["router"]);
  expect([...marked]).toEqual(["router"]);
});

it("names a word once, whatever its writing", () => {
  const { matchedTerms } = explain("Router, router and ROUTER");

  expect(matchedTerms).toHaveLength(1);
});

it("marks in the text the article's word for one with a typing error", () => {
  const { marked, matchedTerms } = explain("please help me with the roter");

  expect([...marked]).toContain("router");
  expect(matchedTerms.map(({ label }) => label)).toContain("roter");
});

it("explains by eight words at most", () => {
  const words = "alder birch cedar damson elder filbert ginkgo hazel juniper larch".split(" ");
  const trees = article({ id: "trees", title: words.join(" ") });

  const { query, ranked } = rankArticles(indexOf([...BASE, trees]), ticket({ text: words.join(" ") }), OPTIONS);
  const [first] = ranked;

  expect(first && matchedWords(query, first).matchedTerms).toHaveLength(8);
});
