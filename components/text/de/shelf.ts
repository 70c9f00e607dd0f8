/** What is at hand before a search. */
import type { Text } from "../text";

export const shelf: Text["shelf"] = {
  title: "Angeheftet und zuletzt verwendet",
  pinnedTitle: "Angeheftet",
  similarTitle: "In ähnlichen Tickets verwendet",
  recentTitle: "Zuletzt geöffnet",
  searchesTitle: "Zuletzt gesucht",
  forget: "Vergessen",
  forgetRecent: "Vergessen, was geöffnet und gesucht wurde",
  forgotten: "Vergessen. Angeheftete Artikel bleiben.",
  searchAgain: (query) => `Noch einmal nach „${query}“ suchen`,
  showAll: (count) => `Alle ${count} anzeigen`,
  pinArticle: "Artikel anheften",
  pin: "Anheften",
  unpin: "Lösen",
  pinned: "Angeheftet",
  unpinned: "Nicht mehr angeheftet",
  full: "50 Artikel sind angeheftet, mehr geht nicht. Lösen Sie zuerst einen.",
  pinFailed: "Das konnte nicht gespeichert werden. Versuchen Sie es noch einmal.",
};
