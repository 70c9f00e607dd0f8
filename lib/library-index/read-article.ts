/** From an article to what the index holds of it: its terms in order, their counts by field, and the facts ranking uses. */
import type { Article } from "../contract/article";
import { primaryLanguage } from "../text/languages";
import { tokenize } from "../text/tokens";
import { addTo, FIELDS, type Field } from "./fields";

/** Facts of an article that ranking needs without reading it from the database. `language` is a primary subtag. */
export type ArticleFacts = Pick<
  Article,
  | "id"
  | "title"
  | "kind"
  | "audience"
  | "version"
  | "translationOf"
  | "sourceVersion"
  | "verifiedAt"
  | "updatedAt"
  | "verifyEveryDays"
  | "openFlags"
  | "category"
  | "tags"
  | "situations"
> & { language: string };

/**
 * An article as terms. `parts`: title, summary, then each section, each a list of words, a word being the terms it stands
 * for. `tagTerms` stand in no running text. `counts` holds every term with its packed counts; `lengths` is in terms, in
 * the order of FIELDS.
 */
export type ReadArticle = {
  facts: ArticleFacts;
  parts: string[][][];
  tagTerms: string[];
  counts: Map<string, number>;
  lengths: number[];
};

function factsOf(article: Article): ArticleFacts {
  const { id, title, version, translationOf, sourceVersion, verifiedAt, updatedAt, verifyEveryDays, openFlags } =
    article;
  const { kind, audience, category, tags, situations } = article;
  return {
    ...{ id, title, version, translationOf, sourceVersion, verifiedAt, updatedAt, verifyEveryDays, openFlags },
    ...{ kind, audience, category, tags, situations },
    language: primaryLanguage(article.language),
  };
}

/** Reads an article in its own language. */
export function readArticle(article: Article): ReadArticle {
  const counts = new Map<string, number>();
  const lengths = FIELDS.map(() => 0);
  function read(text: string, field: Field): string[][] {
    const words = tokenize(text, article.language).map((token) => token.terms);
    const position = FIELDS.indexOf(field);
    for (const terms of words) {
      lengths[position] = (lengths[position] ?? 0) + terms.length;
      for (const term of terms) counts.set(term, addTo(counts.get(term) ?? 0, field));
    }
    return words;
  }
  const parts = [
    read(article.title, "title"),
    read(article.summary, "body"),
    ...article.sections.map(({ heading, text }) => [...read(heading, "headings"), ...read(text, "body")]),
  ];
  const tagText = [...article.tags, ...article.situations, ...article.category].join("\n");
  return { facts: factsOf(article), parts, tagTerms: read(tagText, "tags").flat(), counts, lengths };
}
