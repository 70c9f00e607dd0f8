/**
 * The search box: every word counts, the last one may be unfinished, and typing errors are forgiven only when the words
 * as typed find nothing. A few typed words do not tell their language, so each is looked up in all of the base's.
 */
import { type Candidate, countIn, FIELDS, type LibraryIndex, type WeightedTerm } from "../library-index/library-index";
import { findPassage } from "../ranking/passage";
import type { Hit, MatchedTerm, ReadArticles } from "../ranking/suggest-articles";
import { inverseDocumentFrequency } from "../ranking/ticket-query";
import { type Token, tokenize } from "../text/tokens";
import { spellingsOf } from "./spellings";

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

/** What an attempt finds, with the terms that it looked for in the place of each word. */
function attemptSearch(index: LibraryIndex, words: SearchWord[], attempt: Attempt, limit: number) {
  const groups = words.map(({ terms }, position): WeightedTerm[] => {
    const isUnfinished = attempt.prefixLast && position === words.length - 1;
    const spellings = spellingsOf(index, terms, { isUnfinished, fuzzy: attempt.fuzzy });
    return spellings.map(({ term, likeness }) => ({ term, weight: likeness * inverseDocumentFrequency(index, term) }));
  });
  const found = attempt.every
    ? index.candidatesOfAll(groups, limit, BM25F)
    : index.candidates(groups.flat(), limit, BM25F);
  return { groups, found };
}

type Explained = { matchedTerms: MatchedTerm[]; termWeights: Map<string, number> };

/** Which typed words found a candidate, with the share of its score that each made; and the terms it has of them. */
function explain(index: LibraryIndex, words: SearchWord[], groups: WeightedTerm[][], candidate: Candidate): Explained {
  const { article, score, counts } = candidate;
  const termWeights = new Map<string, number>();
  let at = 0;
  const matchedTerms = words.flatMap(({ label, terms }, position): MatchedTerm[] => {
    const group = groups[position] ?? [];
    const packed = counts.subarray(at, at + group.length);
    at += group.length;
    group.forEach(({ term, weight }, number) => {
      if (packed[number] !== 0) termWeights.set(term, weight);
    });
    const fields = FIELDS.filter((field) => packed.some((each) => countIn(each, field) > 0));
    if (fields.length === 0) return [];
    const own = index.candidatesById([article.id], group, BM25F)[0]?.score ?? 0;
    return [{ term: terms[0] ?? label, label, share: score === 0 ? 0 : own / score, fields }];
  });
  return { matchedTerms, termWeights };
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
      const article = articles.get(candidate.article.id);
      if (!article) return [];
      const { matchedTerms, termWeights } = explain(index, words, groups, candidate);
      const passage = findPassage(article.sections, article.language, termWeights);
      return [{ id: article.id, score: candidate.score, passage, matchedTerms }];
    });
  }
  return [];
}
