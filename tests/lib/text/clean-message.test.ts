import { expect, it } from "vitest";
import { cleanMessage } from "../../../lib/text/clean-message";

it.each([
  ["My bill is wrong.\n\nOn 29 Oct 2026, at 11:02, Acme Support wrote:\n> Dear customer", "My bill is wrong."],
  ["Ma facture est fausse.\n\nLe 29 oct. 2026 à 11:02, Acme a écrit :\n> Bonjour", "Ma facture est fausse."],
  ["Hello\n-----Original Message-----\nFrom: somebody", "Hello"],
  ["Hello\n##- Please type your reply above this line -##\nold text", "Hello"],
  ["Hello\n--\nJane Doe\nDirector", "Hello"],
  ["Hello\nSent from my phone", "Hello"],
  ["> old words\nnew words", "new words"],
])("keeps of %j the customer's own words", (text, own) => {
  expect(cleanMessage(text).trim()).toBe(own);
});

it("leaves a message alone that has none of it", () => {
  const text = "On Monday the router broke.\nIt is red -- very red.";

  expect(cleanMessage(text)).toBe(text);
});

it("keeps a message that is nothing but a quotation", () => {
  expect(cleanMessage("> everything is quoted")).toBe("> everything is quoted");
});
