import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { termsOf, tokenize, tokenizeAll } from "../../../lib/text/tokens";

describe("French", () => {
  it.each([
    ["L'évènement", "l’événement"],
    ["qu’est-ce que la résiliation", "resiliations"],
    ["PRÉLÈVEMENT", "prelevements"],
    ["empêché", "empêche"],
    ["d'aujourd'hui j'ai l'électricité", "electricite"],
    ["l’œuvre", "oeuvre"],
    ["lorsqu'une facture", "factures"],
    ["sans-fil", "sans fil"],
    ["mdp", "mot de passe"],
    ["rappelez-moi", "rappeler"],
    ["courriel", "e-mail"],
  ])("reads %s and %s alike", (one, other) => {
    expect(termsOf(one, "fr")).toEqual(termsOf(other, "fr"));
  });

  it("does not take a wireless headset for a son's", () => {
    const sons = termsOf("les fils", "fr");

    expect(termsOf("casque sans-fil", "fr")).not.toEqual(expect.arrayContaining(sons));
    expect(termsOf("casque sans fil", "fr")).not.toEqual(expect.arrayContaining(sons));
  });

  it.each([
    ["week-end", "weekend"],
    ["week end", "weekend"],
    ["porte-monnaie", "portemonnaie"],
    ["rendez vous", "rdv"],
    ["rendez-vous", "rdv"],
  ])("finds %s by %s", (one, other) => {
    expect(termsOf(one, "fr")).toEqual(expect.arrayContaining(termsOf(other, "fr")));
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
    ["e-mail", "email"],
  ])("reads %s and %s alike", (one, other) => {
    expect(termsOf(one, "en")).toEqual(termsOf(other, "en"));
  });

  it.each([
    ["log in", "login"],
    ["I logged into my account", "login"],
    ["sign up", "sign-up"],
    ["Wi-Fi", "wifi"],
    ["back up", "backup"],
  ])("finds %s by %s", (one, other) => {
    expect(termsOf(one, "en")).toContain(termsOf(other, "en")[0]);
  });
});

it.each([
  ["de", "Guten Tag, vielen Dank im Voraus, mit freundlichen Grüßen"],
  ["es", "Buenos días, gracias de antemano, un saludo"],
  ["en", "Hello dear team, many thanks, best regards"],
  ["it", "Buongiorno, grazie in anticipo, cordiali saluti"],
])("leaves the furniture of a %s ticket out: %s", (language, text) => {
  expect(termsOf(text, language)).toEqual([]);
});

it("tells stop words on request", () => {
  const tokens = tokenizeAll("how do I pay", "en");

  expect(tokens.map(({ word, isStopWord }) => [word, isStopWord])).toEqual([
    ["how", true],
    ["do", true],
    ["I", true],
    ["pay", false],
  ]);
});

it("reads a word with its vowels written out in German", () => {
  expect(termsOf("Rueckerstattung", "de")).toEqual(termsOf("Rückerstattung", "de"));
});

it("leaves out pasted keys and hashes", () => {
  expect(termsOf("a".repeat(41), "en")).toEqual([]);
});

it("gives offsets into the text as it was given, without elided articles", () => {
  const text = "Évènement: l’eau";

  const words = tokenize(text, "fr").map(({ start, end }) => text.slice(start, end));

  expect(words).toEqual(["Évènement", "eau"]);
});

it("takes any text without throwing, and its offsets stay inside and in order", () => {
  fc.assert(
    fc.property(
      fc.string({ unit: "binary", maxLength: 400 }),
      fc.constantFrom("en", "fr", "de", "zh", null),
      (text, language) => {
        let last = 0;
        for (const { start, end, terms } of tokenize(text, language)) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(start).toBeLessThan(end);
          expect(end).toBeLessThanOrEqual(text.length);
          expect(terms.every((term) => term.length > 0 && !/\s/.test(term))).toBe(true);
          last = start;
        }
      },
    ),
  );
});

it("reads a word alike wherever it stands", () => {
  fc.assert(
    fc.property(fc.constantFrom("remboursé", "l'évènement", "clés", "Wi-Fi"), fc.nat(20), (word, before) => {
      const text = `${"mot ".repeat(before)}${word}.`;

      expect(tokenize(text, "fr").at(-1)?.terms).toEqual(tokenize(word, "fr").at(-1)?.terms);
    }),
  );
});
