import { tokenizeAll } from "../text/tokens";
import type { Ticket } from "../ticket";
import type { PhraseWord } from "./phrase-trie";
import { zonesOf } from "./ticket-zones";

/**
 * The subject and each of the customer's messages as words of a language, stop words among them. What agents and bots wrote, notes and quoted mail
 * are left out: they say nothing of the customer's need.
 */
export function readCustomerWords(ticket: Ticket, language: string | null): PhraseWord[][] {
  const messages = ticket.messages.filter(({ role }) => role === "customer");
  return zonesOf({ ...ticket, messages }).map(({ text }) =>
    tokenizeAll(text, language).map(({ terms, word, isStopWord }) => ({ terms, label: word, isStopWord })),
  );
}
