import { draftLanguageOf } from "../drafting/draft-wording";
import { collectNames } from "../drafting/personal-names";
import { type ImpersonalWord, impersonalWords } from "../learning/impersonal-words";
import type { CustomerWords } from "../learning/lesson-terms";
import type { LibraryIndex } from "../library-index/library-index";
import { inverseDocumentFrequency } from "../ranking/ticket-query";
import { detectLanguage } from "../text/detect-language";
import { fold } from "../text/fold";
import type { Ticket } from "../ticket";
import type { GapProposal } from "./protocol/outbox";

/** As many words name a need; more would begin to tell a story. */
const MOST_TERMS = 8;

/** Of words that no article has there are no more: most of a rambling message is such. */
const MOST_UNKNOWN = 4;

/** Words that a tenth of all articles have say little about what is missing. */
const COMMONEST = 0.1;

/** With fewer articles than these no word is common. */
const SMALL_BASE = 50;

/** What is read of a ticket here; its fields tell names. */
export type GapTicket = CustomerWords & Pick<Ticket, "fields">;

/** Names are compared without the ending of the genitive: "Annas", "Anna’s". */
const GENITIVE = /'?s$/;

/** The ticket's telling words that may leave the machine, strongest first, as the customer wrote them. */
export function proposeGap(ticket: GapTicket, index: LibraryIndex): GapProposal {
  const { words, language } = impersonalWords(ticket, index);
  const isCommon = ({ term }: ImpersonalWord) =>
    index.size >= SMALL_BASE && index.documentFrequency(term) > index.size * COMMONEST;
  const weight = ({ term, places }: ImpersonalWord) => Math.log1p(places) * inverseDocumentFrequency(index, term);
  const isName = nameTest(ticket);
  const telling = words.filter((each) => !isCommon(each) && !isName(each.word)).sort((a, b) => weight(b) - weight(a));
  const unknown = telling.filter(({ isKnown }) => !isKnown).slice(0, MOST_UNKNOWN);
  const chosen = telling.filter((word) => word.isKnown || unknown.includes(word)).slice(0, MOST_TERMS);
  return { terms: [...new Set(chosen.map(({ word }) => word))], language };
}

/** Tells the names that stand anywhere in a ticket, said by anyone: written in lower case, a name looks like any other word. */
function nameTest({ subject, messages, fields }: GapTicket): (word: string) => boolean {
  const texts = messages.map(({ text }) => text);
  const said = messages.filter(({ role }) => role === "customer").map(({ text }) => text);
  const language = draftLanguageOf(detectLanguage([subject, ...said].join("\n")));
  const names = collectNames({ texts, fields, language });
  return (word) => names.has(fold(word)) || names.has(fold(word).replace(GENITIVE, ""));
}
