/** Flagging an article, and what became of the flag. */
import { createCounted } from "../counted";
import type { Text } from "../text";

const counted = createCounted("es");

export const flag: Text["flag"] = {
  flag: "Avisar de un error",
  flagged: "Avisado",
  details: "Mostrar su aviso",
  undo: "Deshacer",
  undoIn: counted({ one: "Se puede deshacer durante # segundo", other: "Se puede deshacer durante # segundos" }),
  undone: "Aviso retirado",
  states: { queued: "Pendiente de envío", sent: "Enviado", refused: "Rechazado" },
  outcomes: { open: "Recibido", accepted: "En curso", fixed: "Corregido, gracias", declined: "No aceptado" },
  lookBy: (day) => `Recibido, se revisará a más tardar el ${day}`,
  overdue: "Recibido, aún sin revisar",
  answer: "Respuesta:",
  refused: (detail) => `Rechazado por el servidor: ${detail}`,
  refusedPlain: "Rechazado por el servidor. Avise de nuevo o dígaselo a quien gestiona la base de conocimientos.",
  question: "¿Qué está mal? (opcional)",
  reasons: { incorrect: "Incorrecto", outdated: "Desactualizado", confusing: "Confuso", incomplete: "Incompleto" },
  passage: "Pasaje:",
  passageAttached: "El pasaje seleccionado acompaña a su aviso",
  attachPassage: "Añadir el pasaje seleccionado",
  attachHint: "Para señalar un pasaje, selecciónelo en el texto.",
  removePassage: "Quitar el pasaje",
  word: "En una palabra (opcional)",
  wordPlaceholder: "Por ejemplo: la tarifa es ahora de 12 €",
  save: "Guardar",
  done: "Listo",
  edit: "Añadir detalles",
  saved: "Guardado",
  notSaved: "No se ha podido guardar el aviso. Inténtelo de nuevo.",
  tooLate: "Ya es tarde para deshacer: el aviso ha salido.",
  putAway: "Ocultar",
  told: {
    accepted: (title) => `Su aviso sobre «${title}» está en curso.`,
    fixed: (title) => `Su aviso sobre «${title}» ha llevado a una corrección. Gracias.`,
    declined: (title) => `Su aviso sobre «${title}» no se ha aceptado.`,
  },
  more: counted({ one: "# respuesta más.", other: "# respuestas más." }),
};
