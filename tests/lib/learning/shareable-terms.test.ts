import fc from "fast-check";
import { expect, it } from "vitest";
import { shareableTerms } from "../../../lib/learning/shareable-terms";

it("tells nothing of the order of the words", () => {
  expect(shareableTerms(["twice", "card", "charg"])).toEqual(["card", "charg", "twice"]);
});

it("keeps of the pairs only some, so that no sentence can be put together", () => {
  const pairs = ["my card", "card was", "was charg", "charg twice"];

  expect(shareableTerms(["card", ...pairs])).toEqual(["card", "card was", "charg twice"]);
});

it("lets no word stand in two pairs, and makes none up", () => {
  const word = fc.constantFrom("a", "b", "c", "d", "e");
  const term = fc.oneof(
    word,
    fc.tuple(word, word).map((both) => both.join(" ")),
  );
  fc.assert(
    fc.property(fc.uniqueArray(term), (terms) => {
      const shared = shareableTerms(terms);

      const paired = shared.filter((each) => each.includes(" ")).flatMap((pair) => [...new Set(pair.split(" "))]);
      expect(new Set(paired).size).toBe(paired.length);
      expect(terms).toEqual(expect.arrayContaining(shared));
    }),
  );
});

it("stays within what one lesson may hold", () => {
  const many = Array.from({ length: 300 }, (_, number) => `word${String(number)}`);

  expect(shareableTerms(many)).toHaveLength(120);
});
