/** Writing an article from a ticket. */
import { createCounted } from "../counted";
import type { Text } from "../text";

const counted = createCounted("de");

export const capture: Text["capture"] = {
  title: "Artikel entwerfen",
  fromTicket: "Artikel aus diesem Ticket entwerfen",
  loading: "Das Ticket wird gelesen…",
  failed: "Das Ticket konnte für einen Entwurf nicht gelesen werden. Sie können selbst einen schreiben.",
  startEmpty: "Leeren Entwurf beginnen",
  similar: "Steht es schon in einem dieser Artikel?",
  similarHint: "Dann melden Sie lieber, was dort fehlt, statt es neu zu schreiben.",
  kind: "Art des Artikels",
  kindKept: "Ihr Text bleibt, wie er ist.",
  titleField: "Titel",
  titlePlaceholder: "Wonach jemand suchen würde",
  titleMissing: "Ein Artikel braucht einen Titel.",
  text: "Text des Artikels",
  textHint: "Mit „## “ beginnt eine Überschrift, mit „- “ oder „1. “ eine Liste.",
  textMissing: "Ein Artikel braucht einen Text.",
  reply: "Fertige Antwort für Kunden (freiwillig)",
  category: "Kategorie (freiwillig)",
  categoryPlaceholder: "Zum Beispiel: Abrechnung › Erstattungen",
  note: "Notiz für die Prüfung (freiwillig)",
  notePlaceholder: "Zum Beispiel: bei zwei Kunden ausprobiert",
  removed: counted({ one: "Entfernt: # Angabe", other: "Entfernt: # Angaben" }),
  removedHint:
    "Persönliche Angaben aus diesem Ticket gehen nicht mit. Was unbedenklich ist, tippen Sie wieder ein. Namen können übersehen werden: Lesen Sie einmal nach.",
  removedNothing:
    "In diesem Ticket wurde nichts Persönliches erkannt. Namen können übersehen werden: Lesen Sie einmal nach.",
  privacy: "Nichts verlässt diesen Rechner, bevor Sie es übergeben.",
  handOver: "Übergeben",
  handedOver: "Der Entwurf ist übergeben",
  handedOverHint: "Er geht an die Betreuung Ihrer Wissensdatenbank, sobald eine Verbindung besteht.",
  another: "Noch einen schreiben",
  kept: "Auf diesem Rechner gesichert",
  keeping: "Wird gesichert…",
  notKept: "Nicht gesichert: Dieser Rechner konnte den Entwurf nicht speichern. Ihr Text steht noch hier.",
  notHandedOver: "Das Übergeben ist fehlgeschlagen. Ihr Text steht noch hier; versuchen Sie es noch einmal.",
  drafts: counted({ one: "Ihre Entwürfe: #", other: "Ihre Entwürfe: #" }),
  untitled: "Ohne Titel",
  states: {
    local: "In Arbeit",
    queued: "Wartet auf den Versand",
    sent: "Übergeben, bei der Betreuung Ihrer Wissensdatenbank",
    refused: "Vom Server abgelehnt",
  },
  changedAt: (moment) => `geändert: ${moment}`,
  goOn: "Weiterschreiben",
  remove: "Löschen",
  removeNamed: (title) => `„${title}“ löschen`,
  removeAsk: "Endgültig löschen?",
  removeAskSent: "Hier löschen? Die Betreuung Ihrer Wissensdatenbank behält den Entwurf.",
  removeNo: "Behalten",
  deleted: "Entwurf gelöscht",
  notRemoved: "Der Entwurf konnte nicht gelöscht werden. Versuchen Sie es noch einmal.",
};
