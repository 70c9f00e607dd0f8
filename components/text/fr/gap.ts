/** Reporting what no article covers. */
import { createCounted } from "../counted";
import type { Text } from "../text";

const counted = createCounted("fr");

export const gap: Text["gap"] = {
  report: "Signaler un article manquant",
  offer: counted({ one: "Il ne convient pas ?", other: "Aucun ne convient ?" }),
  title: "Que manque-t-il ?",
  words: "Mots à envoyer",
  remove: (word) => `Retirer « ${word} »`,
  add: "Ajouter un mot",
  addShort: "Ajouter",
  only: {
    ticket: "Seuls ces mots seront envoyés, rien d’autre du ticket.",
    search: "Seuls ces mots seront envoyés.",
  },
  send: "Envoyer",
  cancel: "Annuler",
  problems: {
    notAWord: () => "Un ou deux mots, en lettres seulement : ni chiffres, ni adresses, ni signes.",
    alreadyThere: () => "Ce mot y est déjà.",
    enough: (most) => `${most} mots suffisent. Retirez-en un d’abord.`,
    none: () => "Ajoutez au moins un mot.",
    notSaved: () => "L’envoi n’a pas pu être enregistré. Réessayez.",
  },
  reported: "Article manquant signalé :",
  undo: "Annuler",
  undoIn: counted({ one: "Annulation possible pendant # seconde", other: "Annulation possible pendant # secondes" }),
  undone: "Envoi annulé",
  tooLate: "Trop tard pour annuler, c’est déjà parti.",
};
