import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { termsOf, tokenize } from "../../../lib/text/tokens";

describe("French", () => {
  it.each([
    ["L'évènement", "l’événement"],
    ["qu’est-ce que la résiliation", "resiliations"],
    ["PRÉLÈVEMENT", "prelevements"],
    ["empêché", "empêche"],
    ["d'aujourd'hui j'ai l'électricité", "electricite"],
    ["l’œuvre", "oeuvre"],
    ["lorsqu'une facture", "factures"],
  ])("reads %s and %s alike", (one, other) => {
    expect(termsOf(one, "fr")).toEqual(termsOf(other, "fr"));
  });

  it("leaves greetings and function words out", () => {
    expect(termsOf("Bonjour, je vous remercie d'avance, cordialement", "fr")).toEqual([]);
  });
});

describe("English", () => {
  it.each([
    ["payments", "payment"],
    ["the customer's routers", "router"],
    ["I can't connect, don't know why", "connecting"],
  ])("reads %s and %s alike", (one, other) => {
    expect(termsOf(one, "en")).toEqual(termsOf(other, "en"));
  });
});

describe("codes and numbers", () => {
  it("keeps an error code whole, and its number", () => {
    expect(termsOf("ERR-4102", "en")).toEqual(["err4102", "4102"]);
  });

  it("finds a code written without its hyphen", () => {
    expect(termsOf("ERR-4102", "fr")).toContain(termsOf("err4102", "en")[0]);
  });

  it("keeps decimals together", () => {
    expect(termsOf("45.50 euros", "en")).toContain("45.50");
  });

  it("joins hyphenated words, whatever the hyphen", () => {
    expect(termsOf("wi\u2011fi", "en")).toContain("wifi");
    expect(termsOf("Wi-Fi", "en")).toContain("wifi");
  });

  it("leaves out pasted keys and hashes", () => {
    expect(termsOf("a".repeat(41), "en")).toEqual([]);
  });
});

it("cuts scripts without spaces into words", () => {
  expect(termsOf("我的发票不对", "zh")).toContain("发票");
});

it("gives offsets into the text as it was given, without elided articles", () => {
  const text = "Évènement: l’eau";

  const words = tokenize(text, "fr").map(({ start, end }) => text.slice(start, end));

  expect(words).toEqual(["Évènement", "eau"]);
});

it("takes any text without throwing, and its offsets stay inside", () => {
  fc.assert(
    fc.property(
      fc.string({ unit: "binary", maxLength: 400 }),
      fc.constantFrom("en", "fr", "de", "zh", null),
      (text, language) => {
        for (const { start, end, terms } of tokenize(text, language)) {
          expect(start).toBeLessThan(end);
          expect(end).toBeLessThanOrEqual(text.length);
          expect(terms.every((term) => term.length > 0 && !term.includes(" "))).toBe(true);
        }
      },
    ),
  );
});
