/** Which terms of a ticket may teach: its customer's words, as ranking reads them, without what is personal. */
import { cleanMessage } from "../text/clean-message";
import { detectLanguage } from "../text/detect-language";
import { REPLY_PREFIX } from "../text/mail/reply-prefix";
import { type Token, tokenizeAll } from "../text/tokens";
import type { Ticket } from "../ticket";
import { hidePersonal, type ImpersonalText } from "./hide-personal";
import { type Spelling, spellingOf } from "./nameless-word";

/** What is asked of the base; the library index is one. */
export type KnownTerms = {
  /** How many articles hold a term. */
  documentFrequency(term: string): number;
  /** Primary language subtags of the articles. */
  languages(): string[];
};

/** `known` terms may be kept as they are: the rarest words first, then function words, then pairs; `unknown` ones only by their hash. */
export type LessonTerms = { known: string[]; unknown: string[] };

/**
 * Of a ticket's known words, of its function words and of its pairs no lesson has more. Function words tell "how do I"
 * from "why was I", pairs "card payment" from "card" and "payment"; both matter in short tickets most.
 */
const MOST = { words: 60, functionWords: 20, pairs: 40 } as const;

/** Of words nobody knows, no ticket brings more. */
const MAX_UNKNOWN_TERMS = 30;

const MAX_MESSAGE_LENGTH = 12_000;
const MAX_TICKET_LENGTH = 40_000;

/** What the contract takes as a term: letters and their marks. */
const TERM = /^[\p{L}\p{M}]{2,40}$/u;
const MAX_TERM_LENGTH = 40;

/** What is read of a ticket here. */
export type CustomerWords = Pick<Ticket, "subject" | "messages">;

/** Subject and customer messages, the newest first, until the ticket is long enough. */
export function customerTexts(ticket: CustomerWords): string[] {
  const texts = [ticket.subject.replace(REPLY_PREFIX, "")];
  let length = ticket.subject.length;
  for (const { role, text } of ticket.messages.toReversed()) {
    if (role !== "customer") continue;
    if (length >= MAX_TICKET_LENGTH) break;
    const own = cleanMessage(text).slice(0, MAX_MESSAGE_LENGTH);
    length += own.length;
    texts.push(own);
  }
  return texts;
}

/** The languages a ticket's query is read in: its own, or all of the base when that cannot be told or is none of them. */
export function languagesOf(ticket: CustomerWords, base: KnownTerms): string[] {
  const customer = ticket.messages.filter((message) => message.role === "customer").map((message) => message.text);
  const language = detectLanguage([ticket.subject, ...customer].join("\n"));
  const known = base.languages();
  return language !== null && known.includes(language) ? [language] : known;
}

/** How a term was written in a ticket; `isMatter`: at least once where no name is to be expected. */
type Spellings = Map<string, { isPlain: boolean; isNameLike: boolean; isMatter: boolean }>;

/** A token's first term, and whether it may be part of a name where it stands. */
type Place = { term: string; isNameLike: boolean };

/**
 * `isMatter`: not where somebody is named, or there by a phrase that mostly says something else ("I am still waiting"), in lower
 * case. A capital alone does not make a name of a word that the base knows: products and buttons have one, too.
 */
export function spellingAt({ text, suspects }: ImpersonalText, token: Token, language: string) {
  const around = suspects.filter(({ start, end }) => token.start >= start && token.start < end);
  const spelling = spellingOf(text, token.start, token.word, language);
  if (around.length === 0) return { spelling, isMatter: true };
  const isVague = spelling === "plain" && around.every((suspect) => suspect.isVague);
  return { spelling: "nameLike" as const, isMatter: isVague };
}

function noteSpelling(spellings: Spellings, token: Token, spelling: Spelling, isMatter: boolean): void {
  for (const term of token.terms) {
    const noted = spellings.get(term) ?? { isPlain: false, isNameLike: false, isMatter: false };
    noted.isPlain ||= spelling === "plain";
    noted.isNameLike ||= spelling === "nameLike";
    noted.isMatter ||= isMatter;
    spellings.set(term, noted);
  }
}

/**
 * Neighbouring terms that are both kept, one of them at least no function word, as `one other` in the order of the text.
 * What may be a full name is none.
 */
function pairsOf(sequences: Place[][], kept: ReadonlySet<string>, functionWords: ReadonlySet<string>): string[] {
  const pairs = new Set<string>();
  for (const sequence of sequences) {
    for (const [position, { term, isNameLike }] of sequence.entries()) {
      const { term: next, isNameLike: isNextNameLike } = sequence[position + 1] ?? {};
      if (isNameLike && isNextNameLike) continue;
      if (next === undefined || next === term || !kept.has(term) || !kept.has(next)) continue;
      if (functionWords.has(term) && functionWords.has(next)) continue;
      const pair = `${term} ${next}`;
      if (pair.length <= MAX_TERM_LENGTH) pairs.add(pair);
    }
  }
  return [...pairs];
}

/**
 * The terms of a ticket that may teach, each once. `isLearned` says that three tickets had a term that the base lacks.
 * Numbers, addresses and what looks like a name are left out. Pure, and linear in the ticket's length.
 */
export function lessonTerms(ticket: Ticket, base: KnownTerms, isLearned: (term: string) => boolean): LessonTerms {
  const languages = languagesOf(ticket, base);
  const spellings: Spellings = new Map();
  const sequences: Place[][] = [];
  const functionWords = new Set<string>();
  for (const impersonal of customerTexts(ticket).map(hidePersonal)) {
    for (const language of languages) {
      const tokens = tokenizeAll(impersonal.text, language).filter(({ word }) => !/\p{N}/u.test(word));
      const sequence: Place[] = [];
      for (const token of tokens) {
        const { spelling, isMatter } = spellingAt(impersonal, token, language);
        if (!token.isStopWord) noteSpelling(spellings, token, spelling, isMatter);
        else for (const term of token.terms) functionWords.add(term);
        const [term] = token.terms;
        if (term !== undefined) sequence.push({ term, isNameLike: spelling === "nameLike" });
      }
      sequences.push(sequence);
    }
  }
  const terms = [...spellings.keys()].filter((term) => TERM.test(term));
  const isKnown = (term: string) => base.documentFrequency(term) > 0 || isLearned(term);
  const known = terms
    // A name may be a word of the base: Rose, Baker.
    .filter((term) => isKnown(term) && spellings.get(term)?.isMatter === true)
    .sort((a, b) => base.documentFrequency(a) - base.documentFrequency(b) || (a < b ? -1 : 1))
    .slice(0, MOST.words);
  const common = [...functionWords]
    .filter((term) => TERM.test(term) && !known.includes(term))
    .slice(0, MOST.functionWords);
  const pairs = pairsOf(sequences, new Set([...known, ...common]), functionWords).slice(0, MOST.pairs);
  const mayBeRemembered = (term: string) => {
    const noted = spellings.get(term);
    return noted?.isPlain === true && !noted.isNameLike;
  };
  // Read in several languages, an unknown word would become as many wrong stems.
  const unknown = languages.length === 1 ? terms.filter((term) => !isKnown(term) && mayBeRemembered(term)) : [];
  return { known: [...known, ...common, ...pairs], unknown: unknown.slice(0, MAX_UNKNOWN_TERMS) };
}
