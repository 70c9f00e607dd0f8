/** From a ticket to a capped, weighted query. */
import type { LibraryIndex } from "../library-index/library-index";
import { gramsOf } from "../text/similar-terms";
import { tokenize, tokenizeAll } from "../text/tokens";
import type { Ticket } from "../ticket";
import type { CustomerTerms } from "./learned-evidence";
import { type Occurring, pairsOf, termsOfPair } from "./pairs";
import { NO_SITUATIONS, type RecognisedSituation, type Situations } from "./situations";
import { NO_SYNONYMS, type Synonyms } from "./synonyms";
import { ticketLanguages, type Zone, zonesOf } from "./ticket-zones";
import { ALTERNATIVES, MAX_QUERY_TERMS } from "./weights";

/** A word of the base that stands in for a word of the ticket, and how well, 0 to 1. The word itself is the first, with 1. */
export type Alternative = { term: string; likeness: number };

/**
 * A term of the query; `label` is the ticket's own word for it, `weight` what it counts for in all. `isSynonym`: the ticket has another word that the team says means the same.
 */
export type QueryTerm = {
  term: string;
  label: string;
  weight: number;
  isSynonym: boolean;
  alternatives: Alternative[];
};

/**
 * `totalWeight` is that of all the ticket's terms that count, known to the base or not, `unknownWeight` the part of it that no
 * article holds in any spelling. `pairs`: by `pairKey` of two terms' places in `terms`, what it is worth when an article has them
 * as close together as the ticket. `letters`: weights of the runs of letters in the ticket's words, the squares of which sum to 1.
 */
export type TicketQuery = {
  /** The language the customer writes most; null when it could not be told. */
  language: string | null;
  /** All languages the customer writes. */
  languages: string[];
  terms: QueryTerm[];
  totalWeight: number;
  unknownWeight: number;
  pairs: ReadonlyMap<number, number>;
  letters: ReadonlyMap<string, number>;
  situations: RecognisedSituation[];
  /** Terms of the ticket's fields and tags, to compare with the articles' tags and categories. */
  fieldTerms: ReadonlySet<string>;
  customer: CustomerTerms;
};

/** What the team says of words. */
export type TeamWords = { synonyms: Synonyms; situations: Situations };
export const NO_TEAM_WORDS: TeamWords = { synonyms: NO_SYNONYMS, situations: NO_SITUATIONS };

/** Days, hours and counts: they match anywhere and name nothing. */
const SMALL_NUMBER = /^\d{1,2}$/;

/**
 * As many words that the base does not have are looked up by their spelling, the weightiest first: a log or a mail in another
 * language is made of nothing else.
 */
const MAX_UNKNOWN_LOOKED_UP = 40;

/** Zones that weigh less are somebody else's words: their letters are left out. */
const MIN_OWN_WEIGHT = 0.5;

type Word = { terms: string[]; label: string; isStopWord: boolean };
/** `words` are those that carry terms, `all` has the function words between them. */
type ReadZone = { weight: number; language: string | null; words: Word[]; all: Word[] };
/** `isCovered`: the team has a synonym for the word it comes from. */
type Found = { term: string; label: string; mass: number; isSynonym: boolean; isCovered: boolean };

/** Inverse document frequency as BM25 has it (Robertson and Spärck Jones, with 1 added to stay above zero). */
export function inverseDocumentFrequency(index: LibraryIndex, term: string): number {
  const frequency = index.documentFrequency(term);
  return Math.log(1 + (index.size - frequency + 0.5) / (frequency + 0.5));
}

/** Each zone's words, once for each language it is read in. Who drops one term of a word drops the word. */
function readZones(zones: Zone[], languages: (string | null)[], dropped: ReadonlySet<string>): ReadZone[] {
  return zones.flatMap(({ text, weight }) =>
    languages.map((language) => {
      const all = tokenizeAll(text, language)
        .map(({ terms, word, isStopWord }) => ({ terms, label: word, isStopWord }))
        .filter(({ terms }) => !terms.some((term) => dropped.has(term)));
      return { weight, language, all, words: all.filter(({ isStopWord }) => !isStopWord) };
    }),
  );
}

