/** Writing an article from a ticket. */
import { createCounted } from "../counted";
import type { Text } from "../text";

const counted = createCounted("es");

export const capture: Text["capture"] = {
  title: "Redactar un artículo",
  fromTicket: "Redactar un artículo a partir de este ticket",
  loading: "Leyendo el ticket…",
  failed: "No se ha podido leer el ticket para un borrador. Puede escribirlo usted.",
  startEmpty: "Empezar un borrador vacío",
  similar: "¿Lo dice ya alguno de estos?",
  similarHint: "En ese caso, avise de lo que falta ahí en lugar de escribirlo de nuevo.",
  kind: "Tipo de artículo",
  kindKept: "Su texto se queda como está.",
  titleField: "Título",
  titlePlaceholder: "Lo que alguien buscaría",
  titleMissing: "Un artículo necesita un título.",
  text: "Texto",
  textHint: "«## » empieza un encabezado; «- » o «1. », una lista.",
  textMissing: "Un artículo necesita un texto.",
  reply: "Respuesta preparada para clientes (opcional)",
  category: "Categoría (opcional)",
  categoryPlaceholder: "Por ejemplo: Facturación › Reembolsos",
  note: "Nota para quien lo revise (opcional)",
  notePlaceholder: "Por ejemplo: probado con dos clientes",
  removed: counted({ one: "Retirado: # dato", other: "Retirados: # datos" }),
  removedHint:
    "Los datos personales de este ticket no se envían. Vuelva a escribir lo que sea inofensivo. Algún nombre puede pasar desapercibido: léalo una vez.",
  removedNothing:
    "No se ha reconocido nada personal en este ticket. Algún nombre puede pasar desapercibido: léalo una vez.",
  privacy: "Nada sale de este equipo hasta que usted lo entregue.",
  handOver: "Entregar",
  handedOver: "Entregado",
  handedOverHint: "Llega como borrador a quienes gestionan la base de conocimientos, en cuanto haya conexión.",
  another: "Escribir otro",
  kept: "Guardado en este equipo",
  keeping: "Guardando…",
  notKept: "Sin guardar: este equipo no ha podido almacenarlo. Su texto sigue aquí.",
  notHandedOver: "No se ha podido entregar. Su texto sigue aquí; inténtelo de nuevo.",
  drafts: counted({ one: "Sus borradores: #", other: "Sus borradores: #" }),
  untitled: "Sin título",
  states: {
    local: "En redacción",
    queued: "Pendiente de envío",
    sent: "Entregado a quienes gestionan la base de conocimientos",
    refused: "Rechazado por el servidor",
  },
  changedAt: (moment) => `modificado: ${moment}`,
  goOn: "Seguir escribiendo",
  remove: "Eliminar",
  removeNamed: (title) => `Eliminar «${title}»`,
  removeAsk: "¿Eliminarlo definitivamente?",
  removeAskSent: "¿Eliminarlo aquí? Quienes gestionan la base de conocimientos lo conservan.",
  removeNo: "Conservar",
  deleted: "Borrador eliminado",
  notRemoved: "No se ha podido eliminar el borrador. Inténtelo de nuevo.",
};
