/** Articles of the same matter as one that is read, found by the index alone. */
import type { Bm25f, IndexedArticle, LibraryIndex, WeightedTerm } from "../library-index/library-index";
import { termsOf } from "../text/tokens";

export type Neighbour = {
  article: IndexedArticle /** 0 to 1: 1 is as near as the article is to itself. */;
  nearness: number;
};

/** A title counts most here too; what a text mentions in passing makes no kinship. */
const KINSHIP_BM25F: Bm25f = {
  k: 3,
  fields: {
    title: { share: 6, b: 0.6 },
    headings: { share: 1.5, b: 0.8 },
    tags: { share: 3, b: 0.6 },
    body: { share: 1, b: 0.9 },
  },
};

/** What names an article, and how much each counts in the question which others are like it. */
const SHARES = { title: 1, tags: 0.6, category: 0.3 } as const;
const MAX_TERMS = 24;
const LOOKED_AT = 40;

function kinshipTerms(
  index: LibraryIndex,
  { title, tags, situations, category, language }: IndexedArticle,
): WeightedTerm[] {
  const shares = new Map<string, number>();
  function add(text: string, share: number): void {
    for (const term of termsOf(text, language)) shares.set(term, Math.max(shares.get(term) ?? 0, share));
  }
  add(title, SHARES.title);
  add([...tags, ...situations].join("\n"), SHARES.tags);
  add(category.join("\n"), SHARES.category);
  return [...shares]
    .map(([term, share]) => ({ term, weight: share * rarity(index, term) }))
    .sort((a, b) => b.weight - a.weight || (a.term < b.term ? -1 : 1))
    .slice(0, MAX_TERMS);
}

function rarity(index: LibraryIndex, term: string): number {
  return Math.log(1 + (index.size + 1) / (index.documentFrequency(term) + 1));
}

/** Articles in the same language like this one, nearest first; neither itself nor its translations. */
export function neighboursOf(index: LibraryIndex, id: string, limit: number): Neighbour[] {
  const own = index.get(id);
  if (!own) return [];
  const terms = kinshipTerms(index, own);
  const [self] = index.candidatesById([id], terms, KINSHIP_BM25F);
  if (!self || self.score <= 0) return [];
  const kin = new Set([id, ...index.translationsOf(id).map((other) => other.id)]);
  return index
    .candidates(terms, LOOKED_AT, KINSHIP_BM25F)
    .filter(({ article }) => article.language === own.language && !kin.has(article.id))
    .slice(0, limit)
    .map(({ article, score }) => ({ article, nearness: Math.min(1, score / self.score) }));
}

/** Less than this in common is a word or two that many articles share. */
const MIN_NEARNESS = 0.55;

/** The articles to offer beside one, at most `limit`. */
export function relatedTo(index: LibraryIndex, id: string, limit: number): IndexedArticle[] {
  return neighboursOf(index, id, limit)
    .filter(({ nearness }) => nearness >= MIN_NEARNESS)
    .map(({ article }) => article);
}
