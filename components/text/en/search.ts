/** Searching. */
import { createCounted } from "../counted";

const counted = createCounted("en");

export const search = {
  label: "Search the articles",
  placeholder: "Search articles",
  clear: "Clear the search",
  searching: "Searching…",
  results: counted({ one: "# result", other: "# results" }),
  noResult: (query: string) => `Nothing found for “${query}”`,
  noResultHint: "Try fewer or other words. Titles, headings, tags and text are searched.",
  failed: "The search did not work",
  bySynonym: (words: string) => `Through your team’s synonyms for ${words}`,
  synonymList: "Found by synonyms",
  quoted: (word: string) => `“${word}”`,
  filters: "Filters",
  filtersSet: (count: string) => `Filters (${count})`,
  filterNames: { language: "Language", category: "Category", kind: "Kind", audience: "For whom" },
  anyLanguage: "All languages",
  anyCategory: "All categories",
  anyKind: "All kinds",
  anyAudience: "Internal and public",
  verifiedOnly: "Verified only",
  dropFilter: (filter: string) => `Search without the filter “${filter}”`,
  dropFilters: "Clear filters",
  noResultNarrowed: "The filters may hide what you are looking for.",
  noResultQuoted: "Words in quotation marks must stand together exactly as typed.",
  withoutFilters: "Search without filters",
  withoutQuotes: "Search without quotation marks",
};
