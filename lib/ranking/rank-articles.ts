/** From a ticket to an order of articles: candidates by BM25F, then a second look at the best few dozen. */
import type { Article } from "../contract/article";
import { type LearnedModel, NOTHING_LEARNED } from "../learning/learned-model";
import type { Candidate, IndexedArticle, LibraryIndex } from "../library-index/library-index";
import type { Ticket } from "../ticket";
import { confidenceOf } from "./confidence";
import { createSpectacles, lookAt, type SecondLook } from "./features";
import { bestLearned, evidenceFor, scoreLearned } from "./learned-evidence";
import { createTicketQuery, NO_TEAM_WORDS, type TeamWords, type TicketQuery } from "./ticket-query";
import * as weights from "./weights";

/** An article in the order of the second look; `score` is that of `look`, lowered by what an agent would rather not read first. */
export type RankedArticle = { article: IndexedArticle; score: number; look: SecondLook; counts: Uint32Array };

/** `ranked` is the whole order; `confidence` (0 to 1) is how likely its first article is a right one. */
export type Ranking = { query: TicketQuery; ranked: RankedArticle[]; confidence: number };

export type RankOptions = {
  /** Stems the agent took out of the query. */
  droppedTerms: string[];
  /** Epoch milliseconds, to tell which verifications are overdue. */
  nowMs: number;
  /** Synonyms and situations of the team; none unless told. */
  teamWords?: TeamWords;
  /** What past tickets taught; nothing unless told. */
  learned?: LearnedModel;
};

const DAY_MS = 86_400_000;

/** Whether an article's last verification is older than its owner promised; a never verified one counts from its last edit. */
export function isOverdue(
  article: Pick<Article, "verifiedAt" | "updatedAt" | "verifyEveryDays">,
  nowMs: number,
): boolean {
  return nowMs - Date.parse(article.verifiedAt ?? article.updatedAt) > article.verifyEveryDays * DAY_MS;
}

/** How many versions a translation is behind its source; 0 when it is none, or the source is not in the library. */
export function versionsBehind(index: LibraryIndex, article: IndexedArticle): number {
  const source = article.translationOf === null ? undefined : index.get(article.translationOf);
  return source && article.sourceVersion !== null ? Math.max(0, source.version - article.sourceVersion) : 0;
}

function trustFactor(index: LibraryIndex, article: IndexedArticle, nowMs: number): number {
  return (
    (isOverdue(article, nowMs) ? weights.OVERDUE_FACTOR : 1) *
    (versionsBehind(index, article) > 0 ? weights.LAGGING_TRANSLATION_FACTOR : 1) *
    (article.openFlags > 0 ? weights.OPEN_FLAG_FACTOR : 1)
  );
}

/**
 * The best few dozen articles by their words alone, and those that past tickets (`learnedIds`) speak for. Their counts are of
 * every stand-in of every term in a row.
 */
export function findCandidates(index: LibraryIndex, query: TicketQuery, learnedIds: string[]): Candidate[] {
  const terms = query.terms.flatMap(({ weight, alternatives }) =>
    alternatives.map(({ term, likeness }) => ({ term, weight: weight * likeness })),
  );
  const found = index.candidates(terms, weights.CANDIDATES, weights.WORDS_BM25F);
  const ids = new Set(found.map(({ article }) => article.id));
  const others = learnedIds.filter((id) => !ids.has(id));
  return [...found, ...index.candidatesById(others, terms, weights.WORDS_BM25F)];
}

/** Ranks the library for a ticket. The same ticket, library and lessons give the same order, whatever happened before. */
export function rankArticles(index: LibraryIndex, ticket: Ticket, options: RankOptions): Ranking {
  const query = createTicketQuery(index, ticket, options.droppedTerms, options.teamWords ?? NO_TEAM_WORDS);
  const spectacles = createSpectacles(index, query);
  const learned = scoreLearned(options.learned ?? NOTHING_LEARNED, query.customer);
  const candidates = findCandidates(index, query, bestLearned(learned, weights.LEARNED.candidates));
  const evidence = evidenceFor(
    index,
    learned,
    candidates.map(({ article }) => article.id),
  );
  const ranked = candidates
    .map((candidate): RankedArticle => {
      const { article, counts } = candidate;
      const look = lookAt(spectacles, candidate, evidence.get(article.id));
      const isForeign = query.languages.length > 0 && !query.languages.includes(article.language);
      const language = isForeign ? weights.OTHER_LANGUAGE_FACTOR : 1;
      return { article, counts, look, score: look.score * language * trustFactor(index, article, options.nowMs) };
    })
    .sort((a, b) => b.score - a.score || (a.article.id < b.article.id ? -1 : 1));
  return { query, ranked, confidence: confidenceOf(query, ranked) };
}
