/** Notices of the team. */
import { createCounted } from "../counted";
import type { Text } from "../text";

const counted = createCounted("es");

export const notice: Text["notice"] = {
  title: "Comunicados para este ticket",
  severities: { info: "Conviene saberlo", important: "Importante", critical: "Crítico" },
  since: (day, kind) => (kind === "near" ? `Desde ${day}` : `Desde el ${day}`),
  from: (day, kind) => (kind === "near" ? `A partir de ${day}` : `A partir del ${day}`),
  quoted: (words) => `«${words}»`,
  because: (cues) => `Se muestra por ${cues}`,
  changed: "Ha cambiado desde que lo leyó",
  speaksOf: "Ver el comunicado de arriba",
  condition: "Condición:",
  more: "Más",
  less: "Menos",
  understood: "Entendido",
  notHere: "No para este ticket",
  mute: "Silenciar hasta que cambie",
  handled: {
    understood: (title) => `Entendido: ${title}`,
    aside: (title) => `Apartado para este ticket: ${title}`,
    muted: (title) => `Silenciado hasta que cambie: ${title}`,
  },
  undo: "Deshacer",
  notSaved: "No se ha podido guardar. Inténtelo de nuevo.",
  others: counted({ one: "# comunicado más", other: "# comunicados más" }),
  fewer: "Menos comunicados",
  all: (count) => `Todos los comunicados (${count})`,
  announced: (title) => `Comunicado crítico: ${title}`,
  keys: { understood: "Comunicado entendido", notHere: "Comunicado no válido para este ticket" },
  pageTitle: "Todos los comunicados",
  pageHint: "Lo que su equipo ha comunicado y sigue vigente, lo más reciente primero.",
  none: "Ningún comunicado por ahora",
  failed: "No se han podido leer los comunicados",
  published: (ago) => `Publicado ${ago}`,
  states: { understood: "Entendido", muted: "Silenciado", aside: "Apartado para este ticket" },
  showAgain: "Mostrar de nuevo",
  badge: {
    count: counted({ one: "# comunicado", other: "# comunicados" }),
    title: (count, ticketId, first) => `${count} para el ticket n.º ${ticketId}: ${first}`,
  },
};
