/** What a search is narrowed to, and what it can be narrowed to. */
import type { Article, ArticleKind, Audience } from "../contract/article";
import type { IndexedArticle, LibraryIndex } from "../library-index/library-index";
import { isOverdue } from "../ranking/rank-articles";
import { primaryLanguage } from "../text/languages";

/** Null (or false): not narrowed. `category` is the first name of a category path. */
export type SearchFilters = {
  language: string | null;
  category: string | null;
  kind: ArticleKind | null;
  audience: Audience | null;
  /** Only what was verified and is not due again. */
  isVerified: boolean;
};

/** What filters can be set to, by what the library holds; most frequent first. `languages` are primary subtags. */
export type SearchChoices = {
  languages: string[];
  categories: string[];
  kinds: ArticleKind[];
  audiences: Audience[];
};

type Filtered = Pick<
  IndexedArticle,
  "language" | "category" | "kind" | "audience" | "verifiedAt" | "updatedAt" | "verifyEveryDays"
>;

/** Whether an article is among those that the filters leave. */
export function passesFilters(article: Filtered, filters: SearchFilters, nowMs: number): boolean {
  const { language, category, kind, audience, isVerified } = filters;
  return (
    (language === null || primaryLanguage(article.language) === primaryLanguage(language)) &&
    (category === null || article.category[0] === category) &&
    (kind === null || article.kind === kind) &&
    (audience === null || article.audience === audience) &&
    (!isVerified || (article.verifiedAt !== null && !isOverdue(article, nowMs)))
  );
}

function byFrequency<Value extends string>(values: Value[]): Value[] {
  const counts = new Map<Value, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1)).map(([value]) => value);
}

/** What the articles of an index can be told apart by. */
export function choicesIn(index: LibraryIndex): SearchChoices {
  const facts = index
    .segments()
    .flatMap(({ articles, dead }) => articles.filter((_, document) => dead[document] === 0)) satisfies Pick<
    Article,
    "category"
  >[];
  return {
    languages: byFrequency(facts.map(({ language }) => language)),
    categories: byFrequency(facts.flatMap(({ category: [first] }) => first ?? [])),
    kinds: byFrequency(facts.map(({ kind }) => kind)),
    audiences: byFrequency(facts.map(({ audience }) => audience)),
  };
}
