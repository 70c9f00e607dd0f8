import { expect, test } from "vitest";
import { dayIn, lookByDay } from "../../../server/flags/look-by";
import { DEFAULT_SETTINGS, type FlagSettings } from "../../../server/settings";

function lookBy(received: string, settings: Partial<FlagSettings> = {}): string {
  return lookByDay(Date.parse(received), { ...DEFAULT_SETTINGS.flags, ...settings });
}

test.each([
  ["a Monday", "2026-11-02T09:00:00Z", "2026-11-05"],
  ["a Thursday, over the weekend", "2026-11-05T09:00:00Z", "2026-11-10"],
  ["a Saturday, from Monday on", "2026-11-07T09:00:00Z", "2026-11-11"],
  ["the last days of the year", "2026-12-30T09:00:00Z", "2027-01-04"],
  ["a leap year's February", "2028-02-28T09:00:00Z", "2028-03-02"],
])("three working days are counted from %s", (_from, received, expected) => {
  expect(lookBy(received)).toBe(expected);
});

test("days off are left out", () => {
  const holidays = ["2026-12-25", "2026-12-28", "2027-01-01"];

  expect(lookBy("2026-12-24T09:00:00Z", { holidays })).toBe("2026-12-31");
});

test("weeks are as the team works them", () => {
  const workingWeekdays = [7, 1, 2, 3, 4];

  expect(lookBy("2026-11-05T09:00:00Z", { workingWeekdays, lookWithinDays: 1 })).toBe("2026-11-08");
});

test.each([
  ["Pacific/Auckland", "2026-11-04"],
  ["America/Los_Angeles", "2026-11-03"],
])("the day begins where the team is: %s", (timeZone, expected) => {
  expect(lookBy("2026-11-02T23:30:00Z", { timeZone, lookWithinDays: 1 })).toBe(expected);
});

test.each([
  ["goes forward", "2026-03-27T22:30:00Z", "2026-03-30"],
  ["goes back", "2026-10-23T21:30:00Z", "2026-10-26"],
])("no day is lost or counted twice when the clock %s", (_how, received, expected) => {
  expect(lookBy(received, { timeZone: "Europe/Paris", lookWithinDays: 1 })).toBe(expected);
});

test.each([
  ["a working day", "2026-11-02T09:00:00Z", "2026-11-02"],
  ["a day off, the next working day", "2026-11-07T09:00:00Z", "2026-11-09"],
])("within 0 days means the same day on %s", (_day, received, expected) => {
  expect(lookBy(received, { lookWithinDays: 0 })).toBe(expected);
});

test("a calendar without working days counts every day", () => {
  expect(lookBy("2026-11-06T09:00:00Z", { workingWeekdays: [], lookWithinDays: 2 })).toBe("2026-11-08");
});

test("the day somewhere is told as the calendar there has it", () => {
  expect(dayIn("Asia/Tokyo", Date.parse("2026-12-31T15:00:00Z"))).toBe("2027-01-01");
});
