/** Customer situations. */
import { createCounted } from "../counted";
import type { Text } from "../text";

const counted = createCounted("es");

export const situation: Text["situation"] = {
  title: "Situación del cliente",
  because: (cues) => `por ${cues}`,
  roles: { answer: "Respuesta", keyFact: "Datos clave", advice: "Consejos", offer: "Oferta" },
  others: counted({ one: "# artículo más", other: "# artículos más" }),
  fewer: "Menos artículos",
  alsoAbove: (name) => `También más arriba, en «${name}»`,
};
