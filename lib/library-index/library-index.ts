/**
 * The in-memory index of all articles: typed arrays in segments, and beside them what ranking needs of each article
 * without reading it from the database. What it answers depends on the articles it holds and on nothing else: not on
 * their order, nor on what was there before, nor on whether it was loaded or built.
 */
import type { Article } from "../contract/article";
import { createSimilarTerms, type SimilarTerm } from "../text/similar-terms";
import type { ScoredPlace } from "./best-places";
import { type Bm25f, countsInDocument, scoreOf, type WeightedTerm } from "./bm25f";
import { createCatalogue } from "./catalogue";
import { FIELDS, type Field } from "./fields";
import { createNorms, findAll, findAny } from "./find-candidates";
import { type Occurrence, occurrencesIn, termSequenceOf, titleTermsOf } from "./occurrences";
import { type ArticleFacts, readArticle } from "./read-article";
import { byCodeUnit, bytesOf, lengthOf, liveFrequency, lowerBound, type Segment, termsOfDocument } from "./segment";
import { createSegmentStore, type Place } from "./segment-store";
import { type RelatedTerm, typingErrors } from "./typing-errors";
import { createVocabulary } from "./vocabulary";

export type { Bm25f, WeightedTerm } from "./bm25f";
export { countIn, FIELDS, type Field } from "./fields";
export type { Occurrence } from "./occurrences";

/** What ranking keeps in memory of an article. */
export type IndexedArticle = ArticleFacts & { titleTerms: ReadonlySet<string> };

/**
 * An article with its BM25F score. `counts`: packed field counts of each term of the query, 0 when the article does not
 * have it; `countIn` reads them. `terms`: those of the query that the article has.
 */
export type Candidate = { article: IndexedArticle; score: number; counts: Uint32Array; terms: string[] };

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
  /** As `candidates`, with the constants ranking had before it chose its own. */
  findAny(terms: WeightedTerm[], limit: number): Candidate[];
  /** The terms of an article in the order of its text, "|" between its parts; empty for an unknown id. */
  termSequence(id: string): string[];
  /** Terms of the library that a term may have been meant for: typing errors, compounds and their parts. */
  relatedTerms(term: string): RelatedTerm[];
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

const EARLIER_BM25F: Bm25f = {
  k: 2,
  fields: {
    title: { share: 2.5, b: 0.75 },
    headings: { share: 1.3, b: 0.75 },
    tags: { share: 1.2, b: 0.75 },
    body: { share: 1, b: 0.75 },
  },
};

