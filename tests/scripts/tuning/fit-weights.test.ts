import { expect, it } from "vitest";
import { type Choice, fitWeights } from "../../../scripts/tuning/fit-weights";

const OPTIONS = { columns: 2, pull: 0.001 };

/** Ten tickets of three candidates, the first right: column 0 tells it, column 1 has the same numbers in turns. */
function tellingSet(): Choice[] {
  return Array.from({ length: 10 }, (_, ticket) => {
    const noise = [0.1, 0.5, 0.9];
    const rows = [0, 1, 2].map((row) => [row === 0 ? 0.9 : 0.1, noise[(row + ticket) % 3] ?? 0]);
    return { values: Float64Array.from(rows.flat()), isRight: [true, false, false] };
  });
}

it("gives the column that tells the right candidate the larger weight", () => {
  const [telling = 0, noise = 0] = fitWeights([tellingSet()], OPTIONS);

  expect(telling).toBeGreaterThan(2 * noise);
});

it("gives no column less than 0", () => {
  const against = tellingSet().map(({ values }) => ({ values, isRight: [false, true, true] }));

  const weights = fitWeights([against], OPTIONS);

  expect(weights[0]).toBe(0);
  expect(Math.min(...weights)).toBeGreaterThanOrEqual(0);
});

it("gives the same weights for the same choices", () => {
  expect(fitWeights([tellingSet()], OPTIONS)).toEqual(fitWeights([tellingSet()], OPTIONS));
});

it("weighs a set of many tickets no more than one of few", () => {
  const many = [...tellingSet(), ...tellingSet(), ...tellingSet()];
  const other = tellingSet().map(({ values }): Choice => ({ values, isRight: [false, true, false] }));

  const [once = 0] = fitWeights([tellingSet(), other], OPTIONS);
  const [thrice = 0] = fitWeights([many, other], OPTIONS);

  expect(thrice).toBeCloseTo(once, 6);
});

it("learns nothing from tickets without a right candidate", () => {
  const blind = tellingSet().map(({ values }): Choice => ({ values, isRight: [false, false, false] }));

  const [telling = 0] = fitWeights([tellingSet(), [...tellingSet(), ...blind]], OPTIONS);
  const [without = 0] = fitWeights([tellingSet(), tellingSet()], OPTIONS);

  expect(telling).toBeCloseTo(without, 4);
});

it("stays nearer to equal weights the stronger it is drawn to them", () => {
  const [free = 0, freeNoise = 0] = fitWeights([tellingSet()], { columns: 2, pull: 0.001 });
  const [drawn = 0, drawnNoise = 0] = fitWeights([tellingSet()], { columns: 2, pull: 1 });

  expect(drawn / drawnNoise).toBeLessThan(free / freeNoise);
});
