/** What is new for the agent. */
import { createCounted } from "../counted";
import type { Text } from "../text";

const counted = createCounted("fr");

export const news: Text["news"] = {
  title: "Nouveautés",
  count: counted({ one: "# article nouveau ou modifié", other: "# articles nouveaux ou modifiés" }),
  show: "Afficher",
  showLabel: "Afficher les nouveautés",
  loading: "Recherche des nouveautés…",
  failed: "Impossible de lire les nouveautés",
  none: "Rien de nouveau",
  noneHint: "Les articles nouveaux ou modifiés sont listés ici jusqu’à ce que vous les ayez lus.",
  forTicket: "Pour ce ticket",
  others: "Autres",
  changes: { new: "Nouveau", changed: "Modifié" },
  read: "Lu",
  markAllRead: "Tout marquer comme lu",
  allRead: "Tout est marqué comme lu",
  notSaved: "L’enregistrement a échoué. Réessayez.",
  whatChanged: "Ce qui a changé",
  comparing: "Comparaison…",
  compareFailed: "Impossible de comparer les deux versions. Fermez et réessayez.",
  nothingToCompare: "L’ancien texte n’est plus conservé. Ouvrez l’article pour le lire tel qu’il est maintenant.",
  titleChanged: "Titre",
  replyChanged: "Réponse type",
  added: "Ajouté :",
  removed: "Supprimé :",
};
