/** The options page: learning from use. */
import type { WholeText } from "../text";

export const learning: WholeText["learning"] = {
  title: "Lernen aus der Nutzung",
  hint: "Wenn Sie einen Artikel neben einem Ticket verwenden, merkt sich Souffleur die Wörter des Tickets dazu, damit der Artikel nächstes Mal schneller gefunden wird. Gespeichert werden nur Wörter, nie der Text.",
  share: "Diese Wörter mit dem Team teilen",
  shareHint:
    "Wörter, einzeln oder paarweise, gehen mit dem Artikel, zu dem sie geführt haben, an die Synchronisierungsadresse: kein Ticket, keine Zahlen, keine Uhrzeit und, soweit erkennbar, keine Namen. Die anderen erhalten ein Wort, sobald drei von Ihnen es beigebracht haben. Auch wie oft Artikel genutzt werden, wird gezählt und gesendet; ohne Teilen wird nichts gezählt.",
  byPolicy: "Von Ihrer Administration festgelegt",
  saved: "Gespeichert.",
  show: "Zeigen, was gesendet wird",
  showFailed: "Das konnte nicht gelesen werden. Versuchen Sie es noch einmal.",
  none: "Es wartet nichts auf den Versand, und zuletzt wurde nichts gesendet.",
  listHint: "Genau diese Wörter verlassen diesen Rechner, auf ihren Stamm gekürzt.",
  kinds: { learn: "der Artikel wurde verwendet", unlearn: "der Artikel wurde als falsch gemeldet" },
  states: { queued: "wartet", sent: "gesendet", refused: "vom Server nicht angenommen" },
  forget: "Alles hier Gelernte vergessen",
  forgetQuestion:
    "Soll alles vergessen werden, was dieser Rechner gelernt hat? Was auf den Versand wartet, wird gelöscht; was Ihr Team gelernt hat, bleibt.",
  forgetYes: "Vergessen",
  forgetNo: "Behalten",
  forgotten: "Vergessen.",
  forgetFailed: "Das Vergessen ist fehlgeschlagen. Versuchen Sie es noch einmal.",
};
