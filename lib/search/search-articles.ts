/**
 * The search box: every word counts, the last one may be unfinished, and typing errors are forgiven only when the words
 * as typed find nothing. A few typed words do not tell their language, so each is looked up in all of the base's.
 */
import type { Candidate, LibraryIndex } from "../library-index/library-index";
import { findPassage } from "../ranking/passage";
import type { Hit, ReadArticles } from "../ranking/suggest-articles";
import { inverseDocumentFrequency } from "../ranking/ticket-query";
import { type Token, tokenize } from "../text/tokens";
import { type Spelling, spellingsOf } from "./spellings";

/** Text beyond this many characters was pasted by mistake. */
const MAX_QUERY_LENGTH = 500;

/**
 * A title names the matter in the words people search with; a long body holds most words anyway. Titles count in full
 * whatever their length, headings and tags nearly so.
 */
const BM25F = {
  k: 1.2,
  fields: {
    title: { share: 3, b: 0.5 },
    headings: { share: 1.5, b: 0.5 },
    tags: { share: 1.5, b: 0.5 },
    body: { share: 1, b: 0.75 },
  },
};

type SearchWord = { label: string; terms: string[] };

/** One entry a word typed, with its terms in every language of the base. */
function searchWords(index: LibraryIndex, text: string): SearchWord[] {
  const words = new Map<number, SearchWord>();
  const collect = (tokens: Token[]) => {
    for (const { start, word, terms } of tokens) {
      const known = words.get(start) ?? { label: word, terms: [] };
      known.terms = [...new Set([...known.terms, ...terms])];
      words.set(start, known);
    }
  };
  const languages = index.languages();
  for (const language of languages.length > 0 ? languages : [null]) collect(tokenize(text, language));
  // A query of stop words alone ("how to") still means something to the one who typed it.
  if (words.size === 0) collect(tokenize(text, null));
  return [...words].sort(([a], [b]) => a - b).map(([, word]) => word);
}

type Attempt = { prefixLast: boolean; fuzzy: boolean; every: boolean };

/** What an attempt finds, with the spellings of each word that it looked for. */
function attemptSearch(index: LibraryIndex, words: SearchWord[], attempt: Attempt, limit: number) {
  const { fuzzy, every } = attempt;
  const groups = words.map(({ terms }, position) => {
    const isUnfinished = attempt.prefixLast && position === words.length - 1;
    return spellingsOf(index, terms, { isUnfinished, fuzzy });
  });
  const weighted = groups.map((group) =>
    group.map(({ term, likeness }) => ({ term, weight: likeness * inverseDocumentFrequency(index, term) })),
  );
  const found = every ? index.candidatesOfAll(weighted, limit, BM25F) : index.candidates(weighted.flat(), limit, BM25F);
  return { groups, found };
}

/** Of each group of spellings, those that a candidate has. */
function spellingsHeld(groups: Spelling[][], { counts }: Candidate): string[][] {
  let at = 0;
  return groups.map((group) =>
    group.flatMap(({ term }) => {
      at += 1;
      return counts[at - 1] === 0 ? [] : [term];
    }),
  );
}

/** At most `limit` articles for what was typed, best first; empty when nothing was found or typed. */
export async function searchArticles(
  index: LibraryIndex,
  readArticles: ReadArticles,
  text: string,
  limit: number,
): Promise<Hit[]> {
  const words = searchWords(index, text.slice(0, MAX_QUERY_LENGTH));
  if (words.length === 0) return [];
  const prefixLast = !/\s$/.test(text);
  const attempts = [
    { prefixLast, fuzzy: false, every: true },
    { prefixLast, fuzzy: true, every: true },
    { prefixLast, fuzzy: true, every: false },
  ];
  for (const attempt of attempts) {
    const { groups, found } = attemptSearch(index, words, attempt, limit);
    if (found.length === 0) continue;
    const articles = new Map(
      (await readArticles(found.map((candidate) => candidate.article.id))).map((article) => [article.id, article]),
    );
    return found.flatMap((candidate) => {
      const { score } = candidate;
      const article = articles.get(candidate.article.id);
      if (!article) return [];
      const held = spellingsHeld(groups, candidate);
      const weights = new Map(held.flat().map((term) => [term, inverseDocumentFrequency(index, term)]));
      const matchedTerms = words
        .filter((_, position) => (held[position] ?? []).length > 0)
        .map((word) => ({ term: word.terms[0] ?? word.label, label: word.label }));
      const passage = findPassage(article.sections, article.language, weights);
      return [{ id: article.id, score, passage, matchedTerms }];
    });
  }
  return [];
}
