import { expect, it } from "vitest";
import { fitLogistic, type Labelled, probability } from "../../../scripts/tuning/fit-logistic";

/** Every point of a grid, right and wrong as often as these weights say. */
function casesOf(weights: number[]): Labelled[] {
  const steps = [-2, -1.5, -1, -0.5, 0, 0.5, 1, 1.5, 2];
  const points = steps.flatMap((one) => steps.map((other) => [1, one, other]));
  return points.flatMap((values) => {
    const share = probability(values, weights) / points.length;
    return [
      { values, isRight: true, weight: share },
      { values, isRight: false, weight: 1 / points.length - share },
    ];
  });
}

it("finds the weights that the cases were drawn with", () => {
  const [constant, one, other] = fitLogistic(casesOf([-0.5, 1.5, -0.8]));

  expect(constant).toBeCloseTo(-0.5, 2);
  expect(one).toBeCloseTo(1.5, 2);
  expect(other).toBeCloseTo(-0.8, 2);
});

it("gives a signal that says nothing about no weight", () => {
  const [, , silent] = fitLogistic(casesOf([0.3, 1, 0]));

  expect(silent).toBeCloseTo(0, 6);
});

it("answers finite weights for cases that a line parts", () => {
  const cases = [-2, -1, 1, 2].map((value): Labelled => ({ values: [1, value], isRight: value > 0, weight: 0.25 }));

  const weights = fitLogistic(cases);

  expect(weights.every(Number.isFinite)).toBe(true);
  expect(weights[1]).toBeGreaterThan(0);
});

it("says the probability of a case", () => {
  expect(probability([1, 2], [0, 0])).toBe(0.5);
  expect(probability([1, 2], [-2, 1])).toBe(0.5);
  expect(probability([1, 3], [-2, 1])).toBeCloseTo(1 / (1 + Math.exp(-1)), 10);
});
