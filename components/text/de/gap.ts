/** Reporting what no article covers. */
import { createCounted } from "../counted";
import type { Text } from "../text";

const counted = createCounted("de");

export const gap: Text["gap"] = {
  report: "Lücke melden",
  offer: counted({ one: "Passt er nicht?", other: "Passt keiner davon?" }),
  title: "Was fehlt?",
  words: "Diese Wörter werden gesendet",
  remove: (word) => `„${word}“ entfernen`,
  add: "Wort hinzufügen",
  addShort: "Hinzufügen",
  only: {
    ticket: "Nur diese Wörter werden gesendet, sonst nichts aus dem Ticket.",
    search: "Nur diese Wörter werden gesendet.",
  },
  send: "Senden",
  cancel: "Abbrechen",
  problems: {
    notAWord: () => "Ein Wort oder zwei, nur aus Buchstaben: keine Zahlen, Adressen oder Zeichen.",
    alreadyThere: () => "Dieses Wort ist schon dabei.",
    enough: (most) => `${most} Wörter genügen. Entfernen Sie zuerst eines.`,
    none: () => "Fügen Sie mindestens ein Wort hinzu.",
    notSaved: () => "Die Lücke konnte nicht gemeldet werden. Versuchen Sie es noch einmal.",
  },
  reported: "Lücke gemeldet:",
  undo: "Rückgängig",
  undoIn: counted({
    one: "Noch # Sekunde lang rückgängig zu machen",
    other: "Noch # Sekunden lang rückgängig zu machen",
  }),
  undone: "Meldung zurückgenommen",
  tooLate: "Zum Zurücknehmen ist es zu spät: Die Meldung ist schon unterwegs.",
};
