import { expect, it } from "vitest";
import { makeBase } from "../../../scripts/search-bench/make-base";
import { makeTickets, WARM_UP } from "../../../scripts/search-bench/make-tickets";
import { article } from "../../lib/builders";

const CORPUS = [
  article({ id: "router", title: "Router", text: "A red light.\nCheck the cable.\nWait." }),
  article({ id: "debit", title: "Direct debit", text: "Choose another day of the month." }),
  article({ id: "carte", language: "fr", title: "Carte", text: "Bloquez la carte sans attendre." }),
  article({ id: "empty", title: "Nothing yet" }),
];

it("makes as many articles as asked for, each with an id of its own and text", () => {
  const base = makeBase(CORPUS, 50, 1);

  expect(new Set(base.map(({ id }) => id)).size).toBe(50);
  expect(base.every(({ sections }) => sections.some(({ text }) => text !== ""))).toBe(true);
});

it("makes the same base for the same seed, and another for another", () => {
  expect(makeBase(CORPUS, 20, 1)).toEqual(makeBase(CORPUS, 20, 1));
  expect(makeBase(CORPUS, 20, 1)).not.toEqual(makeBase(CORPUS, 20, 2));
});

it("fills articles with paragraphs of their own language", () => {
  const french = makeBase(CORPUS, 50, 1).filter(({ language }) => language === "fr");

  expect(french.length).toBeGreaterThan(0);
  for (const { sections } of french) expect(sections[0]?.text).toBe("Bloquez la carte sans attendre.");
});

it("makes tickets of exactly as many words as said", () => {
  const made = makeTickets(CORPUS, 3, 7);

  for (const { words, tickets } of made) {
    expect(tickets).toHaveLength(3 + WARM_UP);
    for (const { messages } of tickets) expect(messages[0]?.text.split(" ")).toHaveLength(words);
  }
});
