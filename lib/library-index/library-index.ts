/**
 * The in-memory index of all articles: typed arrays in segments, and beside them what ranking needs of each article
 * without reading it from the database. What it answers depends on the articles it holds and on nothing else: not on
 * their order, nor on what was there before, nor on whether it was loaded or built.
 */
import type { Article } from "../contract/article";
import { createRelatedTerms, type RelatedTerm } from "../text/related-terms";
import { createSimilarTerms, type SimilarTerm } from "../text/similar-terms";
import type { Bm25f, WeightedTerm } from "./bm25f";
import { FIELDS, type Field } from "./fields";
import { createFinder, type FoundPlace } from "./find-candidates";
import { createGatheredTerms } from "./gathered-terms";
import { type Occurrence, occurrencesIn, titleTermsOf } from "./occurrences";
import { termsWithPrefix } from "./prefix";
import { type ArticleFacts, readArticle } from "./read-article";
import { byCodeUnit, bytesOf, lengthOf, type Segment } from "./segment";
import { createSegmentStore, type Place } from "./segment-store";
import { countedIn, countedOf, createTally } from "./tally";

export type { Bm25f, WeightedTerm } from "./bm25f";
export { countIn, FIELDS, type Field } from "./fields";
export type { Occurrence } from "./occurrences";

/** What ranking keeps in memory of an article. */
export type IndexedArticle = ArticleFacts & { titleTerms: ReadonlySet<string> };

/**
 * An article with its BM25F score. `counts`: packed field counts of each term of the query, 0 when the article does not
 * have it; `countIn` reads them.
 */
export type Candidate = { article: IndexedArticle; score: number; counts: Uint32Array };

export type LibraryIndex = {
  readonly size: number;
  /** Bytes of the typed arrays; strings and the facts of articles come on top. */
  readonly bytes: number;
  /** Primary language subtags of the articles held. */
  languages(): string[];
  get(id: string): IndexedArticle | undefined;
  /** The same matter in other languages: source and sister translations of an article, by language. */
  translationsOf(id: string): IndexedArticle[];
  /** Adds an article or puts it in the place of its earlier version. */
  put(article: Article): void;
  /** Takes an article out; an unknown id changes nothing. */
  remove(id: string): void;
  /** How many articles hold a term. */
  documentFrequency(term: string): number;
  /** Terms in an article's field; 0 for an unknown id. */
  fieldLength(id: string, field: Field): number;
  /** Mean number of terms in a field, over all articles; 0 in an empty library. */
  averageLength(field: Field): number;
  /** Where an article has terms (each with a number of the caller's), in text order; empty for an unknown id. */
  occurrences(id: string, terms: ReadonlyMap<string, number>): Occurrence[];
  /** The `limit` best articles that hold any of the terms, best first, ties by id. */
  candidates(terms: WeightedTerm[], limit: number, bm25f: Bm25f): Candidate[];
  /** The same of given articles, whether or not they hold any of the terms, in the order given; unknown ids are left out. */
  candidatesById(ids: string[], terms: WeightedTerm[], bm25f: Bm25f): Candidate[];
  /** The `limit` best articles that hold a term of every group; `counts` are of all groups' terms in a row. */
  candidatesOfAll(groups: WeightedTerm[][], limit: number, bm25f: Bm25f): Candidate[];
  /** Terms of the library that a term may have been meant for: typing errors, compounds and their parts; at most `limit`. */
  relatedTerms(term: string, limit: number): RelatedTerm[];
  /** Terms of the library spelt like a term, the most alike first; at most `limit`. */
  similarTerms(term: string, limit: number): SimilarTerm[];
  /** How much a run of letters says in this library (`lib/text/similar-terms.ts`). */
  gramWeight(gram: string): number;
  /** Terms of the library that begin with a prefix, at most `limit`: those of most articles, ties by code unit. */
  termsWithPrefix(prefix: string, limit: number): string[];
  /** What holds the articles, for keeping: nothing in it stands for an article that was removed. */
  segments(): readonly Segment[];
  /** Takes kept segments in the place of everything held. */
  restore(segments: readonly Segment[]): void;
};

