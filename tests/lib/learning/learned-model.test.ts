import { expect, it } from "vitest";
import {
  createLearnedModel,
  type LearnedEntry,
  type LearnedModel,
  NOTHING_LEARNED,
} from "../../../lib/learning/learned-model";

const entry = (articleId: string, tickets: number, terms: Record<string, number>): LearnedEntry => ({
  articleId,
  tickets,
  terms: new Map(Object.entries(terms)),
});

const byName = (a: [string, ...unknown[]], b: [string, ...unknown[]]) => (a[0] < b[0] ? -1 : 1);

/** Everything a model says, in an order of its own. */
function told(model: LearnedModel, terms: string[]) {
  const lengths = (id: string) => [model.articleLength(id, "words"), model.articleLength(id, "pairs")];
  const byArticle = [...model.articleIds]
    .map((id): [string, ...unknown[]] => [id, model.articleTotal(id), ...lengths(id)])
    .sort(byName);
  const byTerm = terms.map((term) => [term, model.termTotal(term), [...model.postings(term)].sort(byName)]);
  return { total: model.total, byArticle, byTerm };
}

it("sums the tickets and gives each term its articles", () => {
  const model = createLearnedModel([entry("refund", 2, { charg: 2, twice: 1 }), entry("vpn", 1, { charg: 0.5 })]);

  expect(model.total).toBe(3);
  expect(model.articleTotal("refund")).toBe(2);
  expect(model.termTotal("charg")).toBe(2.5);
  expect(model.postings("charg")).toEqual(
    new Map([
      ["refund", 2],
      ["vpn", 0.5],
    ]),
  );
});

it("measures words and pairs apart", () => {
  const model = createLearnedModel([entry("refund", 2, { card: 1, payment: 0.5, "card payment": 0.25 })]);

  expect(model.articleLength("refund", "words")).toBe(1.5);
  expect(model.articleLength("refund", "pairs")).toBe(0.25);
});

it("gives the same postings as a list of numbered articles", () => {
  const model = createLearnedModel([entry("refund", 2, { charg: 2 }), entry("vpn", 1, { charg: 0.5 })]);

  const { numbers, weights } = model.postingList("charg");

  const byId = numbers.map((number, at): [string, number] => [model.articleId(number), weights[at] ?? 0]);
  expect(new Map(byId)).toEqual(model.postings("charg"));
  expect(Math.max(...numbers)).toBeLessThan(model.numberCount);
});

it("knows nothing of an article without a term or a ticket", () => {
  const model = createLearnedModel([entry("refund", 1, {}), entry("vpn", 0, { charg: 1 })]);

  expect(model.articleIds.size).toBe(0);
  expect(model.total).toBe(0);
});

it("takes words such as constructor for words", () => {
  const model = createLearnedModel([entry("refund", 1, { constructor: 1 })]);

  expect(model.termTotal("constructor")).toBe(1);
  expect(model.termTotal("toString")).toBe(0);
});

it.each([
  [
    "an article put twice",
    (model: ReturnType<typeof createLearnedModel>) => model.put(entry("b", 2, { x: 0.1, z: 1 })),
  ],
  [
    "an article removed and put back",
    (model: ReturnType<typeof createLearnedModel>) => {
      model.remove("b");
      model.remove("a");
      model.put(entry("a", 1, { x: 0.7, y: 0.3 }));
      model.put(entry("b", 2, { x: 0.1, z: 1 }));
    },
  ],
  ["an unknown article removed", (model: ReturnType<typeof createLearnedModel>) => model.remove("nobody")],
])("after %s equals a model made at once, to the last bit", (_what, change) => {
  const entries = [entry("a", 1, { x: 0.7, y: 0.3 }), entry("b", 2, { x: 0.1, z: 1 }), entry("c", 1.1, { x: 0.2 })];
  const model = createLearnedModel(entries);

  change(model);

  expect(told(model, ["x", "y", "z"])).toEqual(told(createLearnedModel(entries.toReversed()), ["x", "y", "z"]));
});

it("knows nothing at the start", () => {
  expect(told(NOTHING_LEARNED, ["x"])).toEqual(told(createLearnedModel(), ["x"]));
});
