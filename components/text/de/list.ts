/** The ticket the list is about, and the words that matched it. */
import { createCounted } from "../counted";
import type { Text } from "../text";

const counted = createCounted("de");

export const ticket: Text["ticket"] = {
  suggestions: counted({ one: "# Vorschlag", other: "# Vorschläge" }),
  announced: (count, ticketId) => `${count} zu Ticket ${ticketId}`,
  maybe: counted({ one: "Vielleicht dieser Artikel", other: "Vielleicht einer dieser Artikel" }),
  announcedMaybe: (count, ticketId) => `Nicht sicher: ${count} zu Ticket ${ticketId}`,
  reading: "Das Ticket wird gelesen…",
  noHelpdesk: "Kein Ticket im Vordergrund",
  noHelpdeskHint:
    "Öffnen Sie ein Ticket in Ihrem Helpdesk, dann erscheinen hier die passenden Artikel. Suchen können Sie jederzeit.",
  noTicket: (helpdesk) => `Kein Ticket in ${helpdesk} geöffnet`,
  noTicketHint: "Öffnen Sie ein Ticket, dann erscheinen hier die passenden Artikel.",
  unreadable: "Dieses Ticket konnte nicht gelesen werden",
  unreadableHint: (parts) => `Auf der Seite nicht gefunden: ${parts}. Laden Sie das Ticket neu oder suchen Sie oben.`,
  unreadableHintPlain: "Laden Sie das Ticket neu oder suchen Sie oben.",
  parts: {
    subject: "der Betreff",
    messages: "die Nachrichten",
    tags: "die Schlagwörter",
    fields: "die Felder",
    channel: "der Kanal",
  },
  newer: "Neuere Vorschläge",
  newerHint: "Neuere Vorschläge zeigen (n)",
  newerAnnounced: "Es gibt neuere Vorschläge. Mit n zeigen Sie sie an.",
  failed: "Es konnten keine Vorschläge ermittelt werden",
  tryAgain: "Noch einmal versuchen",
  nothingFits: "Kein Artikel passt zu diesem Ticket",
  nothingFitsHint: "Nichts in Ihrer Wissensdatenbank kommt nahe genug. Andere Wörter helfen vielleicht weiter:",
  searchInstead: "Artikel suchen",
  nothingFitsWithout: "Ohne die ausgelassenen Wörter passt kein Artikel.",
  libraryEmpty: "Noch keine Artikel",
  libraryEmptyHint:
    "Auf dem Server Ihres Teams gibt es bisher keinen Artikel für Sie. Sobald es welche gibt, erscheinen sie hier.",
  libraryFilling: "Die ersten Artikel sind unterwegs",
  libraryFillingHint: "Vorschläge erscheinen nach und nach.",
};

export const terms: Text["terms"] = {
  matched: "Gefundene Wörter",
  drop: (term) => `„${term}“ auslassen und neu suchen`,
  dropped: "Ausgelassen:",
  restore: "Wieder verwenden",
  why: "Warum",
  whyArticle: "Warum dieser Artikel",
  places: {
    title: "im Titel",
    headings: "in einer Überschrift",
    tags: "in den Schlagwörtern",
    body: "im Text",
    learned: "aus Tickets gelernt",
    synonym: "über ein Synonym",
  },
  rest: "andere Wörter, ihre Reihenfolge, frühere Tickets",
  ofMatch: (percent) => `${percent} der Übereinstimmung`,
};
