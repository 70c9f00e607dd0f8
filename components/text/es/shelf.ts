/** What is at hand before a search. */
import type { Text } from "../text";

export const shelf: Text["shelf"] = {
  title: "Fijados y recientes",
  pinnedTitle: "Fijados",
  similarTitle: "Utilizados en tickets parecidos",
  recentTitle: "Abiertos últimamente",
  searchesTitle: "Buscado últimamente",
  forget: "Olvidar",
  forgetRecent: "Olvidar lo que se ha abierto y buscado",
  forgotten: "Olvidado. Los artículos fijados se quedan.",
  searchAgain: (query) => `Buscar de nuevo «${query}»`,
  showAll: (count) => `Mostrar los ${count}`,
  pinArticle: "Fijar el artículo",
  pin: "Fijar",
  unpin: "Dejar de fijar",
  pinned: "Fijado",
  unpinned: "Ya no está fijado",
  full: "Hay 50 artículos fijados, que es el máximo. Deje de fijar uno antes.",
  pinFailed: "No se ha podido guardar. Inténtelo de nuevo.",
};
