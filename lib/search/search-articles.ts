/**
 * The search box: every word counts, the last one may be unfinished, and typing errors are forgiven only when the words
 * as typed find nothing. A few typed words do not tell their language, so each is looked up in all of the base's. Words in
 * quotation marks must stand together; the team's synonyms help when the words themselves find little.
 */
import type { Article } from "../contract/article";
import type { Candidate, IndexedArticle, LibraryIndex, WeightedTerm } from "../library-index/library-index";
import type { Hit, ReadArticles } from "../ranking/suggest-articles";
import { NO_SYNONYMS, type Synonyms } from "../ranking/synonyms";
import { inverseDocumentFrequency } from "../ranking/ticket-query";
import { explainHit, SEARCH_BM25F } from "./explain-hit";
import { passesFilters, type SearchFilters } from "./filters";
import { createPhraseSearch } from "./phrase-places";
import { hasPhrase, type Phrase, readQueryText } from "./query-text";
import { searchWords } from "./search-words";
import { spellingsOf } from "./spellings";
import { type SynonymWord, synonymQueries } from "./synonym-queries";

/** Text beyond this many characters was pasted by mistake. */
const MAX_QUERY_LENGTH = 500;

/** With fewer articles than these the words themselves found little. */
const FEW_HITS = 3;

/** Where not every article counts, so many of the best are looked through before all are. */
const FIRST_LOOK = 500;

export type SearchOptions = {
  filters?: SearchFilters;
  /** What the team says means the same; nothing unless told. */
  synonyms?: Synonyms;
  /** Epoch milliseconds, to tell which verifications are overdue. */
  nowMs?: number;
};

/** What every attempt at a search shares. `isMeant` asks the index, `holds` the article itself; null: every article counts. */
type Search = {
  index: LibraryIndex;
  readArticles: ReadArticles;
  limit: number;
  isMeant: ((article: IndexedArticle) => boolean) | null;
  holds(article: Article): boolean;
};

type Attempt = { words: readonly SynonymWord[]; prefixLast: boolean; fuzzy: boolean; every: boolean };

/** The terms to look for in the place of each word. */
function groupsOf(index: LibraryIndex, { words, prefixLast, fuzzy }: Attempt): WeightedTerm[][] {
  return words.map(({ terms }, position) => {
    const isUnfinished = prefixLast && position === words.length - 1;
    const spellings = spellingsOf(index, terms, { isUnfinished, fuzzy });
    return spellings.map(({ term, likeness }) => ({ term, weight: likeness * inverseDocumentFrequency(index, term) }));
  });
}

function candidatesFor({ index, limit, isMeant }: Search, groups: WeightedTerm[][], every: boolean): Candidate[] {
  const best = (most: number) =>
    every ? index.candidatesOfAll(groups, most, SEARCH_BM25F) : index.candidates(groups.flat(), most, SEARCH_BM25F);
  if (!isMeant) return best(limit);
  const meant = (found: Candidate[]) => found.filter(({ article }) => isMeant(article));
  const first = best(FIRST_LOOK);
  const passing = meant(first);
  return passing.length >= limit || first.length < FIRST_LOOK ? passing : meant(best(index.size));
}

/** What an attempt finds, without the articles in `known`. */
async function attemptSearch(search: Search, attempt: Attempt, known: ReadonlySet<string>): Promise<Hit[]> {
  const { index, readArticles, limit, holds } = search;
  const groups = groupsOf(index, attempt);
  const candidates = candidatesFor(search, groups, attempt.every).filter(({ article }) => !known.has(article.id));
  const hits: Hit[] = [];
  for (let from = 0; from < candidates.length && hits.length < limit; from += limit) {
    const slice = candidates.slice(from, from + limit);
    const articles = await readArticles(slice.map(({ article }) => article.id));
    const byId = new Map(articles.map((article) => [article.id, article]));
    for (const candidate of slice) {
      const article = byId.get(candidate.article.id);
      if (article && holds(article)) hits.push(explainHit(index, attempt.words, groups, candidate, article));
    }
  }
  return hits.slice(0, limit);
}

/** What stands in an article, each stretch by itself: a phrase does not go over the end of a paragraph's heading. */
function stretchesOf({ title, summary, sections, tags, category }: Article): string[] {
  return [title, summary, ...sections.flatMap(({ heading, text }) => [heading, text]), ...tags, ...category];
}

function createSearch(
  index: LibraryIndex,
  readArticles: ReadArticles,
  limit: number,
  phrases: Phrase[],
  { filters, nowMs = 0 }: SearchOptions,
): Search {
  const mayHold = phrases.map((phrase) => createPhraseSearch(index, phrase));
  const isNarrow = filters !== undefined || phrases.length > 0;
  return {
    ...{ index, readArticles, limit },
    isMeant: isNarrow
      ? (article) =>
          (!filters || passesFilters(article, filters, nowMs)) && mayHold.every((holdsPhrase) => holdsPhrase(article))
      : null,
    holds(article) {
      if (phrases.length === 0) return true;
      const stretches = stretchesOf(article);
      return phrases.every((phrase) => stretches.some((stretch) => hasPhrase(stretch, phrase)));
    },
  };
}

/** At most `limit` articles for what was typed, best first; empty when nothing was found or typed. */
export async function searchArticles(
  index: LibraryIndex,
  readArticles: ReadArticles,
  typed: string,
  limit: number,
  options: SearchOptions = {},
): Promise<Hit[]> {
  const { words: text, phrases } = readQueryText(typed.slice(0, MAX_QUERY_LENGTH));
  const words = searchWords(index, text).map((word) => ({ ...word, said: null }));
  if (words.length === 0) return [];
  const search = createSearch(index, readArticles, limit, phrases, options);
  const prefixLast = phrases.at(-1)?.isOpen ?? !/\s$/.test(text);
  const needed = words.filter(({ isNeeded }) => isNeeded);
  const readings = needed.length > 0 && needed.length < words.length ? [words, needed] : [words];

  const hits: Hit[] = [];
  async function add(attempt: Attempt): Promise<void> {
    if (hits.length >= limit) return;
    const found = await attemptSearch(search, attempt, new Set(hits.map(({ id }) => id)));
    // Later attempts answer another question: what they find stands behind, whatever its score.
    const most = hits.at(-1)?.score ?? Number.POSITIVE_INFINITY;
    hits.push(...found.map((hit) => ({ ...hit, score: Math.min(hit.score, most) })));
    hits.splice(limit);
  }
  for (const each of readings) await add({ words: each, prefixLast, fuzzy: false, every: true });
  if (hits.length < FEW_HITS && phrases.length === 0) {
    for (const query of synonymQueries(index, text, words, options.synonyms ?? NO_SYNONYMS)) {
      await add({ words: query, prefixLast: false, fuzzy: false, every: true });
    }
  }
  for (const each of readings) {
    if (hits.length === 0) await add({ words: each, prefixLast, fuzzy: true, every: true });
  }
  if (hits.length === 0) await add({ words, prefixLast, fuzzy: true, every: false });
  return hits;
}
