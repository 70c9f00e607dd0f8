/** The ticket the list is about, and the words that matched it. */
import { createCounted } from "../counted";
import type { Text } from "../text";

const counted = createCounted("es");

export const ticket: Text["ticket"] = {
  suggestions: counted({ one: "# sugerencia", other: "# sugerencias" }),
  announced: (count, ticketId) => `${count} para el ticket ${ticketId}`,
  maybe: counted({ one: "Quizá este artículo", other: "Quizá uno de estos artículos" }),
  announcedMaybe: (count, ticketId) => `Sin certeza: ${count} para el ticket ${ticketId}`,
  reading: "Leyendo el ticket…",
  noHelpdesk: "Ningún ticket a la vista",
  noHelpdeskHint:
    "Abra un ticket en su centro de asistencia y sus artículos aparecerán aquí. Puede buscar en cualquier momento.",
  noTicket: (helpdesk) => `Ningún ticket abierto en ${helpdesk}`,
  noTicketHint: "Abra un ticket y sus artículos aparecerán aquí.",
  unreadable: "No se ha podido leer este ticket",
  unreadableHint: (parts) => `No se encuentra en la página: ${parts}. Vuelva a cargar el ticket o busque arriba.`,
  unreadableHintPlain: "Vuelva a cargar el ticket o busque arriba.",
  parts: {
    subject: "el asunto",
    messages: "los mensajes",
    tags: "las etiquetas",
    fields: "los campos",
    channel: "el canal",
  },
  newer: "Sugerencias nuevas",
  newerHint: "Mostrar las sugerencias nuevas (n)",
  newerAnnounced: "Han llegado sugerencias nuevas. Pulse n para verlas.",
  failed: "No se han podido hacer sugerencias",
  tryAgain: "Intentar de nuevo",
  nothingFits: "Ningún artículo encaja con este ticket",
  nothingFitsHint: "Nada de su base de conocimientos se acerca lo suficiente. Quizá ayuden otras palabras:",
  searchInstead: "Buscar artículos",
  nothingFitsWithout: "Sin las palabras que ha descartado, ningún artículo encaja.",
  libraryEmpty: "Todavía no hay artículos",
  libraryEmptyHint:
    "El servidor de su equipo aún no tiene ningún artículo para usted. Aparecerán aquí en cuanto los haya.",
  libraryFilling: "Los primeros artículos están en camino",
  libraryFillingHint: "Las sugerencias aparecen a medida que llegan.",
};

export const terms: Text["terms"] = {
  matched: "Palabras encontradas",
  drop: (term) => `Descartar «${term}» y buscar de nuevo`,
  dropped: "Descartadas:",
  restore: "Volver a usarlas",
  why: "Por qué",
  whyArticle: "Por qué este artículo",
  places: {
    title: "en el título",
    headings: "en un encabezado",
    tags: "en las etiquetas",
    body: "en el texto",
    learned: "aprendida de tickets",
    synonym: "por un sinónimo",
  },
  rest: "otras palabras, su orden, tickets anteriores",
  ofMatch: (percent) => `${percent} de la coincidencia`,
};
