import { expect, it } from "vitest";
import { hasPhrase, readQueryText } from "../../../lib/search/query-text";

it.each([
  ['"direct debit"', ["direct debit"]],
  ["« prélèvement automatique »", [" prélèvement automatique "]],
  ["“direct debit” date", ["direct debit"]],
  ["„neues Kennwort“ setzen", ["neues Kennwort"]],
  ['date "direct debit" "next month"', ["direct debit", "next month"]],
  ["direct debit", []],
  ['"" date', []],
  ['" . " date', []],
])("takes the phrases out of %s", (typed, phrases) => {
  expect(readQueryText(typed)).toMatchObject({ phrases: phrases.map((text) => ({ text, isOpen: false })) });
});

it("keeps every word, and no mark", () => {
  expect(readQueryText('change "direct debit"').words.trim().split(/\s+/)).toEqual(["change", "direct", "debit"]);
});

it("takes a phrase without its closing mark as far as it goes", () => {
  expect(readQueryText('date "direct deb').phrases).toEqual([{ text: "direct deb", isOpen: true }]);
  expect(readQueryText('date "direct ').phrases).toEqual([{ text: "direct ", isOpen: false }]);
});

it("takes a mark behind a word for a size or the end of nothing", () => {
  expect(readQueryText('screen 24" cable').phrases).toEqual([]);
});

const DEBIT = { text: "direct debit", isOpen: false };

it.each([
  ["Change the Direct Debit date", true],
  ["a direct, debit", true],
  ["direct debits", false],
  ["indirect debit", false],
  ["debit direct", false],
  ["direct the debit", false],
])("of «%s» it is %s that it has the phrase", (text, expected) => {
  expect(hasPhrase(text, DEBIT)).toBe(expected);
});

it("does not mind accents, apostrophes and line breaks", () => {
  expect(hasPhrase("Résiliation\nde l’abonnement", { text: "resiliation de l'abonnement", isOpen: false })).toBe(true);
});

it("lets the last word of an open phrase be unfinished", () => {
  expect(hasPhrase("Direct debits", { text: "direct deb", isOpen: true })).toBe(true);
});

it("finds phrases of scripts without spaces", () => {
  expect(hasPhrase("我的发票不对，请帮我重置密码", { text: "重置密码", isOpen: false })).toBe(true);
});
