/** The two systems the bench compares: the sidebar's own function, and MiniSearch as it comes. */
import MiniSearch from "minisearch";
import type { Article } from "../../lib/contract/article";
import { createLibraryIndex } from "../../lib/library-index/library-index";
import { suggestArticles } from "../../lib/ranking/suggest-articles";
import { type BeirQuery, ticketOfQuery } from "./beir";

/** What a system says of a ticket. `isShown` and `confidence` say whether an agent would see anything. */
export type Verdict = { ranked: string[]; isShown: boolean; confidence: number };

export type System = (query: BeirQuery) => Promise<Verdict>;

/** The function that the library worker calls for the sidebar, on an index filled as the worker fills its own. */
export function createSidebarSystem(articles: Article[]): System {
  const index = createLibraryIndex();
  for (const article of articles) index.put(article);
  const byId = new Map(articles.map((article) => [article.id, article]));
  const read = async (ids: string[]) => ids.flatMap((id) => byId.get(id) ?? []);
  return async (query) => {
    const options = { droppedTerms: [], nowMs: Date.now() };
    const { hits, ranking } = await suggestArticles(index, read, ticketOfQuery(query, "1"), options);
    const ranked = ranking.ranked.map(({ article }) => article.id);
    return { ranked, isShown: hits.length > 0, confidence: ranking.confidence };
  };
}

/** MiniSearch with default options, asked with the ticket's whole text; it always shows what it finds. */
export function createDefaultSystem(articles: Article[]): System {
  const engine = new MiniSearch<{ id: string; title: string; text: string }>({ fields: ["title", "text"] });
  engine.addAll(
    articles.map(({ id, title, sections }) => ({
      ...{ id, title },
      text: sections.map(({ heading, text }) => `${heading}\n${text}`).join("\n"),
    })),
  );
  return async (query) => {
    const results = engine.search(`${query.metadata.subject}\n${query.text}`);
    const ranked = results.map((result) => String(result.id));
    return { ranked, isShown: ranked.length > 0, confidence: results[0]?.score ?? 0 };
  };
}
