import type { Cards } from "./article-cards";
import type { ArticleCard } from "./protocol";

/** What a list shows of articles, in the order asked for; those that have gone are left out. */
export async function cardsById(cards: Cards, ids: string[]): Promise<ArticleCard[]> {
  const found = await cards.suggestions(ids.map((id) => ({ id, score: 0, passage: null, matchedTerms: [] })));
  return found.map(({ card }) => card);
}
