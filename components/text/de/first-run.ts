/** The first steps, what an update brought, and the keys that open the panel. */
import type { Text } from "../text";

export const firstRun: Text["firstRun"] = {
  title: "Drei Schritte zum Anfang",
  hint: "In beliebiger Reihenfolge. Jeder davon kann entfallen.",
  connect: "Mit Ihrer Wissensdatenbank verbinden",
  connectHint: "Geben Sie die Synchronisierungsadresse und das Token ein, die Sie von Ihrem Team erhalten haben.",
  connectTokenHint: "Die Adresse hat Ihre Administration festgelegt. Es fehlt nur noch Ihr Token.",
  pin: "Die Schaltfläche griffbereit halten",
  pinHint:
    "Öffnen Sie in der Symbolleiste des Browsers die Erweiterungen (das Puzzleteil) und heften Sie Souffleur an.",
  try: "Sehen, wie es funktioniert",
  tryHint: "Probieren Sie es an einem erfundenen Ticket aus. Nichts wird gesendet, und nichts wird daraus gelernt.",
  tryOpen: "Beispielticket zeigen",
  tryClose: "Beispielticket ausblenden",
  stepDone: "(erledigt)",
  done: "Fertig",
  skip: "Den Rest überspringen",
  sample: {
    ticket: "Beispielticket",
    subject: "Ich kann mich nicht mehr anmelden",
    message:
      "Seit heute Morgen wird mein Passwort abgelehnt. Ich habe ein neues angefordert, aber es kommt keine E-Mail an.",
    fromYours: "Aus Ihrer Wissensdatenbank:",
    fromUs: "Beispiele dafür, was hier neben einem Ticket steht:",
    mark: "Beispiel",
    articles: [
      {
        title: "Ein Kunde erhält keine E-Mail zum Zurücksetzen des Passworts",
        summary: "Adresse, Spamordner und Kontosperre prüfen. Danach den Link noch einmal senden.",
      },
      {
        title: "Ein Konto nach zu vielen Versuchen entsperren",
        summary: "Wann sich ein Konto sperrt, wie lange das dauert und wer die Sperre früher aufheben darf.",
      },
      {
        title: "Was vor dem Ändern einer Anmeldeadresse zu fragen ist",
        summary: "Zwei Fragen, die nur beantworten kann, wem das Konto gehört.",
      },
    ],
  },
  settingsBroken: "Ihre Einstellungen sind nicht lesbar",
  settingsBrokenHint:
    "In den Einstellungen lassen sie sich reparieren. Ihre Artikel und nicht gesendeten Meldungen bleiben auf diesem Rechner.",
  updatedTo: (version) => `Aktualisiert auf ${version}`,
  whatChanged: "Was sich geändert hat",
  dismiss: "Nicht mehr anzeigen",
  changes: {
    "0-2": [
      "Hinweise Ihres Teams stehen neben den Tickets, die sie betreffen, bis Sie sie zur Kenntnis genommen haben.",
      "Die Situation eines Kunden führt ihre Artikel zusammen: Antwort, Kernpunkte, Ratschläge und Angebot.",
      "Die Seitenleiste sagt, was seit Ihrem letzten Blick neu ist und was aus Ihren Meldungen wurde.",
      "Wo kein Artikel passt, können Sie die Lücke melden oder den fehlenden Artikel aus dem Ticket entwerfen.",
      "Die Oberfläche gibt es auch auf Deutsch und Spanisch.",
    ],
  },
  shortcut: {
    openAndClose: "Diese Seitenleiste öffnen und schließen",
    notSet: "Nicht festgelegt",
    notSetHint: "Vielleicht verwendet eine andere Erweiterung diese Tasten.",
    set: "Im Browser festlegen",
    change: "Im Browser ändern",
    changeByHand:
      "Ändern können Sie sie auf der Add-ons-Seite des Browsers: Zahnrad, Tastenkombinationen von Erweiterungen verwalten.",
  },
};
