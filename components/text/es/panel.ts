/** The panel itself: its status line, its keys, its failures. */
import { createCounted } from "../counted";
import type { Text } from "../text";

const counted = createCounted("es");

export const sync: Text["sync"] = {
  freshAt: (moment) => `Al día (${moment})`,
  showingFrom: (moment) => `artículos actualizados: ${moment}`,
  notYet: "Aún sin sincronizar",
  syncing: "Sincronizando…",
  firstSync: (received, total) => `${received} de ${total} artículos`,
  firstSyncLabel: "Recibiendo los artículos",
  offline: "Sin conexión",
  nextTry: (moment) => `próximo intento: ${moment}`,
  queuedFlags: counted({ one: "# aviso de error pendiente de envío", other: "# avisos de error pendientes de envío" }),
  syncNow: "Sincronizar ahora",
  options: "Opciones",
  openOptions: "Abrir las opciones",
  stopped: "Sincronización detenida",
  problems: {
    offline: { title: "No tiene conexión", hint: "Los artículos llegarán en cuanto haya conexión." },
    unauthorized: {
      title: "Su token de acceso ha sido rechazado",
      hint: "Introduzca uno nuevo en las opciones.",
    },
    forbidden: {
      title: "No tiene acceso a esta base de conocimientos",
      hint: "Pida acceso a su administrador.",
    },
    clientTooOld: {
      title: "Esta versión de Souffleur es demasiado antigua",
      hint: "Actualice la extensión y vuelva a abrir este panel.",
    },
    notOurApi: {
      title: "La dirección de sincronización no es de un servidor de Souffleur",
      hint: "Compruebe la dirección en las opciones.",
    },
    serverError: {
      title: "El servidor tiene un problema",
      hint: "Se volverá a intentar automáticamente. No se pierde nada.",
    },
    badAnswer: {
      title: "La respuesta del servidor no se entiende",
      hint: "Avise a su administrador. Los artículos que ya están aquí se pueden seguir usando.",
    },
    rateLimited: {
      title: "El servidor pide esperar",
      hint: "Se volverá a intentar automáticamente. No se pierde nada.",
    },
    storageFull: {
      title: "El disco está lleno",
      hint: "Libere espacio y sincronice de nuevo. Los artículos que ya están aquí se pueden seguir usando.",
    },
    libraryNewer: {
      title: "Souffleur se ha actualizado mientras tanto",
      hint: "Cierre el panel y vuelva a abrirlo. Si continúa, reinicie el navegador.",
    },
  },
  unsent: {
    title: (unsent) => `Aún sin enviar: ${unsent}`,
    names: {
      flags: "avisos de error",
      acknowledgements: "comunicados entendidos",
      gaps: "lagunas",
      drafts: "borradores",
    },
    hint: "El servidor no lo acepta por ahora. Se volverá a intentar automáticamente. No se pierde nada.",
  },
};

export const notConnected: Text["notConnected"] = {
  title: "Aún sin conexión con su base",
  hint: "Introduzca la dirección de sincronización de su equipo y su token, y los artículos vendrán a usted.",
};

export const keys: Text["keys"] = {
  title: "Teclas",
  show: "Mostrar las teclas",
  close: "Cerrar",
  search: "Buscar",
  move: "Pasar de un artículo a otro",
  open: "Abrir el artículo",
  flag: "Avisar de un error",
  insert: "Insertar el enlace",
  insertAnswer: "Insertar la respuesta",
  quote: "Citar la selección (en un artículo)",
  copy: "Copiar el enlace",
  pin: "Fijar el artículo",
  news: "Novedades",
  why: "Por qué este artículo",
  newer: "Mostrar las sugerencias nuevas",
  gap: "Informar de una laguna",
  back: "Volver o borrar la búsqueda",
  help: "Esta lista",
  groups: {
    everywhere: "En cualquier parte",
    list: "Junto a un ticket",
    article: "En el artículo con el foco",
    reading: "En un artículo abierto",
  },
  names: { Enter: "Intro", Escape: "Esc" },
};

export const broken: Text["broken"] = {
  title: "Se ha producido un error en este panel",
  hint: "Sus artículos y avisos están a salvo. Vuelva a cargar el panel para continuar.",
  reload: "Volver a cargar",
};
