/** What is new for the agent: which articles, what changed in them, and that they were read. */
import { readArticles } from "../db/articles";
import type { LibraryDatabase } from "../db/library-database";
import { readNews, settleNews } from "../db/news";
import type { LibraryIndex } from "../library-index/library-index";
import { certaintyOf } from "../ranking/confidence";
import { rankArticles } from "../ranking/rank-articles";
import { MIN_SHARE_OF_FIRST } from "../ranking/weights";
import type { Ticket } from "../ticket";
import type { Cards } from "./article-cards";
import { cardsById } from "./cards-by-id";
import { compareArticles } from "./compare-articles";
import type { Events } from "./events";
import type { Learning } from "./learning-commands";
import type { NewsCommands } from "./protocol/news";
import type { TeamVocabulary } from "./team-vocabulary";

type NewsOptions = {
  database: LibraryDatabase;
  index: LibraryIndex;
  cards: Cards;
  vocabulary: TeamVocabulary;
  learning: Learning;
  events: Events;
  nowMs: () => number;
  whenLoaded: () => Promise<void>;
};

/** The commands on what is new for the agent. */
export function createNewsCommands(options: NewsOptions): NewsCommands {
  const { database, index, cards, vocabulary, learning, events, nowMs, whenLoaded } = options;

  function tellCount(): void {
    database.news.count().then(
      (count) => events.emit("newsChanged", { count }),
      // The database is closing, or the disk fails: the next pass tells the count again.
      () => undefined,
    );
  }
  // Whoever wrote it, this panel, another one or the background, a pass tells of it; and one runs when a panel opens.
  events.on("syncChanged", tellCount);

  /** Ids of the articles that would be suggested for a ticket, best first. */
  async function suitable(ticket: Ticket | null): Promise<string[]> {
    await whenLoaded();
    if (!ticket || index.size === 0) return [];
    const teamWords = await vocabulary.current();
    const rankOptions = { droppedTerms: [], nowMs: nowMs(), teamWords, learned: await learning.model() };
    const { ranked, confidence } = rankArticles(index, ticket, rankOptions);
    const [first] = ranked;
    if (!first || certaintyOf(confidence, "balanced") === null) return [];
    return ranked.filter(({ score }) => score >= first.score * MIN_SHARE_OF_FIRST).map(({ article }) => article.id);
  }

  return {
    async listNews({ ticket }) {
      const news = await readNews(database);
      if (news.length === 0) return [];
      // Without its order by the ticket the list is only poorer.
      const places = new Map((await suitable(ticket).catch(() => [])).map((id, place) => [id, place]));
      const placeOf = (id: string) => places.get(id) ?? places.size;
      const byId = new Map(news.map((row) => [row.articleId, row]));
      // The sort is stable: what suits alike stays newest first.
      const ids = news.map(({ articleId }) => articleId).sort((a, b) => placeOf(a) - placeOf(b));
      const found = await cardsById(cards, ids);
      return found.flatMap((card) => {
        const row = byId.get(card.id);
        if (!row) return [];
        const { before, arrivedAtMs } = row;
        const change = before === null ? "new" : "changed";
        const suitsTicket = places.has(card.id);
        return [{ card, change, sinceVersion: before?.version ?? null, arrivedAtMs, suitsTicket } as const];
      });
    },
    async compareNews({ articleId }) {
      const [row, [article]] = await Promise.all([database.news.get(articleId), readArticles(database, [articleId])]);
      return row?.before && article ? compareArticles(row.before, article) : null;
    },
    async markNewsRead({ articleIds }) {
      if (await settleNews(database, articleIds)) tellCount();
    },
  };
}
