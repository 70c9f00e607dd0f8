import { expect, test } from "vitest";
import { MOST_GAP_WORDS, withWord } from "../../../components/gap/gap-words";

test("a word is added in lower case, two words with one space between them", () => {
  expect(withWord(["card"], "  Gift   Wrapping ")).toEqual(["card", "gift wrapping"]);
});

test.each(["order 4711", "jane@acme.example", "https://x.example", "a", "one two three", "!?", "x".repeat(41)])(
  "%s is no word that may leave",
  (typed) => {
    expect(withWord([], typed)).toBe("notAWord");
  },
);

test("a word is there once", () => {
  expect(withWord(["card"], "CARD")).toBe("alreadyThere");
});

test("eight are enough", () => {
  const eight = ["aa", "bb", "cc", "dd", "ee", "ff", "gg", "hh"];

  expect(eight).toHaveLength(MOST_GAP_WORDS);
  expect(withWord(eight, "more")).toBe("enough");
});
