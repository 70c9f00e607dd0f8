/** Customer situations. */
import { createCounted } from "../counted";
import type { Text } from "../text";

const counted = createCounted("de");

export const situation: Text["situation"] = {
  title: "Situation des Kunden",
  because: (cues) => `wegen ${cues}`,
  roles: { answer: "Antwort", keyFact: "Kernpunkte", advice: "Ratschläge", offer: "Angebot" },
  others: counted({ one: "# weiterer Artikel", other: "# weitere Artikel" }),
  fewer: "Weniger Artikel",
  alsoAbove: (name) => `Auch weiter oben, in „${name}“`,
};
