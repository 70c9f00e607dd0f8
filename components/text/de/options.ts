/** The options page: connection, language, earlier connections. */
import { createCounted } from "../counted";
import type { WholeText } from "../text";

const counted = createCounted("de");

export const options: WholeText["options"] = {
  title: "Souffleur-Einstellungen",
  loading: "Wird geladen…",
  loadFailed: "Ihre Einstellungen sind nicht lesbar",
  repairHint:
    "Sie lassen sich reparieren: Was noch lesbar ist, bleibt, der Rest ist wie am Anfang. Ihre Artikel und die wartenden Meldungen bleiben auf diesem Rechner; Verbindungen, deren Token verloren ist, stehen danach unten als frühere.",
  repair: "Einstellungen reparieren",
  repairing: "Wird repariert…",
  repairFailed: "Die Reparatur ist fehlgeschlagen. Laden Sie diese Seite neu und versuchen Sie es noch einmal.",
  reload: "Seite neu laden",
  policyTitle: "Von Ihrer Administration festgelegt",
  policyNotUnderstood: (names) => `Diese Einträge sind unverständlich und gelten nicht: ${names}`,
  policyHint: "Sagen Sie Ihrer Administration Bescheid. Alles andere, was festgelegt wurde, gilt.",
  connection: "Verbindung",
  connectionHint: "Beides erhalten Sie von der Person, die Ihre Wissensdatenbank betreut.",
  connectedAs: (name) => `Verbunden als ${name}`,
  connectedUnchecked: "Gespeichert, ohne dass der Server erreicht wurde",
  endpoint: "Synchronisierungsadresse",
  endpointPlaceholder: "https://kb.example.com",
  endpointMissing: "Geben Sie die Synchronisierungsadresse ein.",
  endpointByPolicy: "Von Ihrer Administration festgelegt",
  token: "Zugangstoken",
  tokenMissing: "Geben Sie das Zugangstoken ein.",
  showToken: "Token anzeigen",
  hideToken: "Token verbergen",
  test: "Verbindung testen",
  testing: "Wird getestet…",
  save: "Speichern",
  saveAnyway: "Trotzdem speichern",
  saving: "Wird gespeichert…",
  saved: "Gespeichert.",
  saveFailed: "Das Speichern ist fehlgeschlagen. Versuchen Sie es noch einmal.",
  testFailed: "Der Test selbst wurde abgebrochen. Versuchen Sie es noch einmal.",
  fine: (name) => `Verbunden als ${name}.`,
  articles: counted({ one: "# Artikel ist für Sie da.", other: "# Artikel sind für Sie da." }),
  serverError: (status) => `Der Server hat mit einem Fehler geantwortet (${status}).`,
  outcomes: {
    invalidAddress: {
      title: "Das ist keine Webadresse.",
      hint: "Sie beginnt mit https:// und sieht aus wie https://kb.example.com.",
    },
    insecure: {
      title: "Diese Adresse ist nicht verschlüsselt.",
      hint: "Verwenden Sie die Adresse mit https://. Nur ein Server auf diesem Rechner kommt ohne aus.",
    },
    unreachable: {
      title: "Unter dieser Adresse antwortet nichts.",
      hint: "Prüfen Sie die Schreibweise sowie Netzwerk oder VPN. Ist der Server nur gerade aus, speichern Sie trotzdem.",
    },
    tls: {
      title: "Es gibt keine vertrauenswürdige verschlüsselte Verbindung.",
      hint: "Das Zertifikat des Servers fehlt, ist abgelaufen oder hier unbekannt. Sagen Sie Ihrer Administration Bescheid.",
    },
    notOurApi: {
      title: "Etwas antwortet, aber es ist kein Souffleur-Server.",
      hint: "Prüfen Sie die ganze Adresse, gegebenenfalls mit Pfad.",
    },
    wrongToken: {
      title: "Das Token wurde abgelehnt.",
      hint: "Kopieren Sie es noch einmal vollständig. Wird es weiter abgelehnt, bitten Sie Ihre Administration um ein neues.",
    },
    serverTooOld: {
      title: "Der Server ist zu alt für diese Version von Souffleur.",
      hint: "Bitten Sie Ihre Administration, den Server zu aktualisieren.",
    },
    clientTooOld: {
      title: "Diese Version von Souffleur ist zu alt für den Server.",
      hint: "Aktualisieren Sie die Erweiterung auf der Erweiterungsseite Ihres Browsers.",
    },
  },
  serverErrorHint:
    "Versuchen Sie es in einigen Minuten noch einmal. Bleibt es dabei, sagen Sie Ihrer Administration Bescheid.",
  language: "Sprache",
  languageLabel: "Sprache der Seitenleiste und dieser Seite",
  languageOfBrowser: "Wie der Browser",
  languageSaved: "Sprache gespeichert.",
  firstSteps: "Erste Schritte",
  firstStepsHint: "Verbinden, die Schaltfläche griffbereit halten und ein Beispielticket zum Ausprobieren.",
  firstStepsAgain: "Noch einmal zeigen",
  firstStepsShown: "Sie stehen in der Seitenleiste, solange kein Ticket geöffnet ist.",
  pastLibraries: "Frühere Verbindungen",
  pastLibrariesHint:
    "Noch nicht gesendete Meldungen bleiben auf diesem Rechner. Sie werden gesendet, wenn Sie sich wieder mit dieser Adresse verbinden.",
  pastAgent: (agentId) => `als ${agentId}`,
  queuedFlags: counted({ one: "# Meldung wartet", other: "# Meldungen warten" }),
  noQueuedFlags: "Keine wartenden Meldungen",
  discard: "Verwerfen",
  discardOf: (endpoint) => `${endpoint} verwerfen`,
  discardQuestion: "Die Artikel dieser Verbindung von diesem Rechner löschen?",
  discardQuestionFlags: counted({
    one: "Die Artikel dieser Verbindung und # nie gesendete Meldung von diesem Rechner löschen?",
    other: "Die Artikel dieser Verbindung und # nie gesendete Meldungen von diesem Rechner löschen?",
  }),
  discardYes: "Endgültig löschen",
  discardNo: "Behalten",
  discardFailed: "Das Löschen ist fehlgeschlagen. Versuchen Sie es noch einmal.",
  privacy: "Datenschutz",
  privacyText:
    "Der Text Ihrer Tickets verlässt diesen Browser nie: Die passenden Artikel werden auf Ihrem Rechner gesucht. Gesendet wird an die Synchronisierungsadresse nur, was Sie melden oder übergeben (Fehler, Lücken, Entwürfe), welche Hinweise Sie verstanden haben und, wenn Sie teilen, was aus der Nutzung gelernt wird, einige Wörter und wie oft Artikel genutzt werden.",
};
