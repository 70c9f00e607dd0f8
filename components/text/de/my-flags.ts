/** The agent's own flags. */
import { createCounted } from "../counted";
import type { Text } from "../text";

const counted = createCounted("de");

export const myFlags: Text["myFlags"] = {
  title: "Meine Meldungen",
  newOutcomes: counted({ one: "# neue Antwort", other: "# neue Antworten" }),
  isNew: "Neu",
  flaggedAt: (moment) => `Gemeldet: ${moment}`,
  answeredAt: (day) => `beantwortet: ${day}`,
  loading: "Ihre Meldungen werden gelesen…",
  none: "Sie haben noch nichts gemeldet",
  noneHint:
    "Wenn ein Artikel falsch ist, drücken Sie auf seine Flagge oder die Taste f. Was daraus wird, erscheint hier.",
  failed: "Ihre Meldungen konnten nicht gelesen werden",
};
