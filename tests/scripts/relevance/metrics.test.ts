import { expect, it } from "vitest";
import { areaUnderRoc, figuresOf, meanFigures, percentile } from "../../../scripts/relevance/metrics";

it("scores a list whose second article is right as trec_eval does", () => {
  const figures = figuresOf(["x", "right", "y"], new Map([["right", 1]]));

  expect(figures.ndcg10).toBeCloseTo(1 / Math.log2(3), 10);
  expect(figures).toMatchObject({ recall1: 0, recall5: 1, mrr10: 0.5 });
});

it("weighs grades in the gain", () => {
  const grades = new Map([
    ["best", 2],
    ["good", 1],
  ]);

  const swapped = figuresOf(["good", "best"], grades).ndcg10;

  expect(figuresOf(["best", "good"], grades).ndcg10).toBe(1);
  expect(swapped).toBeCloseTo((1 + 2 / Math.log2(3)) / (2 + 1 / Math.log2(3)), 10);
});

it("counts nothing beyond the tenth place", () => {
  const list = [...Array.from({ length: 10 }, (_, at) => `x${at}`), "right"];

  expect(figuresOf(list, new Map([["right", 1]]))).toEqual({ ndcg10: 0, recall1: 0, recall5: 0, mrr10: 0 });
});

it("takes the mean of each figure", () => {
  const right = figuresOf(["a"], new Map([["a", 1]]));
  const wrong = figuresOf(["b"], new Map([["a", 1]]));

  expect(meanFigures([right, wrong])).toEqual({ ndcg10: 0.5, recall1: 0.5, recall5: 0.5, mrr10: 0.5 });
});

it("reads percentiles by the nearest rank", () => {
  expect(percentile([5, 1, 3, 2, 4], 0.5)).toBe(3);
  expect(percentile([5, 1, 3, 2, 4], 0.95)).toBe(5);
  expect(percentile([], 0.5)).toBe(0);
});

it("takes the area under the curve as the chance of the right order, half for ties", () => {
  expect(areaUnderRoc([0.9, 0.8], [0.1])).toBe(1);
  expect(areaUnderRoc([0.5], [0.5])).toBe(0.5);
  expect(areaUnderRoc([0.1, 0.9], [0.5])).toBe(0.5);
  expect(areaUnderRoc([0.1], [])).toBeNull();
});
