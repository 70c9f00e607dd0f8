/** From a ticket to a capped, weighted query. */

import type { LibraryIndex } from "../library-index/library-index";
import { cleanMessage } from "../text/clean-message";
import { detectLanguage } from "../text/detect-language";
import { tokenize } from "../text/tokens";
import type { Ticket } from "../ticket";
import { COMMON_TERM, MAX_QUERY_TERMS, PAIRS, RARITY_POWER, ZONE_WEIGHTS } from "./weights";

/** A term of the query; `label` is the ticket's own word for it, `idf` how rare the base has it. */
export type QueryTerm = { term: string; label: string; weight: number; idf: number };

/**
 * `pairs` holds, by `pairKey`, what it is worth when an article has two terms as close together as the ticket has them.
 * `unknownWeight` is the weight of the ticket's terms that no article holds, counted like the rarest of terms.
 */
export type TicketQuery = {
  language: string | null;
  terms: QueryTerm[];
  pairs: ReadonlyMap<string, number>;
  unknownWeight: number;
};

/** Days, hours and counts: they match anywhere and name nothing. */
const SMALL_NUMBER = /^\d{1,2}$/;

/** What mail programs put before the subject of an answer or a forwarded mail. */
const REPLY_PREFIX = /^\s*(?:(?:re|fwd?|tr|aw|wg|rv|antw|vs)\s*(?:\[\d+\])?\s*:\s*)+/i;

type Zone = { text: string; weight: number };

/** Text longer than this, per zone, is cut: logs and forwarded threads say no more in their second half. */
const MAX_ZONE_LENGTH = 12_000;

function zonesOf(ticket: Ticket): Zone[] {
  const isReply = REPLY_PREFIX.test(ticket.subject);
  const subjectWeight = isReply ? ZONE_WEIGHTS.replySubject : ZONE_WEIGHTS.subject;
  const zones: Zone[] = [{ text: ticket.subject.replace(REPLY_PREFIX, ""), weight: subjectWeight }];
  const newest = ticket.messages.findLastIndex((message) => message.role === "customer");
  ticket.messages.forEach((message, position) => {
    if (message.role === "customer") {
      const weight = position === newest ? ZONE_WEIGHTS.newestCustomerMessage : ZONE_WEIGHTS.customerMessage;
      zones.push({ text: cleanMessage(message.text), weight });
    } else if (message.role === "agent") {
      zones.push({ text: cleanMessage(message.text), weight: ZONE_WEIGHTS.agentMessage });
    }
  });
  return zones.map((zone) => ({ ...zone, text: zone.text.slice(0, MAX_ZONE_LENGTH) }));
}

/** Language of the customer's own words; null when they do not tell. */
export function ticketLanguage(ticket: Ticket): string | null {
  const customer = ticket.messages.filter((message) => message.role === "customer").map((message) => message.text);
  return detectLanguage([ticket.subject, ...customer].join("\n"));
}

/** Inverse document frequency as BM25 has it (Robertson and Spärck Jones, with 1 added to stay above zero). */
export function inverseDocumentFrequency(index: LibraryIndex, term: string): number {
  const frequency = index.documentFrequency(term);
  return Math.log(1 + (index.size - frequency + 0.5) / (frequency + 0.5));
}

/** Weight and label of each term of the ticket: the best zone's weight, raised by the logarithm of the repetitions. */
function weighTerms(
  zones: Zone[],
  languages: (string | null)[],
  dropped: ReadonlySet<string>,
): Map<string, { weight: number; label: string }> {
  const found = new Map<string, { zoneWeight: number; label: string; count: number }>();
  for (const { text, weight } of zones) {
    for (const language of languages) {
      for (const { terms, word } of tokenize(text, language)) {
        // A word may stand for several terms; who drops one of them means the word.
        if (terms.some((term) => dropped.has(term))) continue;
        for (const term of terms) {
          const known = found.get(term);
          if (!known) found.set(term, { zoneWeight: weight, label: word, count: 1 });
          else {
            known.count += 1;
            known.zoneWeight = Math.max(known.zoneWeight, weight);
          }
        }
      }
    }
  }
  const weigh = (zoneWeight: number, count: number) => zoneWeight * (1 + Math.log(count));
  return new Map(
    [...found].map(([term, { zoneWeight, label, count }]) => [term, { label, weight: weigh(zoneWeight, count) }]),
  );
}

/** The key of two terms, whichever comes first. */
export function pairKey(one: string, other: string): string {
  return one < other ? `${one} ${other}` : `${other} ${one}`;
}

/** Calls back for every two different terms of a sequence that stand close together and both pass the test. */
export function forEachPair(sequence: string[], isOf: (term: string) => boolean, visit: (key: string) => void): void {
  // One walk that remembers the terms seen last: most words of an article pass no test, and there are many of them.
  const recent: { term: string; position: number }[] = [];
  for (const [position, term] of sequence.entries()) {
    if (!isOf(term)) continue;
    while (recent[0] && position - recent[0].position > PAIRS.distance) recent.shift();
    for (const earlier of recent) if (earlier.term !== term) visit(pairKey(earlier.term, term));
    recent.push({ term, position });
  }
}

function weighPairs(zones: Zone[], languages: (string | null)[], terms: QueryTerm[]): Map<string, number> {
  const weights = new Map(terms.map(({ term, weight, idf }) => [term, weight * idf]));
  const pairs = new Map<string, number>();
  for (const { text, weight: zoneWeight } of zones) {
    for (const language of languages) {
      // A compound stands for its whole form only: its parts would be pairs with themselves.
      const sequence = tokenize(text, language).flatMap(({ terms: [first] }) => (first === undefined ? [] : [first]));
      forEachPair(
        sequence,
        (term) => weights.has(term),
        (key) => {
          const sum = key.split(" ").reduce((total, term) => total + (weights.get(term) ?? 0), 0);
          pairs.set(key, Math.max(pairs.get(key) ?? 0, Math.min(1, zoneWeight) * (sum / 2)));
        },
      );
    }
  }
  return pairs;
}

/**
 * The query for a ticket: at most MAX_QUERY_TERMS terms that the base knows, the weightiest first. `droppedTerms` are
 * left out. A ticket whose language cannot be told, or is none of the base's, is read in every language of the base.
 */
export function createTicketQuery(index: LibraryIndex, ticket: Ticket, droppedTerms: string[]): TicketQuery {
  const language = ticketLanguage(ticket);
  const known = index.languages();
  const languages = language !== null && known.includes(language) ? [language] : known;
  const isTooCommon = (term: string) =>
    index.size >= COMMON_TERM.minArticles && index.documentFrequency(term) > index.size * COMMON_TERM.maxShare;
  const terms: QueryTerm[] = [];
  let unknownWeight = 0;
  const zones = zonesOf(ticket);
  for (const [term, { weight, label }] of weighTerms(zones, languages, new Set(droppedTerms))) {
    const idf = inverseDocumentFrequency(index, term);
    if (SMALL_NUMBER.test(term)) continue;
    if (index.documentFrequency(term) === 0) unknownWeight += weight * idf ** RARITY_POWER;
    else if (!isTooCommon(term)) {
      terms.push({ term, label, weight: weight * idf ** (RARITY_POWER - 1), idf });
    }
  }
  terms.sort((a, b) => b.weight * b.idf - a.weight * a.idf || (a.term < b.term ? -1 : 1));
  const kept = terms.slice(0, MAX_QUERY_TERMS);
  return { language, terms: kept, pairs: weighPairs(zones, languages, kept), unknownWeight };
}
