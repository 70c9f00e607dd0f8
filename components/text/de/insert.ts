/** Writing into the reply beside the panel. */
import type { Text } from "../text";

export const insert: Text["insert"] = {
  link: "Link in die Antwort einfügen",
  answer: "Antwort einfügen",
  quote: "Markierten Text in der Antwort zitieren",
  quoteNothing: "Markieren Sie zum Zitieren zuerst Text im Artikel.",
  noTicket: "Öffnen Sie zum Einfügen zuerst ein Ticket.",
  unreadable: "Dieses Ticket konnte nicht gelesen werden, deshalb wird nichts in seine Seite eingefügt.",
  noAddress: "Kein Link zum Einfügen: Dieser Artikel hat keine öffentliche Adresse.",
  working: "Wird eingefügt…",
  inserted: "Eingefügt",
  insertedNote: "In die interne Notiz eingefügt",
  askPublic: "Dieser Artikel ist intern, und diese Antwort kann der Kunde lesen.",
  askUnknown: "Dieser Artikel ist intern, und Souffleur kann nicht erkennen, wer diese Antwort liest.",
  anyway: "Trotzdem einfügen",
  copyInstead: "Stattdessen kopieren",
  cancel: "Abbrechen",
  dismiss: "Meldung schließen",
  reasons: {
    unsure: "Die Seite zeigt nicht eindeutig, um welches Ticket es geht.",
    noEditor: "Es ist keine Antwort geöffnet.",
    didNotHold: "Der Editor hat den Text nicht angenommen.",
    unreachable: "Die Seite des Tickets ist nicht erreichbar.",
    copiedInstead: "Es wurde nichts eingefügt.",
    gone: "Diesen Artikel gibt es bei Ihnen nicht mehr. Es wurde nichts eingefügt.",
    otherTicket: "Inzwischen ist ein anderes Ticket vorn. Es wurde nichts eingefügt.",
  },
  copied: (keys) => `Kopiert: Mit ${keys} einfügen.`,
  undo: "Rückgängig",
  undoOf: (title) => `„${title}“ wieder aus der Antwort entfernen`,
  takenBack: "Wieder aus der Antwort entfernt",
  notTakenBack: (keys) =>
    `Unverändert gelassen, weil die Antwort inzwischen bearbeitet wurde. Dort nimmt ${keys} Schritt für Schritt zurück.`,
  marks: {
    linked: (moment) => `Verlinkt: ${moment}`,
    inserted: (moment) => `Eingefügt: ${moment}`,
    quoted: (moment) => `Zitiert: ${moment}`,
    copied: (moment) => `Kopiert: ${moment}`,
  },
  marksHint: "In diesem Ticket, von diesem Rechner aus",
  notCopied: "Auch das Kopieren ist fehlgeschlagen: Markieren Sie den Text und kopieren Sie ihn selbst.",
};
