/** The options page: how tickets are read, and where. */
import type { WholeText } from "../text";

export const reading: WholeText["reading"] = {
  title: "Lectura de los tickets",
  byApi: "Pedir a la API del centro de asistencia lo que la página no muestra",
  byApiHint:
    "Solo lectura, con su propia sesión, dos peticiones como máximo cada vez que abre un ticket; el texto se queda en este equipo.",
  byPolicy: "Establecido por su administrador",
  saved: "Guardado.",
};

export const hosts: WholeText["hosts"] = {
  title: "Direcciones del centro de asistencia",
  hint: "Las direcciones como acme.zendesk.com se leen siempre. Añada una si su equipo usa una dirección propia.",
  list: "Sus propias direcciones",
  allowed: "Permitida",
  notAllowed: "No permitida por el navegador",
  byPolicy: "Establecida por su administrador",
  allow: "Permitir",
  allowOf: (host) => `Permitir ${host}`,
  allowRefused:
    "El navegador no lo ha permitido. Inténtelo de nuevo o permítalo en la página de extensiones del navegador.",
  remove: "Quitar",
  removeOf: (host) => `Quitar ${host}`,
  removeFailed: "No se ha podido quitar. Inténtelo de nuevo.",
  removed: (host) => `Se ha quitado ${host}.`,
  address: "Dirección",
  addressPlaceholder: "ayuda.example.com",
  helpdesk: "Centro de asistencia",
  add: "Añadir",
  adding: "Añadiendo…",
  addFailed: "No se ha podido añadir. Inténtelo de nuevo.",
  loadFailed: "No se han podido leer las direcciones. Vuelva a cargar esta página.",
  outcomes: {
    added: { title: "Añadida.", hint: "Los tickets abiertos ahí se leen desde ahora." },
    notAHost: { title: "No es una dirección https.", hint: "Se espera una como ayuda.example.com." },
    covered: {
      title: "Esta dirección ya se lee.",
      hint: "Solo hay que añadir las direcciones propias de su equipo.",
    },
    otherProduct: {
      title: "Es otro producto.",
      hint: "Sus direcciones se parecen a las de Freshdesk, pero sus tickets no se pueden leer.",
    },
    refused: {
      title: "No se ha permitido al navegador leer esta dirección.",
      hint: "Añádala de nuevo y acepte cuando se le pregunte.",
    },
  },
};
