/** What is new for the agent. */
import { createCounted } from "../counted";
import type { Text } from "../text";

const counted = createCounted("de");

export const news: Text["news"] = {
  title: "Neuigkeiten",
  count: counted({ one: "# Artikel ist neu oder geändert", other: "# Artikel sind neu oder geändert" }),
  show: "Anzeigen",
  showLabel: "Neuigkeiten anzeigen",
  loading: "Neuigkeiten werden gesucht…",
  failed: "Die Neuigkeiten konnten nicht gelesen werden",
  none: "Nichts Neues",
  noneHint: "Neue und geänderte Artikel stehen hier, bis Sie sie gelesen haben.",
  forTicket: "Zu diesem Ticket",
  others: "Andere",
  changes: { new: "Neu", changed: "Geändert" },
  read: "Gelesen",
  markAllRead: "Alle als gelesen markieren",
  allRead: "Alle als gelesen markiert",
  notSaved: "Das konnte nicht gespeichert werden. Versuchen Sie es noch einmal.",
  whatChanged: "Was sich geändert hat",
  comparing: "Wird verglichen…",
  compareFailed:
    "Die beiden Fassungen konnten nicht verglichen werden. Schließen Sie dies und versuchen Sie es noch einmal.",
  nothingToCompare:
    "Der frühere Text ist nicht mehr vorhanden. Öffnen Sie den Artikel, um die jetzige Fassung zu lesen.",
  titleChanged: "Titel",
  replyChanged: "Fertige Antwort",
  added: "Hinzugefügt:",
  removed: "Entfernt:",
};