/** An empty index. */
export function createLibraryIndex(): LibraryIndex {
  const store = createSegmentStore();
  const similarTerms = createGatheredTerms(createSimilarTerms, () => tally.terms());
  const relatedTerms = createGatheredTerms(createRelatedTerms, () => tally.terms());
  function onTerm(term: string, isThere: boolean): void {
    similarTerms.follow(term, isThere);
    relatedTerms.follow(term, isThere);
  }
  let tally = createTally(onTerm);
  let finder = createFinder(tally);
  const indexed = new WeakMap<ArticleFacts, IndexedArticle>();

  function takeOut(id: string, isErased: boolean): void {
    const waiting = store.waiting(id);
    const place = waiting ? undefined : store.place(id);
    const counted = waiting ? countedOf(waiting) : place && countedIn(place.segment, place.document);
    if (counted) tally.remove(counted);
    store.drop(id, isErased);
  }

  function indexedAt({ segment, document }: Place): IndexedArticle | undefined {
    const facts = segment.articles[document];
    if (!facts) return undefined;
    const known = indexed.get(facts) ?? { ...facts, titleTerms: titleTermsOf(segment, document) };
    indexed.set(facts, known);
    return known;
  }

  function get(id: string): IndexedArticle | undefined {
    const place = store.place(id);
    return place && indexedAt(place);
  }

  function toCandidates(places: FoundPlace[]): Candidate[] {
    return places.flatMap(({ score, counts, ...place }) => {
      const article = indexedAt(place);
      return article ? [{ article, score, counts }] : [];
    });
  }

  return {
    get size() {
      return tally.size;
    },
    get bytes() {
      return store.segments().reduce((sum, segment) => sum + bytesOf(segment), 0);
    },
    languages: () => tally.languages(),
    get,
    translationsOf(id) {
      const others = tally.family(store.facts(id) ?? { id, translationOf: null });
      return others
        .flatMap((other) => get(other) ?? [])
        .sort((a, b) => byCodeUnit(a.language, b.language) || byCodeUnit(a.id, b.id));
    },
    put(article) {
      takeOut(article.id, false);
      const read = readArticle(article);
      store.add(read);
      tally.add(countedOf(read));
    },
    remove: (id) => takeOut(id, true),
    documentFrequency: (term) => tally.frequency(term),
    fieldLength(id, field) {
      const place = store.place(id);
      return place ? lengthOf(place.segment, place.document, FIELDS.indexOf(field)) : 0;
    },
    averageLength: (field) => tally.averageLength(FIELDS.indexOf(field)),
    occurrences(id, terms) {
      const place = store.place(id);
      return place ? occurrencesIn(place.segment, place.document, terms) : [];
    },
    candidates: (terms, limit, bm25f) => toCandidates(finder.findAny(store.segments(), terms, limit, bm25f)),
    candidatesById(ids, terms, bm25f) {
      const places = ids.flatMap((id) => store.place(id) ?? []);
      return toCandidates(finder.look(places, terms, bm25f));
    },
    candidatesOfAll(groups, limit, bm25f) {
      return toCandidates(finder.findAll(store.segments(), groups, limit, bm25f));
    },
    termsWithPrefix: (prefix, limit) => termsWithPrefix(store.segments(), tally, prefix, limit),
    similarTerms: (term, limit) => similarTerms.get().similar(term, limit),
    gramWeight: (gram) => similarTerms.get().gramWeight(gram),
    relatedTerms: (term, limit) => relatedTerms.get().related(term, { limit }),
    segments() {
      store.purge();
      return store.segments();
    },
    restore(segments) {
      similarTerms.forget();
      relatedTerms.forget();
      tally = createTally(onTerm);
      finder = createFinder(tally);
      store.replaceAll(segments);
      for (const segment of segments) tally.addSegment(segment);
    },
  };
}
