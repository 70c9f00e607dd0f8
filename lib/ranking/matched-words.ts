/** Which words of the ticket found an article, how much of its score each made, and where the article has them. */
import { countIn, FIELDS, type Field } from "../library-index/library-index";
import { fold } from "../text/fold";
import type { RankedArticle } from "./rank-articles";
import type { QueryTerm, TicketQuery } from "./ticket-query";

/** Where a word was found: in the article itself, or by another word that the team says means the same. */
export type MatchedField = Field | "synonym";
const MATCHED_FIELDS: MatchedField[] = [...FIELDS, "synonym"];

/**
 * A term of the query that the article holds: its stem, the word as the ticket or the search box has it, its share of the
 * article's score (0 to 1), and where it stands.
 */
export type MatchedTerm = { term: string; label: string; share: number; fields: MatchedField[] };

/** As many words explain a hit: the rest are everyday words, which would mark half of every article. */
const MAX_MATCHED_WORDS = 8;

type Word = { term: string; label: string; share: number; fields: Set<MatchedField>; terms: Set<string> };

/** For each term of the query the terms that stand for it in the article, and the fields they are in. */
function heldBy({ terms }: TicketQuery, counts: Uint32Array) {
  let at = 0;
  return terms.map(({ alternatives, isSynonym }) => {
    const fields = new Set<MatchedField>(isSynonym ? ["synonym"] : []);
    const held: string[] = [];
    for (const { term } of alternatives) {
      const packed = counts[at] ?? 0;
      at += 1;
      if (packed === 0) continue;
      held.push(term);
      for (const field of FIELDS) if (countIn(packed, field) > 0) fields.add(field);
    }
    return { fields, held };
  });
}

/**
 * The strongest words, a word that stands for several terms once; `marked` are the article's terms to mark in its text,
 * `termWeights` what each of them weighs.
 */
export function matchedWords(query: TicketQuery, { look, counts }: RankedArticle) {
  const held = heldBy(query, counts);
  const byLabel = new Map<string, Word>();
  const termWeights = new Map<string, number>();
  query.terms.forEach(({ term, label, weight, alternatives }: QueryTerm, number) => {
    for (const alternative of alternatives) {
      const known = termWeights.get(alternative.term) ?? 0;
      termWeights.set(alternative.term, Math.max(known, weight * alternative.likeness));
    }
    const share = look.score === 0 ? 0 : (look.byTerm[number] ?? 0) / look.score;
    if (share === 0) return;
    const key = fold(label);
    const word = byLabel.get(key) ?? { term, label, share: 0, fields: new Set(), terms: new Set() };
    word.share += share;
    for (const field of held[number]?.fields ?? []) word.fields.add(field);
    for (const other of held[number]?.held ?? []) word.terms.add(other);
    byLabel.set(key, word);
  });
  const words = [...byLabel.values()]
    .sort((a, b) => b.share - a.share || (a.term < b.term ? -1 : 1))
    .slice(0, MAX_MATCHED_WORDS);
  const matchedTerms = words.map(({ fields, term, label, share }): MatchedTerm => {
    return { term, label, share, fields: MATCHED_FIELDS.filter((field) => fields.has(field)) };
  });
  return { matchedTerms, marked: new Set(words.flatMap(({ terms }) => [...terms])), termWeights };
}
