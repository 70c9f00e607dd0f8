import { describe, expect, test } from "vitest";
import { createFormats } from "../../../components/text/formats";
import { DAY_MS } from "../support";

const NOON_MS = new Date(2026, 10, 21, 12, 0).getTime();

test.each([
  [0, "today"],
  [1, "yesterday"],
  [12, "12 days ago"],
  [59, "59 days ago"],
  [75, "2 months ago"],
  [214, "7 months ago"],
  [800, "2 years ago"],
])("%i days ago reads %s", (days, words) => {
  expect(createFormats("en").ago(NOON_MS - days * DAY_MS, NOON_MS)).toBe(words);
});

test("yesterday is the calendar's, not the last 24 hours", () => {
  const lateYesterday = new Date(2026, 10, 20, 23, 30).getTime();

  expect(createFormats("en").ago(lateYesterday, NOON_MS)).toBe("yesterday");
});

test("a clock that runs ahead does not make the future", () => {
  expect(createFormats("en").ago(NOON_MS + 2 * DAY_MS, NOON_MS)).toBe("today");
});

test("a moment of today is a clock time, an earlier one has its day", () => {
  const formats = createFormats("fr");

  expect(formats.moment(new Date(2026, 10, 21, 9, 40).getTime(), NOON_MS)).toBe("09:40");
  expect(formats.moment(new Date(2026, 10, 18, 9, 40).getTime(), NOON_MS)).toMatch(/^18 nov\..*09:40$/);
});

test("a length of time takes its largest fitting unit", () => {
  const formats = createFormats("fr");

  expect(formats.timeSpan(214 * DAY_MS)).toBe("7\u00a0mois");
  expect(formats.timeSpan(40 * DAY_MS)).toBe("40\u00a0jours");
});

test("languages go by their name in the interface language", () => {
  expect(createFormats("fr").languageName("en")).toBe("Anglais");
  expect(createFormats("en").languageName("fr-CA")).toBe("Canadian French");
});

test("a setting that is no language tag falls back to English", () => {
  expect(createFormats("not a tag").number(1234)).toBe("1,234");
});

test.each([
  [-1, "near", "yesterday"],
  [0, "near", "today"],
  [1, "near", "tomorrow"],
  [2, "weekday", "Monday"],
  [-5, "weekday", "Monday"],
  [-40, "date", "12 October"],
  [41, "date", "1 January 2027"],
])("%i days from a Saturday is said as a day that is %s", (days, kind, words) => {
  expect(createFormats("en-GB").day(NOON_MS + days * DAY_MS, NOON_MS)).toEqual({ kind, words });
});

describe("the first of a month", () => {
  const FIRST_MS = new Date(2026, 2, 1, 9, 40).getTime();

  test.each(["fr", "fr-CA", "fr-BE", "fr-CH"])("is an ordinal in %s", (tag) => {
    const formats = createFormats(tag);

    expect(formats.date(FIRST_MS)).toBe("1er mars 2026");
    expect(formats.day(FIRST_MS, NOON_MS).words).toBe("1er mars");
    expect(formats.day(FIRST_MS, NOON_MS + 365 * DAY_MS).words).toBe("1er mars 2026");
    expect(formats.moment(FIRST_MS, NOON_MS)).toMatch(/^1er mars\b.*09/);
  });

  test("leaves the other days of a French month as they are", () => {
    const formats = createFormats("fr");

    expect(formats.date(new Date(2026, 2, 11).getTime())).toBe("11 mars 2026");
    expect(formats.day(new Date(2026, 2, 21).getTime(), NOON_MS).words).toBe("21 mars");
  });

  test("leaves a clock time of one o’clock as it is", () => {
    expect(createFormats("fr").moment(new Date(2026, 10, 21, 1, 1).getTime(), NOON_MS)).toBe("01:01");
  });

  test("stays a number in other languages", () => {
    expect(createFormats("en-GB").day(FIRST_MS, NOON_MS).words).toBe("1 March");
    expect(createFormats("es").day(FIRST_MS, NOON_MS).words).toBe("1 de marzo");
    expect(createFormats("de").day(FIRST_MS, NOON_MS).words).toBe("1. März");
  });
});
