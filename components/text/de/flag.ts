/** Flagging an article, and what became of the flag. */
import { createCounted } from "../counted";
import type { Text } from "../text";

const counted = createCounted("de");

export const flag: Text["flag"] = {
  flag: "Als falsch melden",
  flagged: "Gemeldet",
  details: "Ihre Meldung anzeigen",
  undo: "Rückgängig",
  undoIn: counted({
    one: "Noch # Sekunde lang rückgängig zu machen",
    other: "Noch # Sekunden lang rückgängig zu machen",
  }),
  undone: "Meldung zurückgenommen",
  states: { queued: "Wartet auf den Versand", sent: "Gesendet", refused: "Abgelehnt" },
  outcomes: { open: "Eingegangen", accepted: "In Bearbeitung", fixed: "Behoben, danke", declined: "Nicht übernommen" },
  lookBy: (day) => `Eingegangen, wird spätestens am ${day} angesehen`,
  overdue: "Eingegangen, noch nicht angesehen",
  answer: "Antwort:",
  refused: (detail) => `Vom Server abgelehnt: ${detail}`,
  refusedPlain:
    "Vom Server abgelehnt. Melden Sie es noch einmal, oder sagen Sie der Betreuung Ihrer Wissensdatenbank Bescheid.",
  question: "Was stimmt nicht? (freiwillig)",
  reasons: { incorrect: "Falsch", outdated: "Veraltet", confusing: "Unklar", incomplete: "Unvollständig" },
  passage: "Textstelle:",
  passageAttached: "Die markierte Stelle geht mit Ihrer Meldung mit",
  attachPassage: "Markierte Stelle hinzufügen",
  attachHint: "Um auf eine Stelle zu zeigen, markieren Sie sie im Text.",
  removePassage: "Stelle entfernen",
  word: "In einem Wort (freiwillig)",
  wordPlaceholder: "Zum Beispiel: die Gebühr beträgt jetzt 12 €",
  save: "Speichern",
  done: "Fertig",
  edit: "Mehr dazu sagen",
  saved: "Gespeichert",
  notSaved: "Die Meldung konnte nicht gespeichert werden. Versuchen Sie es noch einmal.",
  tooLate: "Zum Zurücknehmen ist es zu spät: Die Meldung ist schon unterwegs.",
  putAway: "Ausblenden",
  told: {
    accepted: (title) => `Ihre Meldung zu „${title}“ ist in Bearbeitung.`,
    fixed: (title) => `Ihre Meldung zu „${title}“ hat zu einer Korrektur geführt. Vielen Dank.`,
    declined: (title) => `Ihre Meldung zu „${title}“ wurde nicht übernommen.`,
  },
  more: counted({ one: "# weitere Antwort.", other: "# weitere Antworten." }),
};
