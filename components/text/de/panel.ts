/** The panel itself: its status line, its keys, its failures. */
import { createCounted } from "../counted";
import type { Text } from "../text";

const counted = createCounted("de");

export const sync: Text["sync"] = {
  freshAt: (moment) => `Aktuell, Stand ${moment}`,
  showingFrom: (moment) => `Artikel vom Stand ${moment}`,
  notYet: "Noch nicht synchronisiert",
  syncing: "Wird synchronisiert…",
  firstSync: (received, total) => `${received} von ${total} Artikeln`,
  firstSyncLabel: "Die Artikel werden geholt",
  offline: "Keine Verbindung",
  nextTry: (moment) => `nächster Versuch um ${moment}`,
  queuedFlags: counted({ one: "# Meldung wartet auf den Versand", other: "# Meldungen warten auf den Versand" }),
  syncNow: "Jetzt synchronisieren",
  options: "Einstellungen",
  openOptions: "Einstellungen öffnen",
  stopped: "Synchronisierung angehalten",
  problems: {
    offline: { title: "Sie sind offline", hint: "Die Artikel kommen, sobald wieder eine Verbindung besteht." },
    unauthorized: {
      title: "Ihr Zugangstoken wurde abgelehnt",
      hint: "Geben Sie in den Einstellungen ein neues ein.",
    },
    forbidden: {
      title: "Sie haben keinen Zugang zu dieser Wissensdatenbank",
      hint: "Bitten Sie Ihre Administration um Zugang.",
    },
    clientTooOld: {
      title: "Diese Version von Souffleur ist zu alt",
      hint: "Aktualisieren Sie die Erweiterung und öffnen Sie die Seitenleiste dann neu.",
    },
    notOurApi: {
      title: "Unter der Synchronisierungsadresse antwortet kein Souffleur-Server",
      hint: "Prüfen Sie die Adresse in den Einstellungen.",
    },
    serverError: {
      title: "Der Server hat ein Problem",
      hint: "Es wird von selbst noch einmal versucht. Nichts geht verloren.",
    },
    badAnswer: {
      title: "Die Antwort des Servers ist unverständlich",
      hint: "Sagen Sie Ihrer Administration Bescheid. Die vorhandenen Artikel bleiben nutzbar.",
    },
    rateLimited: {
      title: "Der Server bittet um Geduld",
      hint: "Es wird von selbst noch einmal versucht. Nichts geht verloren.",
    },
    storageFull: {
      title: "Der Speicher ist voll",
      hint: "Schaffen Sie Platz und synchronisieren Sie dann neu. Die vorhandenen Artikel bleiben nutzbar.",
    },
    libraryNewer: {
      title: "Souffleur wurde inzwischen aktualisiert",
      hint: "Schließen Sie die Seitenleiste und öffnen Sie sie neu. Hilft das nicht, starten Sie den Browser neu.",
    },
  },
  unsent: {
    title: (unsent) => `Noch nicht gesendet: ${unsent}`,
    names: { flags: "Meldungen", acknowledgements: "verstandene Hinweise", gaps: "Lücken", drafts: "Entwürfe" },
    hint: "Der Server nimmt sie zurzeit nicht an. Es wird von selbst noch einmal versucht. Nichts geht verloren.",
  },
};

export const notConnected: Text["notConnected"] = {
  title: "Noch nicht verbunden",
  hint: "Geben Sie die Synchronisierungsadresse Ihres Teams und Ihr Token ein, dann kommen die Artikel zu Ihnen.",
};

export const keys: Text["keys"] = {
  title: "Tasten",
  show: "Tasten anzeigen",
  close: "Schließen",
  search: "Suchen",
  move: "Zwischen Artikeln wechseln",
  open: "Artikel öffnen",
  flag: "Als falsch melden",
  insert: "Link einfügen",
  insertAnswer: "Antwort einfügen",
  quote: "Markierung zitieren (im Artikel)",
  copy: "Link kopieren",
  pin: "Artikel anheften",
  news: "Neuigkeiten",
  why: "Warum dieser Artikel",
  newer: "Neuere Vorschläge zeigen",
  gap: "Lücke melden",
  back: "Zurück oder Suche leeren",
  help: "Diese Liste",
  groups: {
    everywhere: "Überall",
    list: "Neben einem Ticket",
    article: "Auf dem Artikel im Fokus",
    reading: "In einem geöffneten Artikel",
  },
  names: { Enter: "Enter", Escape: "Esc" },
};

export const broken: Text["broken"] = {
  title: "In der Seitenleiste ist ein Fehler aufgetreten",
  hint: "Ihre Artikel und Meldungen sind sicher. Laden Sie die Seitenleiste neu, um weiterzuarbeiten.",
  reload: "Neu laden",
};
