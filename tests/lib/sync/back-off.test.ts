import fc from "fast-check";
import { expect, it } from "vitest";
import { backOffMs } from "../../../lib/sync/back-off";

it("doubles from two seconds up to five minutes", () => {
  const waits = [1, 2, 3, 20].map((failures) => backOffMs(failures, null, () => 1));

  expect(waits).toEqual([2_000, 4_000, 8_000, 300_000]);
});

it("spreads a fleet over the second half of the wait", () => {
  expect(backOffMs(1, null, () => 0)).toBe(1_000);
});

it("never comes back before the server wants it", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 60 }),
      fc.nat(3_600_000),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (failures, wish, random) => {
        expect(backOffMs(failures, wish, () => random)).toBeGreaterThanOrEqual(wish);
      },
    ),
  );
});
