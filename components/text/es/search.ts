/** Searching. */
import { createCounted } from "../counted";
import type { Text } from "../text";

const counted = createCounted("es");

export const search: Text["search"] = {
  label: "Buscar en los artículos",
  placeholder: "Buscar artículos",
  clear: "Borrar la búsqueda",
  searching: "Buscando…",
  results: counted({ one: "# resultado", other: "# resultados" }),
  noResult: (query) => `Ningún resultado para «${query}»`,
  noResultHint:
    "Pruebe con menos palabras o con otras. Se busca en los títulos, los encabezados, las etiquetas y el texto.",
  failed: "La búsqueda no ha funcionado",
  bySynonym: (words) => `Por los sinónimos de su equipo para ${words}`,
  synonymList: "Encontrado por sinónimos",
  quoted: (word) => `«${word}»`,
  filters: "Filtros",
  filtersSet: (count) => `Filtros (${count})`,
  filterNames: { language: "Idioma", category: "Categoría", kind: "Tipo", audience: "Para quién" },
  anyLanguage: "Todos los idiomas",
  anyCategory: "Todas las categorías",
  anyKind: "Todos los tipos",
  anyAudience: "Internos y públicos",
  verifiedOnly: "Solo verificados",
  dropFilter: (filter) => `Buscar sin el filtro «${filter}»`,
  dropFilters: "Quitar los filtros",
  noResultNarrowed: "Puede que los filtros oculten lo que busca.",
  noResultQuoted: "Las palabras entre comillas deben aparecer juntas tal como se han escrito.",
  withoutFilters: "Buscar sin filtros",
  withoutQuotes: "Buscar sin comillas",
};
