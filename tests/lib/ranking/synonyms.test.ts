import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { SynonymSet } from "../../../lib/contract/synonym";
import type { PhraseWord } from "../../../lib/ranking/phrase-trie";
import { createSynonyms, NO_SYNONYMS, SYNONYM_WEIGHT } from "../../../lib/ranking/synonyms";
import { termsOf } from "../../../lib/text/tokens";
import { anyLanguage, anyPhrase, anyText, wordsOf } from "./phrase-words";

function setOf(phrases: string[], overrides: Partial<SynonymSet> = {}): SynonymSet {
  return { id: phrases.join("/"), language: null, phrases, ...overrides };
}

function termsFor(text: string, sets: SynonymSet[], language: string | null = "en"): string[] {
  return createSynonyms(sets)
    .expand(wordsOf(text, language), language)
    .flatMap(({ terms }) => terms);
}

describe("a phrase of the ticket brings its synonyms", () => {
  it("with what the ticket says, the synonym and a lower weight", () => {
    const synonyms = createSynonyms([setOf(["router", "box"])]);

    const words = synonyms.expand(wordsOf("My Routers are dead"), "en");

    expect(words).toEqual([{ terms: ["box"], label: "Routers", phrase: "box", weight: SYNONYM_WEIGHT }]);
  });

  it("of several words, which share the weight", () => {
    const words = createSynonyms([setOf(["SSO", "shared password"])]).expand(wordsOf("sso fails"), "en");

    expect(words.map(({ terms, weight }) => [terms, weight])).toEqual([
      [["share"], SYNONYM_WEIGHT / 2],
      [["password"], SYNONYM_WEIGHT / 2],
    ]);
  });

  it("found by several words, and named as the team wrote it", () => {
    const sets = [setOf(["mot de passe", "code secret"])];

    const words = createSynonyms(sets).expand(wordsOf("J'ai perdu mes mots de passe", "fr"), "fr");

    expect(words.map(({ label, phrase }) => [label, phrase])).toEqual([
      ["mot de passe", "code secret"],
      ["mot de passe", "code secret"],
    ]);
  });

  it.each(["wi-fi", "wifi", "wi fi", "Wi‑Fi"])("hyphened or not: %s", (written) => {
    const terms = termsFor(`the ${written} is slow`, [setOf(["wi-fi", "wireless"])]);

    expect(terms).toEqual(["wireless"]);
  });

  it("only when the whole phrase is there", () => {
    expect(termsFor("a credit for my account", [setOf(["credit card", "visa"])])).toEqual([]);
  });

  it("once, however often the phrase is said", () => {
    expect(termsFor("box box box", [setOf(["box", "router"])])).toEqual(["router"]);
  });
});

describe("of phrases that overlap", () => {
  const sets = [setOf(["card", "ticket"]), setOf(["credit card", "visa"]), setOf(["card payment", "cheque"])];

  it("the longest counts", () => {
    expect(termsFor("my credit card", sets)).toEqual(["visa"]);
  });

  it("the first counts", () => {
    expect(termsFor("credit card payment", sets)).toEqual(["visa"]);
  });
});

it("no synonyms of synonyms are brought", () => {
  expect(termsFor("box", [setOf(["box", "router"]), setOf(["router", "modem"])])).toEqual(["router"]);
});

it("a phrase in two sets brings the synonyms of both", () => {
  expect(termsFor("box", [setOf(["box", "router"]), setOf(["box", "parcel"])])).toEqual(["parcel", "router"]);
});

it("words that the ticket has itself are not brought", () => {
  expect(termsFor("box and routers", [setOf(["box", "router", "modem"])])).toEqual(["modem"]);
});

it("a word that two synonyms bring keeps the greater weight", () => {
  const words = createSynonyms([setOf(["box", "home router", "router"])]).expand(wordsOf("box"), "en");

  expect(words.find(({ terms }) => terms.includes("router"))?.weight).toBe(SYNONYM_WEIGHT);
});

describe("the language of a set", () => {
  const french = setOf(["box", "routeur"], { language: "fr-FR" });

  it.each([
    ["fr", ["routeur"]],
    ["fr-CA", ["routeur"]],
    ["en", []],
  ])("is judged by its first part for a ticket in %s", (language, terms) => {
    expect(termsFor("box", [french], language)).toEqual(terms);
  });

  it("makes terms of its synonyms when the ticket's is unknown", () => {
    const terms = termsFor("box", [setOf(["box", "abonnements"], { language: "fr" })], null);

    expect(terms).toEqual(termsOf("abonnements", "fr"));
  });
});

it("brings nothing where the team has no synonyms", () => {
  expect(NO_SYNONYMS.expand(wordsOf("box"), "en")).toEqual([]);
});

const anySets = fc.array(
  fc.record({
    id: fc.uuid(),
    language: anyLanguage,
    phrases: fc.array(anyPhrase, { minLength: 2, maxLength: 5 }),
  }),
  { maxLength: 8 },
);

it("never throws, never brings a term of the ticket, and every weight is a share of a word's", () => {
  fc.assert(
    fc.property(anySets, anyText, anyLanguage, (sets, text, language) => {
      const sequence = wordsOf(text, language);
      const own = new Set(sequence.flatMap(({ terms }) => terms));

      for (const { terms, weight } of createSynonyms(sets).expand(sequence, language)) {
        expect(terms.filter((term) => own.has(term))).toEqual([]);
        expect(terms.length).toBeGreaterThan(0);
        expect(weight).toBeGreaterThan(0);
        expect(weight).toBeLessThanOrEqual(SYNONYM_WEIGHT);
      }
    }),
  );
});

it("gives the same whatever the order of the sets", () => {
  fc.assert(
    fc.property(anySets, anyText, anyLanguage, (sets, text, language) => {
      const sequence = wordsOf(text, language);

      const one = createSynonyms(sets).expand(sequence, language);

      expect(createSynonyms([...sets].reverse()).expand(sequence, language)).toEqual(one);
    }),
  );
});

/** Words that count how often their terms are read. */
function countingWords(words: PhraseWord[]): { words: PhraseWord[]; reads: () => number } {
  let count = 0;
  const counted = words.map((word) => ({
    label: word.label,
    get terms() {
      count += 1;
      return word.terms;
    },
  }));
  return { words: counted, reads: () => count };
}

it("reads each word of the ticket a bounded number of times", () => {
  const synonyms = createSynonyms([setOf(["a1 a1 a1 b", "x"]), setOf(["a1 a1", "y"])]);
  const ofLength = (length: number) => {
    const { words, reads } = countingWords(wordsOf("a1 ".repeat(length), null));
    synonyms.expand(words, null);
    return reads();
  };

  const ratio = ofLength(4_000) / ofLength(1_000);

  expect(ratio).toBeGreaterThan(3.9);
  expect(ratio).toBeLessThan(4.1);
});
