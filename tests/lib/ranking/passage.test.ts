import { expect, it } from "vitest";
import { findPassage } from "../../../lib/ranking/passage";
import { termsOf } from "../../../lib/text/tokens";

const weightsOf = (words: string) => new Map(termsOf(words, "en").map((term) => [term, 1]));

it("takes the sentence with most of the words, under its heading", () => {
  const sections = [
    { heading: "", text: "This page is about bills." },
    { heading: "Refunds", text: "We pay back within ten days. The refund goes to the bank account of the last debit." },
  ];

  const passage = findPassage(sections, "en", weightsOf("refund bank account"));

  expect(passage?.heading).toBe("Refunds");
  expect(passage?.text).toContain("The refund goes to the bank account of the last debit.");
});

it("marks exactly the words that matched, in every form", () => {
  const sections = [{ heading: "", text: "Refunded amounts and a refund." }];

  const passage = findPassage(sections, "en", weightsOf("refunds"));

  expect(passage?.marks.map(({ start, end }) => passage.text.slice(start, end))).toEqual(["Refunded", "refund"]);
});

it("cuts a sentence that is too long around the match, with marks that still fit", () => {
  const filler = "word ".repeat(80);
  const sections = [{ heading: "", text: `${filler}refund ${filler}` }];

  const passage = findPassage(sections, "en", weightsOf("refund"));

  expect(passage?.text.length).toBeLessThan(220);
  expect(passage?.marks.map(({ start, end }) => passage.text.slice(start, end))).toEqual(["refund"]);
  expect(passage?.text.startsWith("… ")).toBe(true);
  expect(passage?.text.endsWith(" …")).toBe(true);
});

it("is null when no section holds any of the words", () => {
  expect(findPassage([{ heading: "", text: "Nothing here." }], "en", weightsOf("refund"))).toBeNull();
});

it("leaves the quotation mark that ends a sentence with that sentence", () => {
  const sections = [{ heading: "", text: 'They say "it is broken." A refund is due.' }];

  expect(findPassage(sections, "en", weightsOf("refund"))?.text).toBe("A refund is due.");
});

it("keeps the quotation mark that opens a sentence", () => {
  const sections = [{ heading: "", text: '"Refund" is the button to press.' }];

  expect(findPassage(sections, "en", weightsOf("refund"))?.text).toBe('"Refund" is the button to press.');
});

it("cuts a text without spaces at about the same length", () => {
  const text = `${"您的发票".repeat(60)}退款${"请联系我们".repeat(60)}`;

  const passage = findPassage([{ heading: "", text }], "zh", new Map([["退款", 1]]));

  expect(passage?.text.length).toBeGreaterThan(100);
  expect(passage?.marks.map(({ start, end }) => passage.text.slice(start, end))).toEqual(["退款"]);
});

it("reads a log of twenty thousand matching lines without looking at every pair of them", () => {
  const text = Array.from({ length: 20_000 }, (_, at) => `${at} refund`).join("\n");
  let reads = 0;
  const weights = new Map([["refund", 1]]);
  const get = (term: string) => {
    reads += 1;
    return weights.get(term);
  };
  const counting = { get, has: (term: string) => weights.has(term) };

  findPassage([{ heading: "", text }], "en", counting as unknown as ReadonlyMap<string, number>);

  expect(reads).toBeLessThan(100_000);
});
