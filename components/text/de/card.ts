/** An article in a list, and what can be done with it. */
import { createCounted } from "../counted";
import type { Text } from "../text";

const counted = createCounted("de");

export const card: Text["card"] = {
  list: "Vorgeschlagene Artikel",
  searchList: "Suchergebnisse",
  kinds: {
    "how-to": "Anleitung",
    troubleshooting: "Fehlerbehebung",
    policy: "Regelung",
    faq: "Häufige Frage",
    reference: "Nachschlagen",
  },
  audiences: { public: "Öffentlich", internal: "Intern" },
  audienceHints: {
    public: "Kunden dürfen diesen Artikel sehen",
    internal: "Nur für das Team, nicht für Kunden",
  },
  language: (name) => `Sprache: ${name}`,
  otherLanguage: (name) => `Sprache: ${name}, anders als das Ticket`,
};

export const trust: Text["trust"] = {
  verified: (ago) => `Geprüft: ${ago}`,
  verifiedBy: (ago, who) => `Geprüft: ${ago}, von ${who}`,
  due: (timeSpan) => `Nicht geprüft seit: ${timeSpan}`,
  neverVerified: "Nie geprüft",
  openFlags: counted({ one: "# offene Meldung", other: "# offene Meldungen" }),
  behind: (versions, language) => `${language}: ${versions} zurück`,
  versions: counted({ one: "# Fassung", other: "# Fassungen" }),
};

export const copy: Text["copy"] = {
  link: "Link kopieren",
  copied: "Kopiert",
  failed: "Nicht kopiert. Markieren Sie den Text und kopieren Sie ihn selbst.",
  noAddress: {
    public: "Kein Link zum Kopieren: Dieser Artikel hat keine öffentliche Adresse.",
    internal: "Kein Link zum Kopieren: Dieser Artikel ist intern.",
  },
};
