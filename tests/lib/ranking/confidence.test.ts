import { describe, expect, it } from "vitest";
import { suggestWhenSchema } from "../../../lib/contract/suggest-when";
import { CERTAINTY_THRESHOLDS, certaintyOf, confidenceOf, signalsOf } from "../../../lib/ranking/confidence";
import { rankArticles } from "../../../lib/ranking/rank-articles";
import { ticket } from "../builders";
import { BASE, indexOf, OPTIONS } from "./base";

const INDEX = indexOf(BASE);
const rank = (text: string) => rankArticles(INDEX, ticket({ text }), OPTIONS);

/** The same ranking with all scores, or those behind the first only, multiplied. */
function scaled(text: string, { first = 1, others = 1 }) {
  const { query, ranked } = rank(text);
  const changed = ranked.map((one, at) => ({ ...one, score: one.score * (at === 0 ? first : others) }));
  return confidenceOf(query, changed);
}

const TEXT = "since this morning the router has a red light and the wi-fi is slow";

it("is 0 without articles", () => {
  const { query } = rank(TEXT);

  expect(signalsOf(query, [])).toBeNull();
  expect(confidenceOf(query, [])).toBe(0);
});

it("is a probability", () => {
  for (const text of [TEXT, "router", "bank", "block the sim card of my stolen phone please"]) {
    const { confidence } = rank(text);
    expect(confidence).toBeGreaterThan(0);
    expect(confidence).toBeLessThan(1);
  }
});

describe("is higher", () => {
  it("the higher the first article scores", () => {
    expect(scaled(TEXT, { first: 2, others: 2 })).toBeGreaterThan(scaled(TEXT, {}));
  });

  it("the further the others are behind", () => {
    expect(scaled(TEXT, { others: 0.5 })).toBeGreaterThan(scaled(TEXT, {}));
  });

  it("for a ticket that says a title than for one that shares a word with it", () => {
    const said = rank("Router shows a red light").confidence;
    const touched = rank(
      "Your advertisement on television showed a red car, who made it and where can I buy one?",
    ).confidence;

    expect(said).toBeGreaterThan(touched);
  });
});

it("answers a number for articles that score nothing", () => {
  const none = scaled(TEXT, { first: 0, others: 0 });

  expect(Number.isFinite(none)).toBe(true);
  expect(none).toBeLessThan(scaled(TEXT, {}));
});

describe.each(suggestWhenSchema.options)("suggesting %s", (suggestWhen) => {
  const { maybe, sure } = CERTAINTY_THRESHOLDS[suggestWhen];

  it("is silent below the lower threshold, says maybe from there, and is sure from the upper one", () => {
    expect(certaintyOf(maybe - 0.001, suggestWhen)).toBeNull();
    expect(certaintyOf(maybe, suggestWhen)).toBe("maybe");
    expect(certaintyOf(sure - 0.001, suggestWhen)).toBe("maybe");
    expect(certaintyOf(sure, suggestWhen)).toBe("sure");
  });
});

it("shows the less the rarer suggestions are wanted", () => {
  const { rarely, balanced, often } = CERTAINTY_THRESHOLDS;

  expect(rarely.maybe).toBeGreaterThan(balanced.maybe);
  expect(balanced.maybe).toBeGreaterThan(often.maybe);
});
