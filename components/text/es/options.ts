/** The options page: connection, language, earlier connections. */
import { createCounted } from "../counted";
import type { WholeText } from "../text";

const counted = createCounted("es");

export const options: WholeText["options"] = {
  title: "Opciones de Souffleur",
  loading: "Cargando…",
  loadFailed: "No se pueden leer sus ajustes",
  repairHint:
    "Se pueden reparar: lo que aún es legible se conserva y el resto vuelve al estado inicial. Sus artículos y los avisos de error pendientes se quedan en este equipo; las conexiones cuyo token se ha perdido aparecerán abajo como anteriores.",
  repair: "Reparar los ajustes",
  repairing: "Reparando…",
  repairFailed: "No se han podido reparar. Vuelva a cargar esta página e inténtelo de nuevo.",
  reload: "Volver a cargar esta página",
  policyTitle: "Establecido por su administrador",
  policyNotUnderstood: (names) => `Estas entradas no se entienden y no se aplican: ${names}`,
  policyHint: "Avise a su administrador. Todo lo demás que se ha establecido se aplica.",
  connection: "Conexión",
  connectionHint: "Ambos datos se los da quien gestiona la base de conocimientos de su equipo.",
  connectedAs: (name) => `Conexión establecida como ${name}`,
  connectedUnchecked: "Guardado sin haber podido acceder al servidor",
  endpoint: "Dirección de sincronización",
  endpointPlaceholder: "https://kb.example.com",
  endpointMissing: "Introduzca la dirección de sincronización.",
  endpointByPolicy: "Establecida por su administrador",
  token: "Token de acceso",
  tokenMissing: "Introduzca el token de acceso.",
  showToken: "Mostrar el token",
  hideToken: "Ocultar el token",
  test: "Probar la conexión",
  testing: "Probando…",
  save: "Guardar",
  saveAnyway: "Guardar de todos modos",
  saving: "Guardando…",
  saved: "Guardado.",
  saveFailed: "No se ha podido guardar. Inténtelo de nuevo.",
  testFailed: "La propia prueba se ha interrumpido. Inténtelo de nuevo.",
  fine: (name) => `Conexión establecida como ${name}.`,
  articles: counted({ one: "Hay # artículo para usted.", other: "Hay # artículos para usted." }),
  serverError: (status) => `El servidor ha respondido con un error (${status}).`,
  outcomes: {
    invalidAddress: {
      title: "No es una dirección web.",
      hint: "Empieza por https:// y se parece a https://kb.example.com.",
    },
    insecure: {
      title: "Esta dirección no está cifrada.",
      hint: "Use la dirección con https://. Solo un servidor en este mismo equipo puede prescindir de ella.",
    },
    unreachable: {
      title: "Nada responde en esta dirección.",
      hint: "Compruebe cómo está escrita y su red o VPN. Si el servidor solo está parado por ahora, guarde de todos modos.",
    },
    tls: {
      title: "La conexión cifrada no es de confianza.",
      hint: "El certificado del servidor falta, ha caducado o no se conoce aquí. Avise a su administrador.",
    },
    notOurApi: {
      title: "Algo responde, pero no es un servidor de Souffleur.",
      hint: "Compruebe la dirección completa, con la ruta si la tiene.",
    },
    wrongToken: {
      title: "El token ha sido rechazado.",
      hint: "Cópielo de nuevo, entero. Si se sigue rechazando, pida uno nuevo a su administrador.",
    },
    serverTooOld: {
      title: "El servidor es demasiado antiguo para esta versión de Souffleur.",
      hint: "Pida a su administrador que actualice el servidor.",
    },
    clientTooOld: {
      title: "Esta versión de Souffleur es demasiado antigua para el servidor.",
      hint: "Actualice la extensión en la página de extensiones de su navegador.",
    },
  },
  serverErrorHint: "Inténtelo de nuevo en unos minutos. Si continúa, avise a su administrador.",
  language: "Idioma",
  languageLabel: "Idioma del panel y de esta página",
  languageOfBrowser: "El del navegador",
  languageSaved: "Idioma guardado.",
  firstSteps: "Primeros pasos",
  firstStepsHint: "Conectarse, tener el botón a mano y un ticket de ejemplo para probar.",
  firstStepsAgain: "Mostrarlos de nuevo",
  firstStepsShown: "Aparecen en el panel mientras no haya ningún ticket abierto.",
  pastLibraries: "Conexiones anteriores",
  pastLibrariesHint:
    "Los avisos de error que aún no se han enviado se quedan en este equipo. Se enviarán cuando vuelva a conectarse a esa dirección.",
  pastAgent: (agentId) => `como ${agentId}`,
  queuedFlags: counted({ one: "# aviso pendiente", other: "# avisos pendientes" }),
  noQueuedFlags: "Ningún aviso pendiente",
  discard: "Descartar",
  discardOf: (endpoint) => `Descartar ${endpoint}`,
  discardQuestion: "¿Eliminar sus artículos de este equipo?",
  discardQuestionFlags: counted({
    one: "¿Eliminar de este equipo sus artículos y # aviso que nunca se envió?",
    other: "¿Eliminar de este equipo sus artículos y # avisos que nunca se enviaron?",
  }),
  discardYes: "Eliminar definitivamente",
  discardNo: "Conservar",
  discardFailed: "No se ha podido eliminar. Inténtelo de nuevo.",
  privacy: "Privacidad",
  privacyText:
    "El texto de sus tickets nunca sale de este navegador: los artículos se buscan en su equipo. Solo se envía, a la dirección de sincronización, lo que usted comunica o entrega (errores, lagunas, borradores), qué comunicados ha entendido y, si comparte lo que se aprende del uso, algunas palabras y cuánto se usan los artículos.",
};
