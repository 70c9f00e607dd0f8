/** Writing into the reply beside the panel. */
import type { Text } from "../text";

export const insert: Text["insert"] = {
  link: "Insérer le lien dans la réponse",
  answer: "Insérer la réponse",
  quote: "Citer dans la réponse le texte sélectionné",
  quoteNothing: "Pour citer, sélectionnez d’abord du texte dans l’article.",
  noTicket: "Pour insérer, ouvrez d’abord un ticket.",
  unreadable: "Ce ticket n’a pas pu être lu : rien n’est inséré dans sa page.",
  noAddress: "Pas de lien à insérer : cet article n’a pas d’adresse publique.",
  working: "Insertion…",
  inserted: "Inséré",
  insertedNote: "Inséré dans la note interne",
  askPublic: "Cet article est interne, et le client pourra lire cette réponse.",
  askUnknown: "Cet article est interne, et Souffleur ne sait pas qui lira cette réponse.",
  anyway: "Insérer quand même",
  copyInstead: "Copier plutôt",
  cancel: "Annuler",
  dismiss: "Fermer ce message",
  reasons: {
    unsure: "La page n’indique pas clairement quel ticket elle affiche.",
    noEditor: "Aucune réponse n’est ouverte.",
    didNotHold: "L’éditeur ne l’a pas accepté.",
    unreachable: "La page du ticket est injoignable.",
    copiedInstead: "Rien n’a été inséré.",
    otherTicket: "Un autre ticket est maintenant affiché. Rien n’a été inséré.",
  },
  copied: (keys) => `Copié : collez avec ${keys}.`,
  notCopied: "La copie a échoué aussi : sélectionnez le texte et copiez-le vous-même.",
};
