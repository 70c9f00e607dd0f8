/** Flagging an article, and what became of the flag. */
import { createCounted } from "../counted";
import type { Text } from "../text";

const counted = createCounted("fr");

export const flag: Text["flag"] = {
  flag: "Signaler une erreur",
  flagged: "Signalé",
  details: "Afficher votre signalement",
  undo: "Annuler",
  undoIn: counted({ one: "Annulation possible pendant # seconde", other: "Annulation possible pendant # secondes" }),
  undone: "Signalement annulé",
  states: { queued: "En attente d’envoi", sent: "Envoyé", refused: "Refusé" },
  outcomes: { open: "Reçu", accepted: "En cours de traitement", fixed: "Corrigé, merci", declined: "Non retenu" },
  lookBy: (day) => `Reçu, examiné au plus tard le ${day}`,
  overdue: "Reçu, pas encore examiné",
  answer: "Réponse :",
  refused: (detail) => `Refusé par le serveur : ${detail}`,
  refusedPlain: "Refusé par le serveur. Refaites le signalement ou prévenez le responsable de la base.",
  question: "Qu’est-ce qui ne va pas ? (facultatif)",
  reasons: { incorrect: "Inexact", outdated: "Périmé", confusing: "Confus", incomplete: "Incomplet" },
  passage: "Passage signalé :",
  passageAttached: "Le passage sélectionné est joint à votre signalement",
  attachPassage: "Joindre le passage sélectionné",
  attachHint: "Pour désigner un passage, sélectionnez-le dans le texte.",
  removePassage: "Retirer le passage",
  word: "Précisions (facultatif)",
  wordPlaceholder: "Par exemple : les frais sont de 12 €",
  save: "Enregistrer",
  done: "Fermer",
  edit: "Préciser",
  saved: "Enregistré",
  notSaved: "Le signalement n’a pas pu être enregistré. Réessayez.",
  tooLate: "Trop tard pour annuler : le signalement est parti.",
  putAway: "Masquer",
  told: {
    accepted: (title) => `Votre signalement sur « ${title} » est en cours de traitement.`,
    fixed: (title) => `Votre signalement sur « ${title} » a donné lieu à une correction. Merci.`,
    declined: (title) => `Votre signalement sur « ${title} » n’a pas été retenu.`,
  },
  more: counted({ one: "# autre réponse.", other: "# autres réponses." }),
};
