/** What is at hand before a search. */
import type { Text } from "../text";

export const shelf: Text["shelf"] = {
  title: "Épinglés et récents",
  pinnedTitle: "Épinglés",
  similarTitle: "Utilisés pour des tickets semblables",
  recentTitle: "Derniers articles ouverts",
  searchesTitle: "Dernières recherches",
  forget: "Effacer",
  forgetRecent: "Effacer l’historique (articles et recherches)",
  forgotten: "Historique effacé. Vos articles épinglés sont conservés.",
  searchAgain: (query) => `Rechercher de nouveau « ${query} »`,
  showAll: (count) => `Tout afficher (${count})`,
  pinArticle: "Épingler l’article",
  pin: "Épingler",
  unpin: "Désépingler",
  pinned: "Épinglé",
  unpinned: "Désépinglé",
  full: "50 articles sont épinglés, c’est le maximum. Désépinglez-en un d’abord.",
  pinFailed: "L’enregistrement a échoué. Réessayez.",
};
