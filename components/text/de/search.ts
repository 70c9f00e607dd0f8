/** Searching. */
import { createCounted } from "../counted";
import type { Text } from "../text";

const counted = createCounted("de");

export const search: Text["search"] = {
  label: "In den Artikeln suchen",
  placeholder: "Artikel suchen",
  clear: "Suche leeren",
  searching: "Wird gesucht…",
  results: counted({ one: "# Ergebnis", other: "# Ergebnisse" }),
  noResult: (query) => `Nichts gefunden zu „${query}“`,
  noResultHint:
    "Versuchen Sie es mit weniger oder anderen Wörtern. Durchsucht werden Titel, Überschriften, Schlagwörter und Text.",
  failed: "Die Suche hat nicht funktioniert",
  bySynonym: (words) => `Über die Synonyme Ihres Teams für ${words}`,
  synonymList: "Über Synonyme gefunden",
  quoted: (word) => `„${word}“`,
  filters: "Filter",
  filtersSet: (count) => `Filter (${count})`,
  filterNames: { language: "Sprache", category: "Kategorie", kind: "Art", audience: "Für wen" },
  anyLanguage: "Alle Sprachen",
  anyCategory: "Alle Kategorien",
  anyKind: "Alle Arten",
  anyAudience: "Intern und öffentlich",
  verifiedOnly: "Nur geprüfte",
  dropFilter: (filter) => `Ohne den Filter „${filter}“ suchen`,
  dropFilters: "Filter entfernen",
  noResultNarrowed: "Vielleicht verdecken die Filter, was Sie suchen.",
  noResultQuoted: "Wörter in Anführungszeichen müssen genau so beieinanderstehen, wie Sie sie eingegeben haben.",
  withoutFilters: "Ohne Filter suchen",
  withoutQuotes: "Ohne Anführungszeichen suchen",
};
