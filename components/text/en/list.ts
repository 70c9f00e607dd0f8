/** The ticket the list is about, and the words that matched it. */
import type { MatchedTerm } from "../../../lib/worker/protocol";
import { createCounted } from "../counted";

const counted = createCounted("en");

export const ticket = {
  suggestions: counted({ one: "# suggestion", other: "# suggestions" }),
  announced: (count: string, ticketId: string) => `${count} for ticket ${ticketId}`,
  maybe: counted({ one: "Maybe this one", other: "Maybe one of these" }),
  announcedMaybe: (count: string, ticketId: string) => `Not sure: ${count} for ticket ${ticketId}`,
  reading: "Reading the ticket…",
  noHelpdesk: "No ticket in front",
  noHelpdeskHint: "Open a ticket in your helpdesk, and its articles appear here. You can search at any time.",
  noTicket: (helpdesk: string) => `No ticket open in ${helpdesk}`,
  noTicketHint: "Open a ticket, and its articles appear here.",
  unreadable: "This ticket could not be read",
  unreadableHint: (parts: string) => `Not found in the page: ${parts}. Reload the ticket, or search above.`,
  unreadableHintPlain: "Reload the ticket, or search above.",
  parts: {
    subject: "the subject",
    messages: "the messages",
    tags: "the tags",
    fields: "the fields",
    channel: "the channel",
  },
  newer: "Newer suggestions",
  newerHint: "Show the newer suggestions (n)",
  newerAnnounced: "Newer suggestions have come. Press n to see them.",
  failed: "No suggestions could be made",
  tryAgain: "Try again",
  nothingFits: "No article fits this ticket",
  nothingFitsHint: "Nothing in your knowledge base comes close enough. Search with other words, or report the gap.",
  searchInstead: "Search articles",
  nothingFitsWithout: "Without the words you left out, no article fits.",
  libraryEmpty: "No articles yet",
  libraryEmptyHint: "Your team’s server holds no article for you so far. They appear here as soon as there are some.",
  libraryFilling: "The first articles are on their way",
  libraryFillingHint: "Suggestions appear as they arrive.",
};

export const terms = {
  matched: "Words that matched",
  drop: (term: string) => `Leave out “${term}” and look again`,
  dropped: "Left out:",
  restore: "Use them again",
  why: "Why",
  whyArticle: "Why this article",
  places: {
    title: "in the title",
    headings: "in a heading",
    tags: "in the tags",
    body: "in the text",
    learned: "learnt from tickets",
    synonym: "through a synonym",
  } satisfies Record<MatchedTerm["fields"][number] | "learned", string>,
  rest: "other words, their order, earlier tickets",
  ofMatch: (percent: string) => `${percent} of the match`,
};