/** Every term with the sum of the weights of all its places, the first word it came with, and the synonyms the team has for it. */
function gather(zones: ReadZone[], synonyms: Synonyms, dropped: ReadonlySet<string>): Found[] {
  const found = new Map<string, Found>();
  const add = (term: string, label: string, mass: number, isSynonym: boolean) => {
    const known = found.get(term);
    if (!known) found.set(term, { term, label, mass, isSynonym, isCovered: false });
    else if (known.isSynonym === isSynonym) known.mass += mass;
  };
  for (const { weight, words } of zones) {
    for (const { terms, label } of words) for (const term of terms) add(term, label, weight, false);
  }
  for (const { weight, language, words } of zones) {
    for (const { terms, label, weight: share } of synonyms.expand(words, language)) {
      if (terms.some((term) => dropped.has(term))) continue;
      for (const term of terms) add(term, label, weight * share, true);
      for (const covered of tokenize(label, language).flatMap((word) => word.terms)) {
        const known = found.get(covered);
        if (known) known.isCovered = true;
      }
    }
  }
  return [...found.values()];
}

/** A word of the base in place of the ticket's: alike in letters, and for a word the base does not have what it may have been meant for. */
function alternativesOf(index: LibraryIndex, term: string): Alternative[] {
  const isKnown = index.documentFrequency(term) > 0;
  const alike = new Map<string, number>();
  const related = isKnown ? [] : index.relatedTerms(term, ALTERNATIVES.most);
  for (const { term: other, similarity } of [...index.similarTerms(term, ALTERNATIVES.most), ...related]) {
    alike.set(other, Math.max(alike.get(other) ?? 0, similarity ** ALTERNATIVES.power));
  }
  const others = [...alike].map(([other, likeness]) => ({ term: other, likeness }));
  others.sort((one, other) => other.likeness - one.likeness || (one.term < other.term ? -1 : 1));
  return [...(isKnown ? [{ term, likeness: 1 }] : []), ...others.slice(0, ALTERNATIVES.most)];
}

function byWeight(a: QueryTerm, b: QueryTerm): number {
  return b.weight - a.weight || (a.term < b.term ? -1 : 1);
}

/**
 * The weightiest terms with their stand-ins; those that the base has in no spelling only count in the totals, unless a synonym
 * says what they mean.
 */
function chooseTerms(index: LibraryIndex, found: Found[]) {
  const weighed = found
    .filter(({ term }) => !SMALL_NUMBER.test(term))
    .map(({ mass, isCovered: _, ...rest }): QueryTerm => {
      const idf = inverseDocumentFrequency(index, rest.term);
      return { ...rest, weight: Math.log1p(mass) * idf, alternatives: [] };
    })
    .sort(byWeight);
  const covered = new Set(found.filter(({ isCovered }) => isCovered).map(({ term }) => term));
  const terms: QueryTerm[] = [];
  let totalWeight = 0;
  let unknownWeight = 0;
  let lookedUp = 0;
  for (const term of weighed) {
    if (terms.length >= MAX_QUERY_TERMS) break;
    const isKnown = index.documentFrequency(term.term) > 0;
    if (!isKnown && lookedUp >= MAX_UNKNOWN_LOOKED_UP) continue;
    if (!isKnown) lookedUp += 1;
    if (!isKnown && covered.has(term.term)) continue;
    term.alternatives = alternativesOf(index, term.term);
    totalWeight += term.weight;
    if (term.alternatives.length > 0) terms.push(term);
    else unknownWeight += term.weight;
  }
  return { terms, totalWeight, unknownWeight };
}

