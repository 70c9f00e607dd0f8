/** Writing into the reply beside the panel. */
import type { Text } from "../text";

export const insert: Text["insert"] = {
  link: "Insertar el enlace en la respuesta",
  answer: "Insertar la respuesta",
  quote: "Citar en la respuesta el texto seleccionado",
  quoteNothing: "Para citar, seleccione antes texto en el artículo.",
  noTicket: "Para insertar, abra antes un ticket.",
  unreadable: "Este ticket no se ha podido leer, así que no se inserta nada en su página.",
  noAddress: "No hay enlace que insertar: este artículo no tiene dirección pública.",
  working: "Insertando…",
  inserted: "Insertado",
  insertedNote: "Insertado en la nota interna",
  askPublic: "Este artículo es interno, y el cliente puede leer esta respuesta.",
  askUnknown: "Este artículo es interno, y Souffleur no sabe quién leerá esta respuesta.",
  anyway: "Insertar de todos modos",
  copyInstead: "Copiar en su lugar",
  cancel: "Cancelar",
  dismiss: "Cerrar este mensaje",
  reasons: {
    unsure: "La página no indica con claridad qué ticket muestra.",
    noEditor: "No hay ninguna respuesta abierta.",
    didNotHold: "El editor no lo ha aceptado.",
    unreachable: "No se puede acceder a la página del ticket.",
    copiedInstead: "No se ha insertado nada.",
    gone: "Este artículo ya no está en su base. No se ha insertado nada.",
    otherTicket: "Ahora hay otro ticket delante. No se ha insertado nada.",
  },
  copied: (keys) => `Copiado: péguelo con ${keys}.`,
  undo: "Deshacer",
  undoOf: (title) => `Quitar «${title}» de la respuesta`,
  takenBack: "Quitado de la respuesta",
  notTakenBack: (keys) =>
    `Se ha dejado como está, porque la respuesta ha cambiado. En la respuesta, ${keys} deshace paso a paso.`,
  marks: {
    linked: (moment) => `Enlazado: ${moment}`,
    inserted: (moment) => `Insertado: ${moment}`,
    quoted: (moment) => `Citado: ${moment}`,
    copied: (moment) => `Copiado: ${moment}`,
  },
  marksHint: "Hecho en este ticket, desde este equipo",
  notCopied: "Tampoco se ha podido copiar: seleccione el texto y cópielo usted.",
};
