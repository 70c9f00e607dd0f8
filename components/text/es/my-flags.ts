/** The agent's own flags. */
import { createCounted } from "../counted";
import type { Text } from "../text";

const counted = createCounted("es");

export const myFlags: Text["myFlags"] = {
  title: "Mis avisos de error",
  newOutcomes: counted({ one: "# respuesta nueva", other: "# respuestas nuevas" }),
  isNew: "Novedad",
  flaggedAt: (moment) => `Avisado: ${moment}`,
  answeredAt: (day) => `respondido: ${day}`,
  loading: "Leyendo sus avisos…",
  none: "Todavía no ha avisado de ningún error",
  noneHint: "Cuando un artículo sea incorrecto, pulse su bandera o la tecla f. Aquí verá qué ha sido de su aviso.",
  failed: "No se han podido leer sus avisos",
};
