/** Which of the team's situations a ticket tells of, the whole ticket taken together. */
import type { Ticket } from "../ticket";
import { readCustomerWords } from "./customer-words";
import type { RecognisedSituation, Situations } from "./situations";
import { ticketLanguages } from "./ticket-zones";

/** `languages` are the customer's own; empty when they do not tell. */
export type TicketSituations = { recognised: RecognisedSituation[]; languages: string[] };

/**
 * The situations that subject and customer's messages tell of, strongest first. A ticket that does not tell its language is
 * read in each of `knownLanguages`. A cue that comes in two places counts twice.
 */
export function recogniseInTicket(
  ticket: Ticket,
  situations: Situations,
  knownLanguages: readonly string[],
): TicketSituations {
  const languages = ticketLanguages(ticket);
  const byName = new Map<string, RecognisedSituation>();
  for (const language of languages.length > 0 ? languages : [null, ...knownLanguages]) {
    const read = new Map<string, RecognisedSituation>();
    for (const words of readCustomerWords(ticket, language)) {
      for (const found of situations.recognise(words, language))
        read.set(found.name, joined(read.get(found.name), found));
    }
    // Read in two languages, the same words are found twice: the better reading counts.
    for (const [name, found] of read) {
      if (found.strength > (byName.get(name)?.strength ?? 0)) byName.set(name, found);
    }
  }
  const recognised = [...byName.values()].sort((a, b) => b.strength - a.strength || (a.name < b.name ? -1 : 1));
  return { recognised, languages };
}

function joined(known: RecognisedSituation | undefined, found: RecognisedSituation): RecognisedSituation {
  if (!known) return found;
  const strength = 1 - (1 - known.strength) * (1 - found.strength);
  return { name: known.name, cues: [...new Set([...known.cues, ...found.cues])], strength };
}
