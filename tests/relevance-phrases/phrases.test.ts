/**
 * Ticket phrases against article titles of the same language that stand in one base, with other titles around them.
 * What is measured is whether a customer's spelling, inflection or mistyping still meets the article's.
 */
import { expect, it } from "vitest";
import { createLibraryIndex } from "../../lib/library-index/library-index";
import { rankArticles } from "../../lib/ranking/rank-articles";
import { article, ticket } from "../lib/builders";
import { GERMAN_DISTRACTORS, GERMAN_PAIRS } from "./de";
import { ENGLISH_DISTRACTORS, ENGLISH_PAIRS } from "./en";
import { SPANISH_DISTRACTORS, SPANISH_PAIRS } from "./es";
import { FRENCH_DISTRACTORS, FRENCH_PAIRS } from "./fr";
import type { PhrasePair } from "./phrase-pair";

const NOW_MS = Date.parse("2026-02-01T00:00:00Z");

/** The pairs whose article is not ranked first, each with the title that is. */
function missesOf(language: string, pairs: PhrasePair[], distractors: string[]): string[] {
  const index = createLibraryIndex();
  const titles = [...pairs.map(([, title]) => title), ...distractors];
  for (const title of titles) index.put(article({ id: title, language, title }));
  return pairs.flatMap(([text, title]) => {
    const { ranked } = rankArticles(index, ticket({ text }), { droppedTerms: [], nowMs: NOW_MS });
    const first = ranked[0]?.article.id;
    return first === title ? [] : [`${text} → ${title} (first: ${first ?? "nothing"})`];
  });
}

const TABLES = [
  { language: "fr", pairs: FRENCH_PAIRS, distractors: FRENCH_DISTRACTORS, atLeast: 120, mayMiss: 5 },
  { language: "en", pairs: ENGLISH_PAIRS, distractors: ENGLISH_DISTRACTORS, atLeast: 60, mayMiss: 2 },
  { language: "de", pairs: GERMAN_PAIRS, distractors: GERMAN_DISTRACTORS, atLeast: 60, mayMiss: 2 },
  { language: "es", pairs: SPANISH_PAIRS, distractors: SPANISH_DISTRACTORS, atLeast: 60, mayMiss: 2 },
];

it.each(TABLES)("finds the $language phrases, all but $mayMiss", ({ language, pairs, distractors, mayMiss }) => {
  const misses = missesOf(language, pairs, distractors);

  expect(misses.length, misses.join("\n")).toBeLessThanOrEqual(mayMiss);
});

it.each(TABLES)("has at least $atLeast $language pairs and 40 other titles, all titles distinct", (table) => {
  const titles = [...table.pairs.map(([, title]) => title), ...table.distractors];

  expect(table.pairs.length).toBeGreaterThanOrEqual(table.atLeast);
  expect(table.distractors.length).toBeGreaterThanOrEqual(40);
  expect(new Set(titles).size).toBe(titles.length);
});
