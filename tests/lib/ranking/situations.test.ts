import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Situation } from "../../../lib/contract/situation";
import { createSituations, NO_SITUATIONS, type RecognisedSituation } from "../../../lib/ranking/situations";
import { anyLanguage, anyPhrase, anyText, wordsOf } from "./phrase-words";

function situation(name: string, cues: string[], overrides: Partial<Situation> = {}): Situation {
  return { id: name, name, cues, language: null, articles: [], ...overrides };
}

function recognise(text: string, situations: Situation[], language: string | null = "en"): RecognisedSituation[] {
  return createSituations(situations).recognise(wordsOf(text, language), language);
}

const MOVING = situation("Moving house", ["moving", "new address", "change of address"]);
const LEAVING = situation("Leaving", ["cancel my contract", "leaving you"]);

it("names the situation whose cue the ticket holds, with the cue as the team wrote it", () => {
  const found = recognise("I moved, here is my NEW ADDRESSES list", [MOVING, LEAVING]);

  expect(found.map(({ name, cues }) => ({ name, cues }))).toEqual([
    { name: "Moving house", cues: ["moving", "new address"] },
  ]);
});

it("finds nothing where no cue is", () => {
  expect(recognise("My invoice is wrong", [MOVING, LEAVING])).toEqual([]);
});

describe("a situation is the stronger", () => {
  const strength = (text: string) => recognise(text, [MOVING])[0]?.strength ?? 0;

  it("the more of its cues are there", () => {
    expect(strength("We are moving to a new address")).toBeGreaterThan(strength("To a new address"));
  });

  it("the longer its cue is", () => {
    expect(strength("the new address")).toBeGreaterThan(strength("the moving"));
  });

  it("but not by one cue said twice", () => {
    expect(strength("moving moving moving")).toBe(strength("moving"));
  });
});

it("stays below certainty with every cue found", () => {
  const cues = Array.from({ length: 50 }, (_, number) => `cue${number}`);

  const [found] = recognise(cues.join(" "), [situation("All", cues)]);

  expect(found?.cues).toHaveLength(50);
  expect(found?.strength).toBeLessThan(1);
});

it("does not count a cue inside a longer one of the same situation", () => {
  const found = recognise("moving abroad", [situation("Moving", ["moving", "moving abroad"])]);

  expect(found[0]?.cues).toEqual(["moving abroad"]);
});

it("counts a cue inside one of another situation", () => {
  const found = recognise("moving abroad", [MOVING, situation("Abroad", ["moving abroad"])]);

  expect(found.map(({ name }) => name)).toEqual(["Abroad", "Moving house"]);
});

it("takes a cue with one telling word as it stands", () => {
  const absent = situation("Nobody came", ["never turned up", "did not come"]);

  expect(recognise("It was turned off. When will they come?", [absent])).toEqual([]);
  expect(recognise("He did not come", [absent]).map(({ cues }) => cues)).toEqual([["did not come"]]);
});

it("takes situations of one name together", () => {
  const english = situation("Moving house", ["moving"], { id: "1", language: "en" });
  const any = situation("Moving house", ["new address"], { id: "2" });

  const found = recognise("moving, new address", [english, any]);

  expect(found).toHaveLength(1);
  expect(found[0]?.cues).toEqual(["moving", "new address"]);
});

it.each([
  ["fr", ["Déménagement"]],
  ["en", []],
])("a French situation, for a ticket in %s", (language, names) => {
  const french = situation("Déménagement", ["déménager"], { language: "fr" });

  const found = recognise("Je déménage demain", [french], language);

  expect(found.map(({ name }) => name)).toEqual(names);
});

it("recognises nothing where the team has no situations", () => {
  expect(NO_SITUATIONS.recognise(wordsOf("moving"), "en")).toEqual([]);
});

const anySituations = fc.array(
  fc.record({
    id: fc.uuid(),
    name: fc.constantFrom("one", "two", "three"),
    cues: fc.array(anyPhrase, { maxLength: 5 }),
    language: anyLanguage,
  }),
  { maxLength: 8 },
);

it("never throws, names each situation once, and every strength is between 0 and 1", () => {
  fc.assert(
    fc.property(anySituations, anyText, anyLanguage, (situations, text, language) => {
      const found = createSituations(situations).recognise(wordsOf(text, language), language);

      expect(new Set(found.map(({ name }) => name)).size).toBe(found.length);
      for (const { cues, strength } of found) {
        expect(cues.length).toBeGreaterThan(0);
        expect(strength).toBeGreaterThan(0);
        expect(strength).toBeLessThan(1);
      }
    }),
  );
});

it("gives the same whatever the order of the situations", () => {
  fc.assert(
    fc.property(anySituations, anyText, anyLanguage, (situations, text, language) => {
      const words = wordsOf(text, language);

      const one = createSituations(situations).recognise(words, language);

      expect(createSituations([...situations].reverse()).recognise(words, language)).toEqual(one);
    }),
  );
});
