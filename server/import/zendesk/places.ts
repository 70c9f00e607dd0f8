import { tidyNames } from "../draft-of-html";
import type { JsonClient } from "../web/json-client";
import { readListing } from "./pages";
import { categorySchema, sectionSchema } from "./schemas";

/** The path of a section's names, from the category down; null when the section is not known in that language. */
export type FindPlace = (sectionId: number) => string[] | null;

/** Reads categories and sections as they are called in a language. `root` is the path all listings begin with. */
export async function readPlaces(client: JsonClient, root: string): Promise<FindPlace> {
  const categories =
    (await readListing({ client, path: `${root}/categories`, key: "categories" }, categorySchema)) ?? [];
  const sections = (await readListing({ client, path: `${root}/sections`, key: "sections" }, sectionSchema)) ?? [];
  const categoryById = new Map(categories.map((category) => [category.id, category]));
  const sectionById = new Map(sections.map((section) => [section.id, section]));
  return (sectionId) => {
    const names: string[] = [];
    const seen = new Set<number>();
    let section = sectionById.get(sectionId);
    if (!section) return null;
    let categoryId = section.category_id;
    // A section that is its own ancestor would have no end.
    while (section && !seen.has(section.id)) {
      seen.add(section.id);
      names.unshift(section.name);
      categoryId = section.category_id ?? categoryId;
      section = section.parent_section_id ? sectionById.get(section.parent_section_id) : undefined;
    }
    const category = categoryId ? categoryById.get(categoryId) : undefined;
    return tidyNames(category ? [category.name, ...names] : names);
  };
}
