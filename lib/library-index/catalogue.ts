import type { ArticleFacts } from "./read-article";
import { byCodeUnit } from "./segment";

/** Which articles belong together, and which languages there are. */
export type Catalogue = {
  /** Primary language subtags of the articles, sorted. */
  languages(): string[];
  /** Ids of the source and the sister translations of an article. */
  family(facts: Pick<ArticleFacts, "id" | "translationOf">): string[];
  add(facts: ArticleFacts): void;
  remove(facts: ArticleFacts): void;
};

/** An empty catalogue. */
export function createCatalogue(): Catalogue {
  const languages = new Map<string, number>();
  const families = new Map<string, Set<string>>();

  function countLanguage(language: string, step: 1 | -1): void {
    const count = (languages.get(language) ?? 0) + step;
    if (count > 0) languages.set(language, count);
    else languages.delete(language);
  }

  return {
    languages: () => [...languages.keys()].sort(byCodeUnit),
    family({ id, translationOf }) {
      const sourceId = translationOf ?? id;
      const members = new Set([sourceId, ...(families.get(sourceId) ?? [])]);
      members.delete(id);
      return [...members];
    },
    add({ id, translationOf, language }) {
      countLanguage(language, 1);
      if (translationOf === null) return;
      const members = families.get(translationOf) ?? new Set();
      families.set(translationOf, members.add(id));
    },
    remove({ id, translationOf, language }) {
      countLanguage(language, -1);
      if (translationOf === null) return;
      const members = families.get(translationOf);
      members?.delete(id);
      if (members?.size === 0) families.delete(translationOf);
    },
  };
}
