import { expect, test } from "vitest";
import { pairTerms, type TaughtArticle } from "../../../server/synonyms/pair-terms";

/** Articles by their terms, each taught by three agents. */
function taught(...articles: string[][]): TaughtArticle[] {
  return articles.map((terms, at) => ({ articleId: `a${at}`, agentsByTerm: new Map(terms.map((term) => [term, 3])) }));
}

const pairsOf = (articles: TaughtArticle[], limit = 10) =>
  pairTerms(articles, limit).map(({ terms }) => terms.join(" "));

test("words of the same articles are a pair, with the articles that have both", () => {
  const pairs = pairTerms(taught(["voucher", "refund"], ["refund", "voucher"], ["router"], ["screen"]), 10);

  expect(pairs).toEqual([{ terms: ["refund", "voucher"], articleIds: ["a0", "a1"], agents: 3, score: 0.667 }]);
});

test("the pair that is least like chance comes first", () => {
  const articles = taught(
    ["refund", "voucher", "order"],
    ["refund", "voucher", "order"],
    ["refund", "voucher"],
    ["order", "router"],
    ["order", "screen"],
    ["parcel"],
    ["invoice"],
  );

  expect(pairsOf(articles)[0]).toBe("refund voucher");
});

test("of two pairs as unlike chance, the one of more articles comes first", () => {
  const pair = ["refund", "voucher"];
  const other = ["router", "modem"];

  expect(pairsOf(taught(other, other, pair, pair, pair, ["screen"], ["parcel"]))).toEqual([
    "refund voucher",
    "modem router",
  ]);
});

test("words that share one article only are no pair", () => {
  expect(pairsOf(taught(["refund", "voucher"], ["refund", "router"], ["voucher", "screen"], ["parcel"]))).toEqual([]);
});

test("words that share articles no more often than chance are no pair", () => {
  const both = ["refund", "router"];

  expect(pairsOf(taught(both, both, ["refund", "order"], ["refund", "parcel"], ["router"], ["router"]))).toEqual([]);
});

test("a word of more than a fifth of the articles pairs with none", () => {
  const articles = Array.from({ length: 50 }, (_, at) => [
    ...(at < 11 ? ["hello"] : []),
    ...(at < 3 ? ["refund"] : []),
  ]);

  expect(pairsOf(taught(...articles))).toEqual([]);
});

test("no more pairs than asked for come", () => {
  const three = ["refund", "voucher", "money"];

  expect(pairsOf(taught(three, three, ["router"], ["screen"]), 2)).toHaveLength(2);
});

test("the smaller number of agents counts", () => {
  const articles = taught(["refund", "voucher"], ["refund", "voucher"], ["router"], ["screen"]);
  const [first, ...others] = articles;
  const more = new Map([
    ["refund", 9],
    ["voucher", 4],
  ]);

  const pairs = pairTerms([{ articleId: first?.articleId ?? "", agentsByTerm: more }, ...others], 1);

  expect(pairs[0]?.agents).toBe(3);
});

test("the order of articles and terms changes nothing", () => {
  const articles = [["refund", "voucher"], ["voucher", "refund", "money"], ["money", "refund"], ["router"], ["screen"]];

  const scores = (pairs: ReturnType<typeof pairTerms>) => pairs.map(({ terms, score }) => [terms, score]);
  const backwards = [...articles].reverse().map((terms) => [...terms].reverse());

  expect(scores(pairTerms(taught(...backwards), 10))).toEqual(scores(pairTerms(taught(...articles), 10)));
});

test.each([
  ["a plural", "refund", "refunds"],
  ["a typing error", "address", "adress"],
  ["exchanged letters", "recieve", "receive"],
  ["another spelling", "licence", "license"],
])("a word and %s of it are no pair", (_what, a, b) => {
  expect(pairsOf(taught([a, b], [a, b], ["router"], ["screen"]))).toEqual([]);
});

test("words that only begin alike are a pair", () => {
  expect(pairsOf(taught(["parcel", "party"], ["parcel", "party"], ["router"], ["screen"]))).toEqual(["parcel party"]);
});

test("function words do not keep rarer words of an article from being looked at", () => {
  const functionWords = Array.from(
    { length: 60 },
    (_, at) => `so${String.fromCharCode(97 + Math.floor(at / 26), 97 + (at % 26))}`,
  );
  const articles = Array.from({ length: 30 }, (_, at) => [...functionWords, ...(at < 3 ? ["refund", "voucher"] : [])]);

  expect(pairsOf(taught(...articles))).toEqual(["refund voucher"]);
});
