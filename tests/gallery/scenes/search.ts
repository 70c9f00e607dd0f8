import type { Suggestion } from "../../../lib/worker/protocol";
import type { SearchChoices } from "../../../lib/worker/protocol/finding";
import { SUGGESTIONS } from "../articles";
import { FOUND, library, press, type Scene, soon, type } from "../scene";

const CHOICES: SearchChoices = {
  languages: ["en", "fr", "de"],
  categories: ["Billing", "Internet and Wi-Fi", "Moving house", "Orders"],
  kinds: ["how-to", "troubleshooting", "policy"],
  audiences: ["public", "internal"],
};

const bySynonym = SUGGESTIONS.slice(1, 3).map(
  (suggestion): Suggestion => ({
    ...suggestion,
    matchedTerms: [{ term: "decod", label: "set-top box", share: 1, fields: ["title", "synonym"] }],
  }),
);

const searching = (results: Suggestion[]) =>
  library(FOUND, {}, { search: async () => results, searchChoices: async () => CHOICES });

async function openFilters(root: HTMLElement, text: string): Promise<void> {
  type(root, text);
  await soon();
  press(root, ".filter-button");
  await soon();
}

async function setFilters(root: HTMLElement, text: string): Promise<void> {
  await openFilters(root, text);
  for (const [name, value] of [
    ["Language", "fr"],
    ["Langue", "fr"],
    ["Category", "Internet and Wi-Fi"],
    ["Catégorie", "Internet and Wi-Fi"],
  ]) {
    const field = root.querySelector<HTMLSelectElement>(`select[aria-label="${name}"]`);
    if (!field || value === undefined) continue;
    field.value = value;
    field.dispatchEvent(new Event("change", { bubbles: true }));
  }
  press(root, ".filter-check input");
  await soon();
}

export const searchScenes: Record<string, Scene> = {
  search: { library: searching(SUGGESTIONS.slice(0, 3)), act: (root) => type(root, "refund") },
  searchNothing: { library: searching([]), act: (root) => type(root, "xyz 500") },
  searchQuotedNothing: { library: searching([]), act: (root) => type(root, '"direct debit fee"'), language: "fr" },
  searchFilters: { library: searching(SUGGESTIONS.slice(0, 3)), act: (root) => openFilters(root, "refund") },
  searchFiltersSet: { library: searching(SUGGESTIONS.slice(0, 3)), act: (root) => setFilters(root, "refund") },
  searchFiltersFrench: {
    library: searching(SUGGESTIONS.slice(0, 3)),
    act: (root) => setFilters(root, "remboursement"),
    language: "fr",
  },
  searchFilterChips: {
    library: searching(SUGGESTIONS.slice(0, 3)),
    act: async (root) => {
      await setFilters(root, "refund");
      press(root, ".filter-button");
    },
  },
  searchNarrowedNothing: {
    library: searching([]),
    act: async (root) => {
      await setFilters(root, "refund");
      press(root, ".filter-button");
    },
  },
  searchSynonyms: {
    library: searching([...SUGGESTIONS.slice(0, 1), ...bySynonym]),
    act: (root) => type(root, "set-top box"),
  },
};
