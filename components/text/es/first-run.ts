/** The first steps, what an update brought, and the keys that open the panel. */
import type { Text } from "../text";

export const firstRun: Text["firstRun"] = {
  title: "Tres pasos para empezar",
  hint: "En el orden que prefiera. Puede saltarse cualquiera de ellos.",
  connect: "Conectarse a su base de conocimientos",
  connectHint: "Introduzca la dirección de sincronización y el token que le ha dado su equipo.",
  connectTokenHint: "Su administrador ha establecido la dirección. Solo falta su token.",
  pin: "Tener el botón a mano",
  pinHint: "En la barra de herramientas del navegador, abra Extensiones (la pieza de puzle) y fije Souffleur.",
  try: "Ver cómo funciona",
  tryHint: "Pruébelo con un ticket inventado. No se envía nada ni se aprende nada de él.",
  tryOpen: "Mostrar el ticket de ejemplo",
  tryClose: "Ocultar el ticket de ejemplo",
  stepDone: "(hecho)",
  done: "Listo",
  skip: "Saltarse el resto",
  sample: {
    ticket: "Ticket de ejemplo",
    subject: "Ya no puedo iniciar sesión",
    message: "Desde esta mañana se rechaza mi contraseña. He pedido una nueva, pero no llega ningún correo.",
    fromYours: "De su base de conocimientos:",
    fromUs: "Ejemplos de lo que aparece aquí junto a un ticket:",
    mark: "Ejemplo",
    articles: [
      {
        title: "Un cliente no recibe el correo para restablecer la contraseña",
        summary:
          "Compruebe la dirección, el correo no deseado y si la cuenta está bloqueada; después reenvíe el enlace.",
      },
      {
        title: "Desbloquear una cuenta tras demasiados intentos",
        summary: "Cuándo se bloquea una cuenta, por cuánto tiempo y quién puede desbloquearla antes.",
      },
      {
        title: "Qué preguntar antes de cambiar una dirección de inicio de sesión",
        summary: "Dos preguntas que solo puede responder el titular de la cuenta.",
      },
    ],
  },
  settingsBroken: "No se pueden leer sus ajustes",
  settingsBrokenHint:
    "En las opciones se pueden reparar. Sus artículos y los avisos sin enviar se quedan en este equipo.",
  updatedTo: (version) => `Actualizado a la versión ${version}`,
  whatChanged: "Qué ha cambiado",
  dismiss: "No volver a mostrar",
  changes: {
    "0-2": [
      "Los comunicados de su equipo aparecen junto a los tickets a los que afectan, hasta que los dé por entendidos.",
      "La situación de un cliente reúne sus artículos: respuesta, datos clave, consejos y oferta.",
      "El panel indica qué hay de nuevo en la base desde su última visita y qué ha sido de sus avisos de error.",
      "Si ningún artículo encaja, puede informar de la laguna o redactar el artículo que falta a partir del ticket.",
      "La interfaz también está en alemán y en español.",
    ],
  },
  shortcut: {
    openAndClose: "Abrir y cerrar este panel",
    notSet: "Sin definir",
    notSetHint: "Puede que otra extensión use estas teclas.",
    set: "Definirlo en el navegador",
    change: "Cambiarlo en el navegador",
    changeByHand:
      "Se cambia en la página de complementos del navegador: rueda dentada, Administrar atajos de teclado de extensiones.",
  },
};
