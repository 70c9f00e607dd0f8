/** Reporting what no article covers. */
import { createCounted } from "../counted";
import type { Text } from "../text";

const counted = createCounted("es");

export const gap: Text["gap"] = {
  report: "Informar de una laguna",
  offer: counted({ one: "¿No es este?", other: "¿Ninguno de estos?" }),
  title: "¿Qué falta?",
  words: "Palabras que se envían",
  remove: (word) => `Quitar «${word}»`,
  add: "Añadir una palabra",
  addShort: "Añadir",
  only: {
    ticket: "Solo se envían estas palabras, nada más del ticket.",
    search: "Solo se envían estas palabras.",
  },
  send: "Enviar",
  cancel: "Cancelar",
  problems: {
    notAWord: () => "Una palabra o dos, solo con letras: sin números, direcciones ni signos.",
    alreadyThere: () => "Esta palabra ya está.",
    enough: (most) => `Bastan ${most} palabras. Quite una antes.`,
    none: () => "Añada al menos una palabra.",
    notSaved: () => "No se ha podido informar de la laguna. Inténtelo de nuevo.",
  },
  reported: "Laguna comunicada:",
  undo: "Deshacer",
  undoIn: counted({ one: "Se puede deshacer durante # segundo", other: "Se puede deshacer durante # segundos" }),
  undone: "Informe retirado",
  tooLate: "Ya es tarde para deshacer: el informe ha salido.",
};
