/** Why an article was found: the typed words it has, where, and the passage that says most about them. */
import type { Article } from "../contract/article";
import {
  type Bm25f,
  type Candidate,
  countIn,
  FIELDS,
  type LibraryIndex,
  type WeightedTerm,
} from "../library-index/library-index";
import { findPassage } from "../ranking/passage";
import type { Hit, MatchedTerm } from "../ranking/suggest-articles";
import type { SynonymWord } from "./synonym-queries";

/**
 * A title names the matter in the words people search with; a long body holds most words anyway. Titles count in full
 * whatever their length, headings and tags nearly so.
 */
export const SEARCH_BM25F: Bm25f = {
  k: 1.2,
  fields: {
    title: { share: 3, b: 0.5 },
    headings: { share: 1.5, b: 0.5 },
    tags: { share: 1.5, b: 0.5 },
    body: { share: 1, b: 0.75 },
  },
};

/** `groups` are the terms that were looked for in the place of each word. */
export function explainHit(
  index: LibraryIndex,
  words: readonly SynonymWord[],
  groups: readonly WeightedTerm[][],
  { score, counts }: Candidate,
  article: Article,
): Hit {
  const termWeights = new Map<string, number>();
  let at = 0;
  const matchedTerms = words.flatMap(({ label, terms, said }, position): MatchedTerm[] => {
    const group = groups[position] ?? [];
    const packed = counts.subarray(at, at + group.length);
    at += group.length;
    group.forEach(({ term, weight }, number) => {
      if (packed[number] !== 0) termWeights.set(term, weight);
    });
    const fields: MatchedTerm["fields"] = FIELDS.filter((field) => packed.some((each) => countIn(each, field) > 0));
    if (fields.length === 0) return [];
    const own = index.candidatesById([article.id], group, SEARCH_BM25F)[0]?.score ?? 0;
    const share = score === 0 ? 0 : own / score;
    const term = terms[0] ?? label;
    return [
      said === null ? { term, label, share, fields } : { term, label: said, share, fields: [...fields, "synonym"] },
    ];
  });
  const passage = findPassage(article.sections, article.language, termWeights);
  return { id: article.id, score, passage, matchedTerms };
}
