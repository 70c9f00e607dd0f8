import { expect, test } from "vitest";
import { spellTerm } from "../../../server/synonyms/spell-term";

test("the word used most often stands for its term", () => {
  expect(spellTerm("rembours", ["Remboursements: un remboursement.", "Le remboursement"])).toBe("remboursement");
});

test("accents and ligatures of the word are kept", () => {
  expect(spellTerm("demenag", ["Vous déménagez?"])).toBe("déménagez");
  expect(spellTerm("coeur", ["Au cœur de la ville"])).toBe("cœur");
});

test("a word that goes on much longer is another word", () => {
  expect(spellTerm("port", ["portefeuille"])).toBe("port");
});

test("a term that no text has stays as it is", () => {
  expect(spellTerm("sous", ["rien"])).toBe("sous");
});
