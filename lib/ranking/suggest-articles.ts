/** From a ticket to at most five articles, or none, each with what explains it. */
import type { Article } from "../contract/article";
import { DEFAULT_SUGGEST_WHEN, type SuggestWhen } from "../contract/suggest-when";
import type { IndexedArticle, LibraryIndex } from "../library-index/library-index";
import type { Ticket } from "../ticket";
import { type Certainty, certaintyOf } from "./confidence";
import { type MatchedTerm, matchedWords } from "./matched-words";
import { findPassage, type Passage } from "./passage";
import { type Ranking, type RankOptions, rankArticles } from "./rank-articles";
import { MAX_SUGGESTIONS, MIN_SHARE_OF_FIRST } from "./weights";

export type { MatchedTerm };

/** An article found, with what explains it: its strongest words first. */
export type Hit = { id: string; score: number; passage: Passage | null; matchedTerms: MatchedTerm[] };

/** Reads articles by id, in the order asked for; missing ones are left out. */
export type ReadArticles = (ids: string[]) => Promise<Article[]>;

/** Whether the same matter is in the library in the ticket's own language: the foreign version then only takes a place. */
function hasVersionIn(index: LibraryIndex, article: IndexedArticle, language: string | null): boolean {
  if (language === null || article.language === language) return false;
  return index.translationsOf(article.id).some((other) => other.language === language);
}

/**
 * `hits` are what an agent sees, best first, empty when nothing fits; `certainty` is null then. `ranking` is what they were
 * chosen from.
 */
export type Suggested = { hits: Hit[]; certainty: Certainty | null; ranking: Ranking };

export type SuggestOptions = RankOptions & {
  /** How sure suggestions must be to be shown; balanced unless told. */
  suggestWhen?: SuggestWhen;
};

/** The suggestions for a ticket. */
export async function suggestArticles(
  index: LibraryIndex,
  readArticles: ReadArticles,
  ticket: Ticket,
  { suggestWhen = DEFAULT_SUGGEST_WHEN, ...options }: SuggestOptions,
): Promise<Suggested> {
  const ranking = rankArticles(index, ticket, options);
  const { query, ranked, confidence } = ranking;
  const first = ranked[0];
  const certainty = certaintyOf(confidence, suggestWhen);
  if (!first || certainty === null) return { hits: [], certainty: null, ranking };
  const shown = ranked
    .filter(({ article }) => !hasVersionIn(index, article, query.language))
    .filter(({ score }) => score >= first.score * MIN_SHARE_OF_FIRST)
    .slice(0, MAX_SUGGESTIONS);
  const articles = new Map(
    (await readArticles(shown.map(({ article }) => article.id))).map((article) => [article.id, article]),
  );
  const hits = shown.flatMap((one) => {
    const article = articles.get(one.article.id);
    if (!article) return [];
    const { matchedTerms, marked, termWeights } = matchedWords(query, one);
    const passage = findPassage(article.sections, article.language, termWeights, marked);
    return [{ id: article.id, score: one.score, passage, matchedTerms }];
  });
  return { hits, certainty: hits.length > 0 ? certainty : null, ranking };
}
