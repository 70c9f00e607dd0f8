import fc from "fast-check";
import { expect, test } from "vitest";
import { type Contribution, contribute } from "../../../server/learning/contribution";
import { addDays } from "../../../server/learning/days";
import { TODAY } from "./lessons";

type Step = Parameters<typeof contribute>[1];

const learn = (day: string, weight = 1): Step => ({ kind: "learn", day, weight });
const unlearn = (day: string, weight = 1): Step => ({ kind: "unlearn", day, weight });

/** What the steps come to when each arrives on the day it is about. */
function contributeAll(...steps: Step[]): Contribution | undefined {
  return steps.reduce<Contribution | undefined>((before, step) => contribute(before, step, step.day), undefined);
}

const daysOn = (count: number, step: (day: string) => Step) =>
  Array.from({ length: count }, (_, days) => step(addDays(TODAY, days)));

test("the first lesson counts as much as it weighs", () => {
  expect(contributeAll(learn(TODAY, 0.2))).toEqual({ weight: 0.2, asOf: TODAY, days: { [TODAY]: 0.2 } });
});

test("lessons of one day count 1 together at most", () => {
  expect(contributeAll(learn(TODAY, 0.7), learn(TODAY, 0.7), learn(TODAY))?.weight).toBe(1);
});

test.each([
  ["taught", learn, 1],
  ["taken back", unlearn, -1],
])("what is %s for several days and arrives on one counts 1 together at most", (_what, step, bound) => {
  const steps = [3, 2, 1, 0].map((daysAgo) => step(addDays(TODAY, -daysAgo)));

  const after = steps.reduce<Contribution | undefined>((before, each) => contribute(before, each, TODAY), undefined);

  expect(after?.weight).toBeCloseTo(bound, 1);
  expect(Math.abs(after?.weight ?? 9)).toBeLessThanOrEqual(1);
});

test("an agent counts 3 at most, however many days it teaches", () => {
  expect(contributeAll(...daysOn(100, learn))?.weight).toBe(3);
});

test("an agent takes 1 at most from what others taught", () => {
  expect(contributeAll(...daysOn(100, unlearn))?.weight).toBe(-1);
});

test("unlearning on the same day takes back what was learnt, and then counts against it", () => {
  const takenBack = contributeAll(learn(TODAY), unlearn(TODAY));
  const against = contributeAll(learn(TODAY), unlearn(TODAY), unlearn(TODAY), unlearn(TODAY));

  expect([takenBack?.weight, against?.weight]).toEqual([0, -1]);
});

test("unlearning lowers an agent that stood at its bound at once", () => {
  const steps = [...daysOn(100, learn), unlearn(addDays(TODAY, 99))];

  expect(contributeAll(...steps)?.weight).toBe(2);
});

test("a weight counts half after 180 days", () => {
  const before = contributeAll(learn(TODAY));

  const after = contribute(before, learn(addDays(TODAY, 180), 0.25), addDays(TODAY, 180));

  expect(after.weight).toBeCloseTo(0.5 + 0.25, 10);
});

test("a lesson that arrives late has lost what it would have lost meanwhile", () => {
  const late = contribute(undefined, learn(TODAY), addDays(TODAY, 20));

  expect(late.weight).toBeCloseTo(0.5 ** (20 / 180), 10);
});

test("only the last day of arrival is remembered", () => {
  const before = contributeAll(learn(TODAY), learn(addDays(TODAY, 1)));

  const after = contribute(before, learn(addDays(TODAY, 31)), addDays(TODAY, 31));

  expect(Object.keys(after.days)).toEqual([addDays(TODAY, 31)]);
});

const anyStep = fc.record({
  kind: fc.constantFrom("learn" as const, "unlearn" as const),
  daysAgo: fc.integer({ min: -1, max: 30 }),
  weight: fc.double({ min: 0.001, max: 1, noNaN: true }),
  daysLater: fc.nat(3),
});

test("whatever is sent, no bound is passed", () => {
  fc.assert(
    fc.property(fc.array(anyStep, { maxLength: 200 }), (steps) => {
      let today = TODAY;
      let held: Contribution | undefined;
      for (const { daysAgo, daysLater, ...step } of steps) {
        today = addDays(today, daysLater);
        held = contribute(held, { ...step, day: addDays(today, -daysAgo) }, today);

        expect(held.weight).toBeGreaterThanOrEqual(-1);
        expect(held.weight).toBeLessThanOrEqual(3);
        for (const net of Object.values(held.days)) expect(Math.abs(net)).toBeLessThanOrEqual(1);
        expect(Object.keys(held.days).length).toBe(1);
      }
    }),
  );
});
