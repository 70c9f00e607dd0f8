/** The two systems the bench compares: the sidebar's own function, and MiniSearch as it comes. */
import MiniSearch from "minisearch";
import type { Article } from "../../lib/contract/article";
import { createLearner } from "../../lib/learning/learner";
import { createLibraryIndex } from "../../lib/library-index/library-index";
import { suggestArticles } from "../../lib/ranking/suggest-articles";
import { type BeirQuery, type PastTicket, ticketOfQuery } from "./beir";

/** What a system says of a ticket, and how long that took. `isShown` and `confidence` say whether an agent would see anything. */
export type Verdict = { ranked: string[]; isShown: boolean; confidence: number; tookMs: number };

export type System = (query: BeirQuery) => Promise<Verdict>;

/**
 * The function that the library worker calls for the sidebar, on an index filled as the worker fills its own. `past` tickets
 * teach their articles as by a link inserted. As in the worker, each ticket is noticed once it was answered.
 */
export async function createSidebarSystem(articles: Article[], past: PastTicket[]): Promise<System> {
  const index = createLibraryIndex();
  for (const article of articles) index.put(article);
  const byId = new Map(articles.map((article) => [article.id, article]));
  const read = async (ids: string[]) => ids.flatMap((id) => byId.get(id) ?? []);
  const nowMs = Date.now();
  const learner = createLearner({ base: index, nowMs: () => nowMs });
  let tickets = 0;
  const ticketOf = (query: BeirQuery) => {
    tickets += 1;
    return ticketOfQuery(query, String(tickets));
  };
  for (const { query, articleIds } of past) {
    const ticket = ticketOf(query);
    for (const id of articleIds) if (byId.has(id)) await learner.teach(ticket, id, "linked");
  }
  return async (query) => {
    const ticket = ticketOf(query);
    const options = { droppedTerms: [], nowMs, learned: learner.model() };
    const startMs = performance.now();
    const { hits, ranking } = await suggestArticles(index, read, ticket, options);
    const tookMs = performance.now() - startMs;
    if (past.length > 0) await learner.notice(ticket);
    const ranked = ranking.ranked.map(({ article }) => article.id);
    return { ranked, isShown: hits.length > 0, confidence: ranking.confidence, tookMs };
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
    const startMs = performance.now();
    const results = engine.search(`${query.metadata.subject}\n${query.text}`);
    const ranked = results.map((result) => String(result.id));
    const tookMs = performance.now() - startMs;
    return { ranked, isShown: ranked.length > 0, confidence: results[0]?.score ?? 0, tookMs };
  };
}
