/** How well the ticket was read, and the state in which the browser withholds it. */
import { createCounted } from "../counted";
import type { Text } from "../text";

const counted = createCounted("de");

export const health: Text["health"] = {
  well: "Ticket gelesen",
  partlyRead: "Teilweise gelesen",
  partly: (parts) => `Teilweise gelesen: ${parts}`,
  notRead: "Nicht gelesen",
  details: "Wie dieses Ticket gelesen wurde",
  lacking: {
    subject: "Betreff fehlt",
    messages: "Nachrichten fehlen",
    body: "Text der Nachrichten fehlt",
    older: "ältere Nachrichten fehlen",
    roles: "einige Nachrichten ausgelassen",
  },
  rows: {
    subject: "Betreff",
    noSubject: "Kein Betreff gefunden",
    messages: counted({ one: "# Nachricht", other: "# Nachrichten" }),
    noMessages: "Keine Nachrichten gefunden",
    noBody: "Text der Nachrichten nicht gefunden",
    older: "Ältere Nachrichten stehen nicht auf der Seite: Blenden Sie sie im Ticket ein.",
    roles: "Einige Nachrichten ausgelassen: Absender unklar",
    tags: counted({ one: "# Schlagwort", other: "# Schlagwörter" }),
    noTags: "Keine Schlagwörter",
    fields: counted({ one: "# Feld", other: "# Felder" }),
    noFields: "Keine Felder",
    channel: "Kanal",
    noChannel: "Kein Kanal",
  },
  byApi: "über die API des Helpdesks gelesen",
  by: (strategy) => `Gefunden über: ${strategy}`,
  copy: "Diagnose kopieren",
  copyHint: "Für Ihre Administration. Sie enthält keinen Text, keinen Namen und keine Ticketnummer.",
  outcomes: {
    copied: "Diagnose kopiert.",
    copiedWithoutPage: "Die Seite war nicht erreichbar: Kopiert wurde, was die Seitenleiste weiß.",
    failed: "Die Diagnose konnte nicht kopiert werden. Versuchen Sie es noch einmal.",
  },
};

export const access: Text["access"] = {
  lost: (name) => `Der Browser lässt Souffleur ${name} nicht lesen`,
  hint: "Tickets dort können erst gelesen werden, wenn Sie es erlauben. Die Suche funktioniert weiterhin.",
  hosts: "Adressen",
  allow: "Erlauben",
  refused:
    "Der Browser hat es nicht erlaubt. Öffnen Sie die Erweiterungsseite des Browsers, wählen Sie Souffleur und erlauben Sie das Lesen dieser Adressen.",
  allowed: "Erlaubt. Das Ticket erscheint gleich.",
};