function weighPairs(zones: ReadZone[], terms: QueryTerm[]): Map<number, number> {
  const numbers = new Map(terms.map(({ term }, number) => [term, number]));
  const pairs = new Map<number, number>();
  for (const { weight, words } of zones) {
    // A compound stands for its whole form only: its parts would be pairs with themselves.
    const places = words.flatMap(({ terms: [first = ""] }, position): Occurring[] => {
      const term = numbers.get(first);
      return term === undefined ? [] : [{ position, term }];
    });
    for (const key of pairsOf(places)) {
      const [one, other] = termsOfPair(key);
      const mean = ((terms[one]?.weight ?? 0) + (terms[other]?.weight ?? 0)) / 2;
      pairs.set(key, Math.max(pairs.get(key) ?? 0, Math.min(1, weight) * mean));
    }
  }
  return pairs;
}

/** Weights that sum to 1 when squared; empty for none. */
export function normalised(weights: ReadonlyMap<string, number>): Map<string, number> {
  const length = Math.sqrt([...weights.values()].reduce((sum, weight) => sum + weight * weight, 0));
  return new Map(length === 0 ? [] : [...weights].map(([key, weight]) => [key, weight / length]));
}

function weighLetters(index: LibraryIndex, zones: ReadZone[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { weight, words } of zones) {
    if (weight < MIN_OWN_WEIGHT) continue;
    for (const { terms } of words) {
      for (const gram of gramsOf(terms[0] ?? "")) counts.set(gram, (counts.get(gram) ?? 0) + 1);
    }
  }
  return normalised(
    new Map([...counts].map(([gram, count]) => [gram, (1 + Math.log(count)) * index.gramWeight(gram)])),
  );
}

function customerTerms(zones: ReadZone[]): CustomerTerms {
  const words = new Set(zones.flatMap((zone) => zone.words.flatMap(({ terms }) => terms)));
  const phrasing = new Set(zones.flatMap((zone) => zone.all.flatMap(({ terms }) => terms)));
  const pairs = zones.flatMap(({ all }) =>
    all.slice(1).map(({ terms: [second = ""] }, at) => `${all[at]?.terms[0] ?? ""} ${second}`),
  );
  return { words, phrasing, pairs: new Set(pairs) };
}

function readFields(ticket: Ticket, languages: (string | null)[]): Set<string> {
  const text = [...ticket.tags, ...Object.values(ticket.fields)].join("\n").replaceAll("_", " ");
  return new Set(languages.flatMap((language) => tokenize(text, language).flatMap(({ terms }) => terms)));
}

/**
 * The query for a ticket: at most MAX_QUERY_TERMS terms that the base knows in some spelling, the weightiest first.
 * `droppedTerms` are left out. A ticket whose language cannot be told, or is none of the base's, is read in every language of it.
 */
export function createTicketQuery(
  index: LibraryIndex,
  ticket: Ticket,
  droppedTerms: string[],
  { synonyms, situations }: TeamWords = NO_TEAM_WORDS,
): TicketQuery {
  const own = ticketLanguages(ticket);
  const known = index.languages();
  const spoken = own.filter((one) => known.includes(one));
  const languages = spoken.length > 0 ? spoken : known;
  const dropped = new Set(droppedTerms);
  const zones = readZones(zonesOf(ticket), languages, dropped);
  const ownZones = zones.filter(({ weight }) => weight >= MIN_OWN_WEIGHT);
  const { terms, totalWeight, unknownWeight } = chooseTerms(index, gather(zones, synonyms, dropped));
  return {
    ...{ language: own[0] ?? null, languages: own, terms, totalWeight, unknownWeight },
    pairs: weighPairs(zones, terms),
    letters: weighLetters(index, zones),
    situations: ownZones.flatMap((zone) => situations.recognise(zone.all, zone.language)),
    fieldTerms: readFields(ticket, languages),
    customer: customerTerms(ownZones),
  };
}
