/** Customer situations. */
import { createCounted } from "../counted";
import type { Text } from "../text";

const counted = createCounted("fr");

export const situation: Text["situation"] = {
  title: "Situation du client",
  because: (cues) => `en raison de ${cues}`,
  roles: { answer: "Réponse", keyFact: "Points clés", advice: "Conseil", offer: "Offre" },
  others: counted({ one: "# autre article", other: "# autres articles" }),
  fewer: "Afficher moins",
  alsoAbove: (name) => `Aussi plus haut, dans « ${name} »`,
};
