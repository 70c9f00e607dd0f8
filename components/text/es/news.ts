/** What is new for the agent. */
import { createCounted } from "../counted";
import type { Text } from "../text";

const counted = createCounted("es");

export const news: Text["news"] = {
  title: "Novedades",
  count: counted({ one: "# artículo nuevo o modificado", other: "# artículos nuevos o modificados" }),
  show: "Mostrar",
  showLabel: "Mostrar las novedades",
  loading: "Buscando novedades…",
  failed: "No se han podido leer las novedades",
  none: "Nada nuevo",
  noneHint: "Los artículos nuevos o modificados aparecen aquí hasta que los haya leído.",
  forTicket: "Para este ticket",
  others: "Otros",
  changes: { new: "Nuevo", changed: "Modificado" },
  read: "Leído",
  markAllRead: "Marcar todo como leído",
  allRead: "Todo marcado como leído",
  notSaved: "No se ha podido guardar. Inténtelo de nuevo.",
  whatChanged: "Qué ha cambiado",
  comparing: "Comparando…",
  compareFailed: "No se han podido comparar las dos versiones. Ciérrelo e inténtelo de nuevo.",
  nothingToCompare: "El texto anterior ya no se conserva. Abra el artículo para leerlo como está ahora.",
  titleChanged: "Título",
  replyChanged: "Respuesta preparada",
  added: "Añadido:",
  removed: "Eliminado:",
};
