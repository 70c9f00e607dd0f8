import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { nextWord } from "../../../lib/text/words";

const SEGMENTER = new Intl.Segmenter("en", { granularity: "word" });

/** Letters, accents and signs as Latin text has them, so that words with joiners come often. */
const LATIN = fc.string({
  unit: fc.constantFrom(..."aeinrstouéèñüçßœABCZÉ0123456789", "e\u0301", " ", " ", "\n", ..."'’-._&,;:!?()/"),
  maxLength: 80,
});

function wordsOf(text: string): string[] {
  const words: string[] = [];
  for (let word = nextWord(text, 0); word; word = nextWord(text, word.end))
    words.push(text.slice(word.start, word.end));
  return words;
}

/** Words cut at every sign that may join two: the two ways differ in what they join, and in nothing else. */
const unjoined = (words: string[]) => words.flatMap((word) => word.match(/[\p{L}\p{N}\p{M}]+/gu) ?? []);

it("cuts Latin text where the platform's segmenter does", () => {
  fc.assert(
    fc.property(LATIN, (text) => {
      const segments = [...SEGMENTER.segment(text)].filter(({ isWordLike }) => isWordLike);

      expect(unjoined(wordsOf(text))).toEqual(unjoined(segments.map(({ segment }) => segment)));
    }),
    { numRuns: 1_000 },
  );
});

describe("joined words", () => {
  it.each([
    ["the wi-fi of O'Neill & sons", ["the", "wi-fi", "of", "O'Neill", "sons"]],
    ["R&D, e.g. v2.1.3.", ["R&D", "e.g", "v2.1.3"]],
    ["one--two a-", ["one", "two", "a"]],
    ["l’été au Pôle", ["l’été", "au", "Pôle"]],
    ["rem\u00adbourse\u00adment", ["rem\u00adbourse\u00adment"]],
  ])("of %j are %j", (text, words) => {
    expect(wordsOf(text)).toEqual(words);
  });
});

it("parts a word from one in another kind of script", () => {
  expect(wordsOf("ERP系统 iPhone을")).toEqual(["ERP", "系统", "iPhone", "을"]);
});

it("takes characters beyond the first plane and lone surrogates", () => {
  expect(wordsOf("𝒜𝒷 \ud800 x \u{1f600}y")).toEqual(["𝒜𝒷", "x", "y"]);
});
