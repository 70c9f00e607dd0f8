import { expect, test } from "vitest";
import { synonymSetSchema } from "../../../lib/contract/synonym";
import { draftSynonymSet } from "../../../server/synonyms/draft-synonym-set";

test("phrases are tidied and keep their order and capitals", () => {
  const drafted = draftSynonymSet(["  Wi-Fi ", "réseau\tsans  fil", "e\u0301cran"], "fr");

  expect(drafted).toMatchObject({ set: { language: "fr", phrases: ["Wi-Fi", "réseau sans fil", "écran"] } });
  expect(synonymSetSchema.safeParse("set" in drafted ? drafted.set : null).success).toBe(true);
});

test("the id is the same whatever the order and capitals of the phrases", () => {
  const one = draftSynonymSet(["credit note", "refund"], null);
  const other = draftSynonymSet(["Refund", "credit note", "REFUND"], null);

  expect("set" in one && "set" in other && one.set.id === other.set.id).toBe(true);
});

test("the id differs by language", () => {
  const one = draftSynonymSet(["credit note", "refund"], "en");
  const other = draftSynonymSet(["credit note", "refund"], null);

  expect("set" in one && "set" in other && one.set.id !== other.set.id).toBe(true);
});

test.each([
  ["one phrase twice", ["refund", "Refund"], ["a set has 2 to 20 different phrases, this one has 1"]],
  [
    "21 phrases",
    Array.from({ length: 21 }, (_, at) => `word ${at}`),
    ["a set has 2 to 20 different phrases, this one has 21"],
  ],
  ["an empty phrase", ["refund", " "], ['"" has neither a letter nor a digit']],
  ["marks alone", ["refund", "!?"], ['"!?" has neither a letter nor a digit']],
  ["a long phrase", ["refund", "x".repeat(81)], [`"${"x".repeat(80)}…" is longer than 80 characters`]],
])("%s is refused", (_what, phrases, problems) => {
  expect(draftSynonymSet(phrases, null)).toEqual({ problems });
});
