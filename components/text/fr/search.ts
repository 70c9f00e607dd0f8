/** Searching. */
import { createCounted } from "../counted";
import type { Text } from "../text";

const counted = createCounted("fr");

export const search: Text["search"] = {
  label: "Rechercher dans les articles",
  placeholder: "Rechercher un article",
  clear: "Effacer la recherche",
  searching: "Recherche…",
  results: counted({ one: "# résultat", other: "# résultats" }),
  noResult: (query) => `Aucun résultat pour « ${query} »`,
  noResultHint: "Essayez avec moins de mots ou d’autres mots. La recherche porte sur les titres, les tags et le texte.",
  failed: "La recherche n’a pas abouti",
  bySynonym: (words) => `Trouvés grâce aux synonymes de votre équipe pour ${words}`,
  synonymList: "Trouvés grâce aux synonymes",
  quoted: (word) => `« ${word} »`,
  filters: "Filtres",
  filtersSet: (count) => `Filtres (${count})`,
  filterNames: { language: "Langue", category: "Catégorie", kind: "Type", audience: "Visibilité" },
  anyLanguage: "Toutes les langues",
  anyCategory: "Toutes les catégories",
  anyKind: "Tous les types",
  anyAudience: "Internes et publics",
  verifiedOnly: "Vérifiés seulement",
  dropFilter: (filter) => `Rechercher sans le filtre « ${filter} »`,
  dropFilters: "Effacer les filtres",
  noResultNarrowed: "Les filtres cachent peut-être ce que vous cherchez.",
  noResultQuoted: "Les mots entre guillemets doivent se suivre exactement comme vous les avez saisis.",
  withoutFilters: "Rechercher sans les filtres",
  withoutQuotes: "Rechercher sans les guillemets",
};
