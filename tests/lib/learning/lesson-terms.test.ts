import { expect, it } from "vitest";
import { lessonTerms } from "../../../lib/learning/lesson-terms";
import type { Ticket } from "../../../lib/ticket";
import { message, ticket } from "../builders";
import { BASE, baseOf, ticketNo } from "./support";

const NOT_LEARNED = () => false;

function terms(subject: Ticket, base = BASE) {
  return lessonTerms(subject, base, NOT_LEARNED);
}

/** The unknown words of one customer message, in a base of that language. */
function unknownIn(text: string, language = "en", known = "") {
  const filler = { en: "the card and the payment", fr: "le paiement et la carte", de: "die Karte und das Geld" };
  const base = baseOf([`${filler[language as "en"]} ${known}`], language);
  return terms(ticketNo(1, text), base).unknown;
}

it("takes subject and customer messages, and nothing that others wrote", () => {
  const mixed = ticket({
    subject: "Refund",
    messages: [
      message("the card please"),
      message("your invoice", "agent"),
      message("parcel", "bot"),
      message("login", "note"),
    ],
  });

  const { known } = terms(mixed);

  expect(known).toContain("refund");
  expect(known).toContain("card");
  for (const term of ["invoic", "parcel", "login"]) expect(known).not.toContain(term);
});

it("takes each word once, the rarest in the base first", () => {
  const { known } = terms(ticketNo(1, "card card refund card"));

  expect(known.filter((term) => ["card", "refund"].includes(term))).toEqual(["refund", "card"]);
});

it("takes no more than the contract allows", () => {
  const words = Array.from(
    { length: 300 },
    (_, number) =>
      `w${"abcdefghij"[number % 10]}${"klmnopqrst"[Math.floor(number / 10) % 10]}${"uvw"[Math.floor(number / 100)]}q`,
  );

  const { known } = terms(ticketNo(1, words.join(" ")), baseOf([words.join(" ")]));

  expect(known.length).toBeGreaterThan(0);
  expect(known.length).toBeLessThanOrEqual(120);
});

it("leaves out the prefix of an answered mail", () => {
  const { known, unknown } = terms(ticket({ subject: "RE: AW: card", text: "" }), baseOf(["re aw card"]));

  expect([...known, ...unknown]).toEqual(["card"]);
});

it("tells known words from unknown ones", () => {
  const { known, unknown } = terms(ticketNo(1, "the card got gobbled by the machine"));

  expect(known).toContain("card");
  expect(unknown).toEqual(["gobbl", "machin"]);
});

it("takes a word that tickets made known for known", () => {
  const { known, unknown } = lessonTerms(ticketNo(1, "the card got gobbled"), BASE, (term) => term === "gobbl");

  expect(known).toContain("gobbl");
  expect(unknown).toEqual([]);
});

it.each([
  ["numbers", "the card 4417 and 20 and 3rd of a2b"],
  ["mail addresses", "the card of jo.gobbled@acme.example"],
  ["web addresses", "the card at https://acme.example/gobbled/path"],
  ["words of the greeting", "Hi Gobbled,\nthe card"],
  ["words after the sign-off", "the card\nBest regards\ngobbled"],
  ["a name after an introduction", "I am gobbled and the card"],
])("remembers none of %s: %s", (_what, text) => {
  expect(unknownIn(text)).toEqual([]);
});

it.each([
  ["a capital inside a sentence", "the card of Gobbled", "en"],
  ["a capital at a sentence's start", "Gobbled the card.", "en"],
  ["capitals all over", "THE CARD IS GOBBLED", "en"],
  ["a capital beside lower case", "the card of Gobbled is gobbled", "en"],
  ["a capital in French", "la carte de Gobichon, et le paiement", "fr"],
  ["a name in German", "die Karte von Herrn Gobbel und das Geld", "de"],
  ["a full name in German", "die Karte von Anna Gobbel und das Geld", "de"],
])("remembers no unknown word with %s", (_what, text, language) => {
  expect(unknownIn(text, language)).toEqual([]);
});

it.each([
  ["in lower case", "the card got gobbled and the payment", "en", ["gobbl"]],
  ["in lower case in French", "la carte est cabossée et le paiement", "fr", ["cabosse"]],
  ["as a German noun after its article", "die Karte und der Briefschlitz, das Geld", "de", ["briefschlitz"]],
  [
    "as a German noun after article and adjective",
    "die Karte und mein neuer Briefschlitz, das Geld",
    "de",
    ["briefschlitz"],
  ],
])("remembers an unknown word %s", (_what, text, language, expected) => {
  expect(unknownIn(text, language).some((term) => term.startsWith((expected[0] ?? "").slice(0, 6)))).toBe(true);
});

it("takes a known word with a capital at a sentence's start, or in lower case as well", () => {
  const { known } = terms(ticketNo(1, "Refund the card. The Invoice is an invoice"));

  expect(known).toEqual(expect.arrayContaining(["refund", "invoic"]));
});

it.each([
  "my name is Rose Baker and the card",
  "my name is rose baker and the card",
  "I am Rose Baker, and the card",
  "the card\nRose Baker",
])("takes no name of words that the base knows: %s", (text) => {
  const { known } = terms(ticketNo(1, text), baseOf(["rose baker smith will card"]));

  expect(known).toContain("card");
  expect(known.filter((term) => /rose|rise|baker|smith/.test(term))).toEqual([]);
});

it("takes a known word with a capital for what it is elsewhere, but no pair of two: it may be a full name", () => {
  const { known } = terms(ticketNo(1, "the card, call Will Smith"), baseOf(["rose baker smith will card"]));

  expect(known).toContain("smith");
  expect(known.filter((term) => term.includes(" ") && term.includes("smith"))).toEqual([]);
});

it("takes known words in lower case after a vague introduction", () => {
  expect(terms(ticketNo(1, "I am charged twice")).known).toContain("charg");
});

it("remembers no unknown word of a script without capitals", () => {
  const base = baseOf(["пароль карта"], "ru");

  expect(terms(ticketNo(1, "密码不对"), { ...base, languages: () => ["zh"] }).unknown).toEqual([]);
});

it("remembers no unknown word of a ticket whose language is not told", () => {
  const base = { ...BASE, languages: () => ["en", "fr"] };

  expect(terms(ticketNo(1, "gobbled"), base).unknown).toEqual([]);
});
