import { describe, expect, test } from "vitest";
import type { Sectioned } from "../../../lib/reading/claims";
import { findContradictions, findTranslationContradictions } from "../../../lib/reading/disagreements";
import { AGREEING } from "./agreeing-pairs";
import { CONTRADICTING } from "./contradicting-pairs";
import type { Side } from "./side";

function article(side: Side, language: string, title: string): Sectioned {
  const { heading = "", text, title: own = title } = typeof side === "string" ? { text: side } : side;
  return { id: own, language, title: own, sections: [{ heading, text }] };
}

function contradictions(language: string, own: Side, other: Side, title = "") {
  return findContradictions(article(own, language, title), article(other, language, title));
}

function valuesOf(language: string, own: Side, other: Side): string[][] {
  return contradictions(language, own, other).map((found) => [found.own.value, found.other.value]);
}

describe("a contradiction is found", () => {
  test.each(CONTRADICTING)("%s: %o and %o", (language, own, other, ownValue, otherValue) => {
    expect(valuesOf(language, own, other)).toEqual([[ownValue, otherValue]]);
  });
});

describe("no contradiction is seen", () => {
  test.each(AGREEING)("%s (%s): %o and %o", (_why, language, own, other) => {
    expect(valuesOf(language, own, other)).toEqual([]);
    expect(valuesOf(language, other, own)).toEqual([]);
  });
});

test("a sentence that contradicts several of the other article is left alone", () => {
  const other = "Card replacement costs 12 €.\nA replacement card: 15 €.";

  expect(valuesOf("en", "Card replacement costs 10 €.", other)).toEqual([]);
});

test("a list of prices contradicts nothing", () => {
  const list = Array.from({ length: 61 }, (_, at) => `Card replacement costs ${at + 20} €.`).join("\n");

  expect(valuesOf("en", "Card replacement costs 10 €.", list)).toEqual([]);
});

describe("an article and its translation", () => {
  const english = (text: string) => article(text, "en", "Card fees");
  const french = (text: string) => article(text, "fr", "Frais de carte");

  test("disagree where one amount of several differs", () => {
    const found = findTranslationContradictions(
      english("A new card costs 10 €.\nA new PIN costs 5 €."),
      french("Une nouvelle carte coûte 12 €.\nUn nouveau code coûte 5 €."),
    );

    expect(found.map(({ own, other }) => [own.value, other.value])).toEqual([["10 €", "12 €"]]);
  });

  test("disagree in the one date they name", () => {
    const found = findTranslationContradictions(
      english("The offer ends on 31 December 2026."),
      french("L’offre se termine au plus tard le 30 novembre 2026."),
    );

    // "ends on" and "au plus tard le" both set an end.
    expect(found.map(({ other }) => other.value)).toEqual(["30 novembre 2026"]);
  });

  test.each([
    ["say the same", "A new card costs 10 €.", "Une nouvelle carte coûte 10 euros."],
    ["are made of other sections", "A new card costs 10 €.\nA PIN: 5 €.", "Une nouvelle carte coûte 12 €."],
    ["differ everywhere", "A new card costs 10 €.\nA PIN: 5 €.", "Une carte coûte 12 €.\nUn code : 6 €."],
    ["speak of other currencies", "A new card costs £10.", "Une nouvelle carte coûte 12 €."],
  ])("agree as far as can be told when they %s", (_why, own, other) => {
    expect(findTranslationContradictions(english(own), french(other))).toEqual([]);
  });
});
