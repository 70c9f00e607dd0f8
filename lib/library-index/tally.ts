/** What the library as a whole knows of its articles: how many hold each term, how long their fields are, what belongs together. */
import { createCatalogue } from "./catalogue";
import { FIELDS } from "./fields";
import type { ArticleFacts, ReadArticle } from "./read-article";
import { lengthOf, liveFrequency, type Segment, termsOfDocument } from "./segment";

/** The part of an article that is counted; `terms` are those it has, each once. */
type Counted = { facts: ArticleFacts; terms: Iterable<string>; lengths: readonly number[] };

export type Tally = {
  readonly size: number;
  /** Another number after every change. */
  readonly revision: number;
  languages(): string[];
  /** Ids of the source and the sister translations of an article. */
  family(facts: Pick<ArticleFacts, "id" | "translationOf">): string[];
  /** How many articles hold a term. */
  frequency(term: string): number;
  /** Every term that some article holds. */
  terms(): Iterable<string>;
  /** Mean number of terms in a field, by its place in FIELDS; 0 in an empty library. */
  averageLength(field: number): number;
  add(article: Counted): void;
  remove(article: Counted): void;
  /** Adds the live articles of a segment at once. */
  addSegment(segment: Segment): void;
};

/** What is counted of an article that was just read. */
export function countedOf({ facts, counts, lengths }: ReadArticle): Counted {
  return { facts, terms: counts.keys(), lengths };
}

function lengthsIn(segment: Segment, document: number): number[] {
  return FIELDS.map((_, field) => lengthOf(segment, document, field));
}

/** The same of an article in a segment; null for a document that does not exist. */
export function countedIn(segment: Segment, document: number): Counted | null {
  const facts = segment.articles[document];
  if (!facts) return null;
  const terms = [...termsOfDocument(segment, document)].map((number) => segment.terms[number] ?? "");
  return { facts, terms, lengths: lengthsIn(segment, document) };
}

/** Nothing counted yet. `onTerm` hears when a term comes in (true) or has gone (false). */
export function createTally(onTerm: (term: string, isThere: boolean) => void): Tally {
  const catalogue = createCatalogue();
  const frequencies = new Map<string, number>();
  const totals = FIELDS.map(() => 0);
  let size = 0;
  let revision = 0;

  function countTerm(term: string, step: number): void {
    const before = frequencies.get(term) ?? 0;
    const after = before + step;
    if (after > 0) frequencies.set(term, after);
    else frequencies.delete(term);
    if (before > 0 !== after > 0) onTerm(term, after > 0);
  }

  function count({ facts, terms, lengths }: Counted, step: 1 | -1): void {
    for (const term of terms) countTerm(term, step);
    lengths.forEach((length, field) => {
      totals[field] = (totals[field] ?? 0) + step * length;
    });
    if (step === 1) catalogue.add(facts);
    else catalogue.remove(facts);
    size += step;
    revision += 1;
  }

  return {
    get size() {
      return size;
    },
    get revision() {
      return revision;
    },
    languages: catalogue.languages,
    family: catalogue.family,
    frequency: (term) => frequencies.get(term) ?? 0,
    terms: () => frequencies.keys(),
    averageLength: (field) => (size === 0 ? 0 : (totals[field] ?? 0) / size),
    add: (article) => count(article, 1),
    remove: (article) => count(article, -1),
    addSegment(segment) {
      segment.terms.forEach((term, number) => {
        const live = liveFrequency(segment, number);
        if (live > 0) countTerm(term, live);
      });
      segment.articles.forEach((facts, document) => {
        if (segment.dead[document] === 0) count({ facts, terms: [], lengths: lengthsIn(segment, document) }, 1);
      });
    },
  };
}
