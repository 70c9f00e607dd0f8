/** The options page: how tickets are read, and where. */
import type { WholeText } from "../text";

export const reading: WholeText["reading"] = {
  title: "Tickets lesen",
  byApi: "Die API des Helpdesks nach dem fragen, was die Seite nicht zeigt",
  byApiHint:
    "Nur lesend, mit Ihrer eigenen Anmeldung, höchstens zwei Anfragen je geöffnetem Ticket; der Text bleibt auf diesem Rechner.",
  byPolicy: "Von Ihrer Administration festgelegt",
  saved: "Gespeichert.",
};

export const hosts: WholeText["hosts"] = {
  title: "Adressen des Helpdesks",
  hint: "Adressen wie acme.zendesk.com werden ohnehin gelesen. Fügen Sie eine hinzu, wenn Ihr Team eine eigene Adresse verwendet.",
  list: "Ihre eigenen Adressen",
  allowed: "Erlaubt",
  notAllowed: "Vom Browser nicht erlaubt",
  byPolicy: "Von Ihrer Administration festgelegt",
  allow: "Erlauben",
  allowOf: (host) => `${host} erlauben`,
  allowRefused:
    "Der Browser hat es nicht erlaubt. Versuchen Sie es noch einmal oder erlauben Sie es auf der Erweiterungsseite des Browsers.",
  remove: "Entfernen",
  removeOf: (host) => `${host} entfernen`,
  removeFailed: "Die Adresse konnte nicht entfernt werden. Versuchen Sie es noch einmal.",
  removed: (host) => `${host} wurde entfernt.`,
  address: "Adresse",
  addressPlaceholder: "hilfe.example.com",
  helpdesk: "Helpdesk-System",
  add: "Hinzufügen",
  adding: "Wird hinzugefügt…",
  addFailed: "Die Adresse konnte nicht hinzugefügt werden. Versuchen Sie es noch einmal.",
  loadFailed: "Die Adressen konnten nicht gelesen werden. Laden Sie diese Seite neu.",
  outcomes: {
    added: { title: "Hinzugefügt.", hint: "Tickets, die dort offen sind, werden ab sofort gelesen." },
    notAHost: { title: "Das ist keine https-Adresse.", hint: "Erwartet wird eine Adresse wie hilfe.example.com." },
    covered: {
      title: "Diese Adresse wird ohnehin gelesen.",
      hint: "Hinzufügen müssen Sie nur eigene Adressen Ihres Teams.",
    },
    otherProduct: {
      title: "Das ist ein anderes Produkt.",
      hint: "Seine Adressen sehen aus wie die von Freshdesk, aber seine Tickets können nicht gelesen werden.",
    },
    refused: {
      title: "Dem Browser wurde das Lesen dieser Adresse nicht erlaubt.",
      hint: "Fügen Sie sie noch einmal hinzu und stimmen Sie der Nachfrage zu.",
    },
  },
};
