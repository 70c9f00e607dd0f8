import { expect, test } from "vitest";
import { learnedTermSchema } from "../../../lib/contract/learned-terms";
import { createLibraryIndex } from "../../../lib/library-index/library-index";
import { proposeGap } from "../../../lib/worker/gap-proposal";
import { article, message, ticket } from "../builders";

function indexOf(texts: string[], language = "en") {
  const index = createLibraryIndex();
  for (const [number, text] of texts.entries())
    index.put(article({ id: `a${number}`, language, title: `T${number}`, text }));
  return index;
}

const SHOP = indexOf([
  "The courier brings the parcel. Delivery takes two days.",
  "Refund the invoice when the card was charged twice.",
  "A rose or a baker is a word of the base like any other.",
]);

function proposed(text: string, more: { subject?: string; index?: ReturnType<typeof indexOf> } = {}) {
  return proposeGap(ticket({ subject: more.subject ?? "", messages: [message(text)] }), more.index ?? SHOP);
}

test("telling words come as they were written, not as stems", () => {
  const { terms, language } = proposed("Is gift wrapping possible for the deliveries you make to our address?");

  expect(terms).toEqual(expect.arrayContaining(["wrapping", "deliveries"]));
  expect(language).toBe("en");
});

test("names are left out, whether the base has the word or not", () => {
  const text = "Hello Mr Baker,\nthe parcel for Jane Winterbottom is missing.\n\nKind regards\nRose Miller";

  const { terms } = proposed(text);

  expect(terms).toContain("parcel");
  for (const name of ["baker", "jane", "winterbottom", "rose", "miller"]) expect(terms).not.toContain(name);
});

test.each([
  ["whom the agent greets", [message("Hello Winterbottom,\nwhich order is it?", "agent")], {}],
  ["who signs an internal note", [message("To be called back.\n\nKind regards\nWinterbottom", "note")], {}],
  ["whose mail address is told", [message("Write to jane.winterbottom@example.com please")], {}],
  ["the requester's field", [], { requester: "Jane Winterbottom" }],
  ["the field of a customer's name", [], { customer_name: "winterbottom" }],
])("a name in lower case is left out when the ticket tells it elsewhere: %s", (_where, more, fields) => {
  const text = "the courier left the wrapping with winterbottom, and winterbottoms door is closed";

  const { terms } = proposeGap(ticket({ subject: "", messages: [message(text), ...more], fields }), SHOP);

  expect(terms).toEqual(expect.arrayContaining(["courier", "wrapping"]));
  expect(terms.join(" ")).not.toContain("winterbottom");
});

test("a word that articles have is left out, too, where it is this ticket's name", () => {
  const text = "the courier says that baker took the parcel";

  const { terms } = proposeGap(
    ticket({ subject: "", messages: [message(text)], fields: { requester: "Tom Baker" } }),
    SHOP,
  );

  expect(terms).toEqual(expect.arrayContaining(["courier", "parcel"]));
  expect(terms).not.toContain("baker");
});

test("both halves of a double name are left out", () => {
  const text = "the courier asks whether quillfeather or ashdown took the parcel";
  const fields = { requester: "Anna Quillfeather-Ashdown" };

  const { terms } = proposeGap(ticket({ subject: "", messages: [message(text)], fields }), SHOP);

  expect(terms).toContain("parcel");
  for (const name of ["quillfeather", "ashdown"]) expect(terms).not.toContain(name);
});

test("numbers, codes, addresses and links are left out", () => {
  const { terms } = proposed(
    "Please refund invoice 2026-4711 (ERR-1234, 12.50) to jane.doe@example.com, see https://acme.example/orders/77x",
  );

  expect(terms).toEqual(expect.arrayContaining(["refund", "invoice"]));
  for (const term of terms) expect(learnedTermSchema.safeParse(term).success).toBe(true);
  expect(terms.join(" ")).not.toMatch(/jane|doe|acme|example|\d/);
});

test("what agents, bots and notes say is not proposed", () => {
  const { terms } = proposeGap(
    ticket({
      subject: "Delivery",
      messages: [message("The delivery please"), message("refund", "agent"), message("parcel", "note")],
    }),
    SHOP,
  );

  expect(terms).toEqual(["delivery"]);
});

test("at most eight words are proposed, and at most four that no article has", () => {
  const { terms } = proposed(
    "the courier brings a parcel, the delivery, the refund, the invoice, the card; the wrapping, ribbons, candles, lanterns, garlands and trumpets are charged",
  );

  expect(terms.length).toBeLessThanOrEqual(8);
  const unknown = ["wrapping", "ribbons", "candles", "lanterns", "garlands", "trumpets"];
  expect(terms.filter((term) => unknown.includes(term)).length).toBe(4);
});

test("a word of the subject weighs more than one said once", () => {
  const { terms } = proposed("the parcel and the courier and the refund and the card", { subject: "About a refund" });

  expect(terms[0]).toBe("refund");
});

test("a French word is proposed without its article", () => {
  const index = indexOf(["La livraison du colis par le transporteur.", "Le remboursement de la facture."], "fr");

  const { terms, language } = proposed("Bonjour, je voudrais l’emballage cadeau pour la livraison de mon colis.", {
    index,
  });

  expect(terms).toEqual(expect.arrayContaining(["emballage", "livraison"]));
  expect(language).toBe("fr");
});

test("a ticket without telling words proposes none", () => {
  expect(proposed("And what about it?").terms).toEqual([]);
});
