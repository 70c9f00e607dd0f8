/**
 * The in-memory index of all articles: MiniSearch for the postings, and beside it what ranking needs of each article
 * without reading it from the database. Texts are turned into terms before MiniSearch sees them, because the stemmer
 * depends on the article's language.
 */
import MiniSearch, { type SearchResult } from "minisearch";
import type { Article } from "../contract/article";
import { BM25, FIELD_BOOSTS } from "../ranking/weights";
import { primaryLanguage } from "../text/languages";
import { termsOf } from "../text/tokens";

const FIELDS = Object.keys(FIELD_BOOSTS) as (keyof typeof FIELD_BOOSTS)[];

type IndexedText = { id: string } & Record<keyof typeof FIELD_BOOSTS, string>;

/** What ranking keeps in memory of an article. */
export type IndexedArticle = Pick<
  Article,
  | "id"
  | "title"
  | "version"
  | "translationOf"
  | "sourceVersion"
  | "verifiedAt"
  | "updatedAt"
  | "verifyEveryDays"
  | "openFlags"
> & { language: string; titleTerms: ReadonlySet<string> };

/** A term of a query with its weight. */
export type WeightedTerm = { term: string; weight: number };

/** An article with its BM25 score, the terms of its own that matched, and the query's terms that they matched. */
export type Candidate = { article: IndexedArticle; score: number; terms: string[]; queryTerms: string[] };

export type LibraryIndex = {
  readonly size: number;
  /** Primary language subtags of the articles held. */
  languages(): string[];
  get(id: string): IndexedArticle | undefined;
  /** The same matter in other languages: source and sister translations of an article, by language. */
  translationsOf(id: string): IndexedArticle[];
  /** Adds an article or puts it in the place of its earlier version. */
  put(article: Article): void;
  /** Takes an article out; an unknown id changes nothing. */
  remove(id: string): void;
  /** The terms of an article in the order of its text: title, headings, body; empty for an unknown id. */
  termSequence(id: string): string[];
  /** How many articles hold a term. */
  documentFrequency(term: string): number;
  /** The `limit` best articles that hold any of the terms, best first; ties by id, so that the order never depends on history. */
  findAny(terms: WeightedTerm[], limit: number): Candidate[];
  /**
   * Articles that hold every word, where each word is a list of alternative terms. `prefixLast` also takes terms that
   * begin with those of the last word. With `fuzzy`, words of five letters or more may differ by one letter in five.
   */
  findAll(words: string[][], options: { prefixLast: boolean; fuzzy: boolean; every: boolean }): Candidate[];
};

function indexedText(article: Article): IndexedText {
  const terms = (text: string) => termsOf(text, article.language).join(" ");
  return {
    id: article.id,
    title: terms(article.title),
    headings: terms(article.sections.map((section) => section.heading).join("\n")),
    tags: terms([...article.tags, ...article.situations, ...article.category].join("\n")),
    body: terms([article.summary, ...article.sections.map((section) => section.text)].join("\n")),
  };
}

function distinctTerms(text: IndexedText): Set<string> {
  return new Set(FIELDS.flatMap((field) => text[field].split(" ")).filter((term) => term !== ""));
}

function byScoreThenId(a: Candidate, b: Candidate): number {
  return b.score - a.score || (a.article.id < b.article.id ? -1 : 1);
}

/** An empty index. */
export function createLibraryIndex(): LibraryIndex {
  const engine = new MiniSearch<IndexedText>({
    fields: FIELDS,
    tokenize: (text) => text.split(" "),
    processTerm: (term) => term || null,
    searchOptions: { boost: FIELD_BOOSTS, bm25: BM25 },
  });
  const articles = new Map<string, IndexedArticle>();
  const texts = new Map<string, IndexedText>();
  const frequencies = new Map<string, number>();

  function count(terms: Iterable<string>, step: 1 | -1): void {
    for (const term of terms) {
      const frequency = (frequencies.get(term) ?? 0) + step;
      if (frequency > 0) frequencies.set(term, frequency);
      else frequencies.delete(term);
    }
  }

  /** Not `discard`: it leaves the old terms' frequencies behind, and the order would depend on what was there before. */
  function remove(id: string): void {
    const text = texts.get(id);
    if (!text) return;
    engine.remove(text);
    count(distinctTerms(text), -1);
    texts.delete(id);
    articles.delete(id);
  }

  /** MiniSearch multiplies a score by the number of query terms matched; dividing undoes it. */
  function candidates(results: SearchResult[]): Candidate[] {
    return results.flatMap((result) => {
      const article = articles.get(result.id as string);
      if (!article) return [];
      const { terms, queryTerms } = result;
      return [{ article, score: result.score / (queryTerms.length || 1), terms, queryTerms }];
    });
  }

  return {
    get size() {
      return articles.size;
    },
    languages: () =>
      [...new Set([...articles.values()].map((article) => article.language))].sort((a, b) => (a < b ? -1 : 1)),
    get: (id) => articles.get(id),
    translationsOf(id) {
      const sourceId = articles.get(id)?.translationOf ?? id;
      return [...articles.values()]
        .filter((other) => other.id !== id && (other.id === sourceId || other.translationOf === sourceId))
        .sort((a, b) => (a.language < b.language ? -1 : 1));
    },
    put(article) {
      remove(article.id);
      const text = indexedText(article);
      engine.add(text);
      count(distinctTerms(text), 1);
      texts.set(article.id, text);
      const { id, title, version, translationOf, sourceVersion, verifiedAt, updatedAt, verifyEveryDays, openFlags } =
        article;
      articles.set(id, {
        ...{ id, title, version, translationOf, sourceVersion, verifiedAt, updatedAt, verifyEveryDays, openFlags },
        language: primaryLanguage(article.language),
        titleTerms: new Set(text.title.split(" ").filter((term) => term !== "")),
      });
    },
    remove,
    termSequence(id) {
      const text = texts.get(id);
      return text ? `${text.title} | ${text.headings} | ${text.body}`.split(" ") : [];
    },
    documentFrequency: (term) => frequencies.get(term) ?? 0,
    findAny(terms, limit) {
      const weights = new Map(terms.map(({ term, weight }) => [term, weight]));
      const results = engine.search([...weights.keys()].join(" "), { boostTerm: (term) => weights.get(term) ?? 1 });
      return candidates(results).sort(byScoreThenId).slice(0, limit);
    },
    findAll(words, { prefixLast, fuzzy, every }) {
      const queries = words.map((alternatives, position) => ({
        combineWith: "OR" as const,
        queries: alternatives,
        prefix: prefixLast && position === words.length - 1,
        fuzzy: fuzzy ? (term: string) => (term.length >= 5 ? 0.2 : false) : false,
      }));
      return candidates(engine.search({ combineWith: every ? "AND" : "OR", queries })).sort(byScoreThenId);
    },
  };
}
