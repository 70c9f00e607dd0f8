/**
 * From a ticket to at most five articles, or none: candidates by BM25, a second look at the best few dozen, a cut, and
 * for what remains the passage and the terms that explain it.
 */
import type { Article } from "../contract/article";
import type { Candidate, IndexedArticle, LibraryIndex } from "../library-index/library-index";
import { fold } from "../text/fold";
import type { Ticket } from "../ticket";
import { confidenceOf, MIN_CONFIDENCE } from "./confidence";
import { findPassage, type Passage } from "./passage";
import {
  createTicketQuery,
  forEachPair,
  inverseDocumentFrequency,
  type QueryTerm,
  type TicketQuery,
} from "./ticket-query";
import * as weights from "./weights";

/** A term of the query that the article holds: its stem, and the word as the ticket or the search box has it. */
export type MatchedTerm = { term: string; label: string };

/** As many words explain a hit: the rest are everyday words, which would mark half of every article. */
const MAX_MATCHED_WORDS = 8;

/** An article found, with what explains it: its strongest words first. */
export type Hit = { id: string; score: number; passage: Passage | null; matchedTerms: MatchedTerm[] };

/** An article in the order of the second look. `titleWeight` sums the inverse document frequencies
 * of its title's terms that the ticket has. */
export type RankedArticle = { article: IndexedArticle; score: number; terms: string[]; titleWeight: number };

/** `ranked` is the whole order; `confidence` (0 to 1) that a right article is among its first five decides whether any is shown. */
export type Ranking = { query: TicketQuery; ranked: RankedArticle[]; confidence: number };

export type SuggestOptions = {
  /** Stems the agent took out of the query. */
  droppedTerms: string[];
  /** Epoch milliseconds, to tell which verifications are overdue. */
  nowMs: number;
};

/** Reads articles by id, in the order asked for; missing ones are left out. */
export type ReadArticles = (ids: string[]) => Promise<Article[]>;

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

function titleMatch(index: LibraryIndex, article: IndexedArticle, terms: ReadonlySet<string>) {
  let covered = 0;
  let total = 0;
  for (const term of article.titleTerms) {
    const idf = inverseDocumentFrequency(index, term);
    total += idf;
    if (terms.has(term)) covered += idf;
  }
  return { weight: covered, coverage: total === 0 ? 0 : covered / total };
}

function trustFactor(index: LibraryIndex, article: IndexedArticle, nowMs: number): number {
  return (
    (isOverdue(article, nowMs) ? weights.OVERDUE_FACTOR : 1) *
    (versionsBehind(index, article) > 0 ? weights.LAGGING_TRANSLATION_FACTOR : 1) *
    (article.openFlags > 0 ? weights.OPEN_FLAG_FACTOR : 1)
  );
}

function pairWeightOf(index: LibraryIndex, query: TicketQuery, terms: ReadonlySet<string>, articleId: string): number {
  const found = new Set<string>();
  forEachPair(
    index.termSequence(articleId),
    (term) => terms.has(term),
    (key) => found.add(key),
  );
  let weight = 0;
  for (const key of found) weight += query.pairs.get(key) ?? 0;
  return weight;
}

function lookAgain(index: LibraryIndex, query: TicketQuery, candidates: Candidate[], nowMs: number): RankedArticle[] {
  const terms = new Set(query.terms.map(({ term }) => term));
  return candidates
    .map(({ article, score, terms: matched }) => {
      const isForeign = query.language !== null && article.language !== query.language;
      const language = isForeign ? weights.OTHER_LANGUAGE_FACTOR : 1;
      const title = titleMatch(index, article, terms);
      const titleFactor = 1 + weights.TITLE_COVERAGE_WEIGHT * title.coverage;
      const pairWeight = pairWeightOf(index, query, terms, article.id);
      const words = score + weights.PAIRS.weight * pairWeight;
      const whole = words * titleFactor * language * trustFactor(index, article, nowMs);
      return { article, terms: matched, titleWeight: title.weight, score: whole };
    })
    .sort((a, b) => b.score - a.score || (a.article.id < b.article.id ? -1 : 1));
}

/** Ranks the library for a ticket. The same ticket and library give the same order, whatever happened before. */
export function rankArticles(index: LibraryIndex, ticket: Ticket, options: SuggestOptions): Ranking {
  const query = createTicketQuery(index, ticket, options.droppedTerms);
  const candidates = index.findAny(query.terms, weights.CANDIDATES);
  const ranked = lookAgain(index, query, candidates, options.nowMs);
  return { query, ranked, confidence: confidenceOf(query, ranked, index.size) };
}

/** Whether the same matter is in the library in the ticket's own language: the foreign version then only takes a place. */
function hasVersionIn(index: LibraryIndex, article: IndexedArticle, language: string | null): boolean {
  if (language === null || article.language === language) return false;
  return index.translationsOf(article.id).some((other) => other.language === language);
}

/** The strongest words of the query that an article holds; a word that stands for several terms comes once. */
function matchedWords(terms: QueryTerm[], matched: string[]): { chips: MatchedTerm[]; marked: Set<string> } {
  const held = new Set(matched);
  const byLabel = new Map<string, string[]>();
  for (const { term, label } of terms) {
    if (!held.has(term)) continue;
    const key = fold(label);
    const known = byLabel.get(key);
    if (known) known.push(term);
    else if (byLabel.size < MAX_MATCHED_WORDS) byLabel.set(key, [term]);
  }
  const labels = new Map(terms.map(({ term, label }) => [term, label]));
  const chips = [...byLabel.values()].flatMap(([term = ""]) => ({ term, label: labels.get(term) ?? term }));
  return { chips, marked: new Set([...byLabel.values()].flat()) };
}

/** `hits` are what an agent sees, best first, empty when nothing fits; `ranking` is what they were chosen from. */
export type Suggested = { hits: Hit[]; ranking: Ranking };

/** The suggestions for a ticket. */
export async function suggestArticles(
  index: LibraryIndex,
  readArticles: ReadArticles,
  ticket: Ticket,
  options: SuggestOptions,
): Promise<Suggested> {
  const ranking = rankArticles(index, ticket, options);
  const { query, ranked, confidence } = ranking;
  const first = ranked[0];
  if (!first || confidence < MIN_CONFIDENCE) return { hits: [], ranking };
  const shown = ranked
    .filter(({ article }) => !hasVersionIn(index, article, query.language))
    .filter(({ score }) => score >= first.score * weights.MIN_SHARE_OF_FIRST)
    .slice(0, weights.MAX_SUGGESTIONS);
  const articles = new Map(
    (await readArticles(shown.map(({ article }) => article.id))).map((article) => [article.id, article]),
  );
  const termWeights = new Map(query.terms.map(({ term, weight, idf }) => [term, weight * idf]));
  const hits = shown.flatMap(({ article: { id }, score, terms }) => {
    const article = articles.get(id);
    if (!article) return [];
    const { chips, marked } = matchedWords(query.terms, terms);
    const passage = findPassage(article.sections, article.language, termWeights, marked);
    return [{ id, score, passage, matchedTerms: chips }];
  });
  return { hits, ranking };
}
