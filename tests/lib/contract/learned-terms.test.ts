import { describe, expect, it } from "vitest";
import { learnedTermSchema, lessonSchema, MAX_TERMS_PER_LESSON } from "../../../lib/contract/learned-terms";

const LESSON = {
  id: "01936f5e-7c00-7000-8000-000000000001",
  articleId: "a",
  analysis: 1,
  day: "2026-11-02",
  terms: [{ term: "refund", weight: 0.5 }],
  kind: "learn",
};

describe("a term", () => {
  it.each(["refund", "remboursement", "écran", "card payment", "返金", "ขอคืนเงิน", "x".repeat(40)])(
    "may be %s",
    (term) => {
      expect(learnedTermSchema.safeParse(term).success).toBe(true);
    },
  );

  it.each([
    ["a digit", "err4102"],
    ["a digit of another script", "٤٢"],
    ["an at sign", "nora@example"],
    ["a dot", "example.com"],
    ["an apostrophe", "l'ecran"],
    ["three words", "my card payment"],
    ["two spaces", "card  payment"],
    ["a space at the end", "card "],
    ["another kind of space", "card\u00a0payment"],
    ["one letter", "a"],
    ["41 letters", "x".repeat(41)],
    ["nothing", ""],
    ["half a surrogate pair", "ab\ud800"],
  ])("may not have %s", (_what, term) => {
    expect(learnedTermSchema.safeParse(term).success).toBe(false);
  });
});

describe("a lesson", () => {
  it("is kept whole", () => {
    expect(lessonSchema.parse(LESSON)).toEqual(LESSON);
  });

  it.each([
    ["a key that is not listed", { ...LESSON, ticketId: "4102" }],
    ["such a key in a term", { ...LESSON, terms: [{ term: "refund", weight: 1, context: "my refund" }] }],
    ["an id of another version", { ...LESSON, id: "0b8f4c6e-3f9a-4c52-9a59-6d5a1c7f1a11" }],
    ["a time of day", { ...LESSON, day: "2026-11-02T10:00:00Z" }],
    ["a day that is not in the calendar", { ...LESSON, day: "2026-02-30" }],
    ["no terms", { ...LESSON, terms: [] }],
    ["a term more than it may have", { ...LESSON, terms: Array(MAX_TERMS_PER_LESSON + 1).fill(LESSON.terms[0]) }],
    ["a weight of 0", { ...LESSON, terms: [{ term: "refund", weight: 0 }] }],
    ["a weight above 1", { ...LESSON, terms: [{ term: "refund", weight: 1.01 }] }],
    ["an analysis of 0", { ...LESSON, analysis: 0 }],
    ["another kind", { ...LESSON, kind: "forget" }],
  ])("is refused with %s", (_what, lesson) => {
    expect(lessonSchema.safeParse(lesson).success).toBe(false);
  });
});