/** An empty index. */
export function createLibraryIndex(): LibraryIndex {
  const store = createSegmentStore();
  const catalogue = createCatalogue();
  let similarTerms = createSimilarTerms();
  const vocabulary = createVocabulary((term, isThere) => {
    if (isThere) similarTerms.add(term);
    else similarTerms.remove(term);
  });
  const indexed = new WeakMap<ArticleFacts, IndexedArticle>();
  const totals = FIELDS.map(() => 0);
  let size = 0;
  let revision = 0;

  function termsWithPrefix(prefix: string, limit: number): string[] {
    const found = new Set<string>();
    for (const { terms } of store.segments()) {
      for (let at = lowerBound(terms, prefix); terms[at]?.startsWith(prefix); at += 1) found.add(terms[at] ?? "");
    }
    const frequency = vocabulary.frequency;
    return [...found]
      .filter((term) => frequency(term) > 0)
      .sort((a, b) => frequency(b) - frequency(a) || byCodeUnit(a, b))
      .slice(0, limit);
  }

  const averageOf = (field: number) => (size === 0 ? 0 : (totals[field] ?? 0) / size);
  const norms = createNorms(
    () => FIELDS.map((_, field) => averageOf(field)),
    () => revision,
  );

  function count(facts: ArticleFacts, terms: Iterable<string>, lengths: number[], step: 1 | -1): void {
    vocabulary.count(terms, step);
    lengths.forEach((length, field) => {
      totals[field] = (totals[field] ?? 0) + step * length;
    });
    if (step === 1) catalogue.add(facts);
    else catalogue.remove(facts);
    size += step;
    revision += 1;
  }

  /** What `count` does for each article, all at once: a loaded library has thousands. */
  function countSegment(segment: Segment): void {
    segment.terms.forEach((term, number) => {
      vocabulary.count([term], liveFrequency(segment, number));
    });
    segment.articles.forEach((facts, document) => {
      if (segment.dead[document] === 1) return;
      const lengths = FIELDS.map((_, field) => lengthOf(segment, document, field));
      count(facts, [], lengths, 1);
    });
  }

  function countPlace({ segment, document }: Place, step: 1 | -1): void {
    const facts = segment.articles[document];
    if (!facts) return;
    const terms = [...termsOfDocument(segment, document)].map((number) => segment.terms[number] ?? "");
    const lengths = FIELDS.map((_, field) => lengthOf(segment, document, field));
    count(facts, terms, lengths, step);
  }

  function takeOut(id: string, isErased: boolean): void {
    const waiting = store.waiting(id);
    const place = waiting ? undefined : store.place(id);
    if (waiting) count(waiting.facts, waiting.counts.keys(), waiting.lengths, -1);
    else if (place) countPlace(place, -1);
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

  function candidatesAt(places: ScoredPlace[], terms: WeightedTerm[]): Candidate[] {
    return places.flatMap(({ segment, document, score }) => {
      const article = indexedAt({ segment, document });
      if (!article) return [];
      const counts = countsInDocument(segment, document, terms);
      const held = terms.flatMap(({ term }, at) => (counts[at] === 0 ? [] : [term]));
      return [{ article, score, counts, terms: held }];
    });
  }

  return {
    get size() {
      return size;
    },
    get bytes() {
      return store.segments().reduce((sum, segment) => sum + bytesOf(segment), 0);
    },
    languages: catalogue.languages,
    get,
    translationsOf(id) {
      const others = catalogue.family(store.facts(id) ?? { id, translationOf: null });
      return others
        .flatMap((other) => get(other) ?? [])
        .sort((a, b) => byCodeUnit(a.language, b.language) || byCodeUnit(a.id, b.id));
    },
    put(article) {
      takeOut(article.id, false);
      const read = readArticle(article);
      store.add(read);
      count(read.facts, read.counts.keys(), read.lengths, 1);
    },
    remove: (id) => takeOut(id, true),
    documentFrequency: vocabulary.frequency,
    fieldLength(id, field) {
      const place = store.place(id);
      return place ? lengthOf(place.segment, place.document, FIELDS.indexOf(field)) : 0;
    },
    averageLength: (field) => averageOf(FIELDS.indexOf(field)),
    occurrences(id, terms) {
      const place = store.place(id);
      return place ? occurrencesIn(place.segment, place.document, terms) : [];
    },
    candidates(terms, limit, bm25f) {
      return candidatesAt(findAny({ segments: store.segments(), bm25f, norms, limit }, terms), terms);
    },
    candidatesById(ids, terms, bm25f) {
      const places = ids.flatMap((id) => store.place(id) ?? []);
      return candidatesAt(
        places.map((place) => ({ ...place, score: 0 })),
        terms,
      ).map((candidate, at) => {
        const { segment, document } = places[at] as Place;
        const score = scoreOf(candidate.counts, terms, norms(segment, bm25f), document, bm25f.k);
        return { ...candidate, score };
      });
    },
    candidatesOfAll(groups, limit, bm25f) {
      return candidatesAt(findAll({ segments: store.segments(), bm25f, norms, limit }, groups), groups.flat());
    },
    findAny(terms, limit) {
      return candidatesAt(findAny({ segments: store.segments(), bm25f: EARLIER_BM25F, norms, limit }, terms), terms);
    },
    termSequence(id) {
      const place = store.place(id);
      return place ? termSequenceOf(place.segment, place.document) : [];
    },
    termsWithPrefix,
    similarTerms: (term, limit) => similarTerms.similar(term, limit),
    gramWeight: (gram) => similarTerms.gramWeight(gram),
    relatedTerms: (term) => typingErrors(term, termsWithPrefix("", Number.POSITIVE_INFINITY)),
    segments() {
      store.purge();
      return store.segments();
    },
    restore(segments) {
      vocabulary.clear();
      similarTerms = createSimilarTerms();
      catalogue.clear();
      totals.fill(0);
      size = 0;
      store.replaceAll(segments);
      for (const segment of segments) countSegment(segment);
    },
  };
}
