/** The options page: learning from use. */
import type { WholeText } from "../text";

export const learning: WholeText["learning"] = {
  title: "Aprender del uso",
  hint: "Cuando usted utiliza un artículo junto a un ticket, Souffleur aprende las palabras del ticket para encontrarlo antes la próxima vez. Solo se guardan palabras, nunca el texto.",
  share: "Compartir estas palabras con su equipo",
  shareHint:
    "Las palabras, sueltas o en parejas, van a la dirección de sincronización con el artículo al que llevaron: ni ticket, ni números, ni hora, ni nombres en la medida en que se reconocen. Los demás reciben una palabra cuando tres de ustedes la han enseñado. También se cuenta y se envía cuánto se usan los artículos; si no se comparte, no se cuenta nada.",
  byPolicy: "Establecido por su administrador",
  saved: "Guardado.",
  show: "Mostrar lo que se envía",
  showFailed: "No se ha podido leer. Inténtelo de nuevo.",
  none: "No hay nada pendiente de envío y no se ha enviado nada últimamente.",
  listHint: "Exactamente estas palabras salen de este equipo, reducidas a su raíz.",
  kinds: { learn: "se utilizó el artículo", unlearn: "se avisó de un error en el artículo" },
  states: { queued: "pendiente", sent: "enviado", refused: "no aceptado por el servidor" },
  forget: "Olvidar todo lo aprendido aquí",
  forgetQuestion:
    "¿Olvidar todo lo que ha aprendido este equipo? Lo pendiente de envío se elimina; lo que ha aprendido su equipo de trabajo se queda.",
  forgetYes: "Olvidar",
  forgetNo: "Conservar",
  forgotten: "Olvidado.",
  forgetFailed: "No se ha podido olvidar. Inténtelo de nuevo.",
};
