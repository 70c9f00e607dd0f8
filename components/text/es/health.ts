/** How well the ticket was read, and the state in which the browser withholds it. */
import { createCounted } from "../counted";
import type { Text } from "../text";

const counted = createCounted("es");

export const health: Text["health"] = {
  well: "Ticket leído",
  partlyRead: "Leído en parte",
  partly: (parts) => `Leído en parte: ${parts}`,
  notRead: "Sin leer",
  details: "Cómo se ha leído este ticket",
  lacking: {
    subject: "falta el asunto",
    messages: "faltan los mensajes",
    body: "falta el texto de los mensajes",
    older: "faltan mensajes anteriores",
    roles: "algunos mensajes omitidos",
  },
  rows: {
    subject: "Asunto",
    noSubject: "No se encuentra el asunto",
    messages: counted({ one: "# mensaje", other: "# mensajes" }),
    noMessages: "No se encuentran mensajes",
    noBody: "No se encuentra el texto de los mensajes",
    older: "Los mensajes anteriores no están en la página: muéstrelos en el ticket.",
    roles: "Algunos mensajes omitidos: autor poco claro",
    tags: counted({ one: "# etiqueta", other: "# etiquetas" }),
    noTags: "Sin etiquetas",
    fields: counted({ one: "# campo", other: "# campos" }),
    noFields: "Sin campos",
    channel: "Canal",
    noChannel: "Sin canal",
  },
  byApi: "leído por la API del centro de asistencia",
  by: (strategy) => `Encontrado por: ${strategy}`,
  copy: "Copiar el diagnóstico",
  copyHint: "Para su administrador. No contiene ningún texto, nombre ni número de ticket.",
  outcomes: {
    copied: "Diagnóstico copiado.",
    copiedWithoutPage: "No se ha podido acceder a la página: se ha copiado lo que sabe el panel.",
    failed: "No se ha podido copiar el diagnóstico. Inténtelo de nuevo.",
  },
};

export const access: Text["access"] = {
  lost: (name) => `El navegador no deja que Souffleur lea ${name}`,
  hint: "Los tickets de ahí no se pueden leer hasta que usted lo permita. La búsqueda sigue funcionando.",
  hosts: "Direcciones",
  allow: "Permitir",
  refused:
    "El navegador no lo ha permitido. Abra la página de extensiones del navegador, elija Souffleur y permita leer estas direcciones.",
  allowed: "Permitido. El ticket aparecerá en un momento.",
};
