/**
 * The search box: every word counts, the last one may be unfinished, and typing errors are forgiven only when the words
 * as typed find nothing. A few typed words do not tell their language, so each is looked up in all of the base's.
 */
import type { LibraryIndex } from "../library-index/library-index";
import { findPassage } from "../ranking/passage";
import type { Hit, MatchedTerm, ReadArticles } from "../ranking/suggest-articles";
import { inverseDocumentFrequency } from "../ranking/ticket-query";
import { type Token, tokenize } from "../text/tokens";

/** Text beyond this many characters was pasted by mistake. */
const MAX_QUERY_LENGTH = 500;

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

/** At most `limit` articles for what was typed, best first; empty when nothing was found or typed. */
export async function searchArticles(
  index: LibraryIndex,
  readArticles: ReadArticles,
  text: string,
  limit: number,
): Promise<Hit[]> {
  const words = searchWords(index, text.slice(0, MAX_QUERY_LENGTH));
  if (words.length === 0) return [];
  const alternatives = words.map((word) => word.terms);
  const prefixLast = !/\s$/.test(text);
  const attempts = [
    { prefixLast, fuzzy: false, every: true },
    { prefixLast, fuzzy: true, every: true },
    { prefixLast, fuzzy: true, every: false },
  ];
  for (const attempt of attempts) {
    const candidates = index.findAll(alternatives, attempt).slice(0, limit);
    if (candidates.length === 0) continue;
    const articles = new Map(
      (await readArticles(candidates.map(({ article }) => article.id))).map((article) => [article.id, article]),
    );
    return candidates.flatMap(({ article: { id }, score, terms, queryTerms }) => {
      const article = articles.get(id);
      if (!article) return [];
      const weights = new Map(terms.map((term) => [term, inverseDocumentFrequency(index, term)]));
      const matchedTerms: MatchedTerm[] = words
        .filter((word) => word.terms.some((term) => queryTerms.includes(term)))
        .map((word) => ({ term: word.terms[0] ?? word.label, label: word.label }));
      return [{ id, score, passage: findPassage(article.sections, article.language, weights), matchedTerms }];
    });
  }
  return [];
}
