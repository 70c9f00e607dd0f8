import type { LibraryDatabase } from "../db/library-database";
import type { LibraryIndex } from "../library-index/library-index";
import type { Cards } from "./article-cards";
import type { Learning } from "./learning-commands";
import type { OutboxCommands } from "./protocol/outbox";
import type { ReadingCommands } from "./protocol/reading";

type ReadingOptions = {
  database: LibraryDatabase;
  index: LibraryIndex;
  cards: Cards;
  learning: Learning;
  countUsage: OutboxCommands["countUsage"];
  whenLoaded: () => Promise<void>;
};

/** The commands on an article that is being read. */
export function createReadingCommands(_options: ReadingOptions): ReadingCommands {
  return {
    relatedArticles: async () => [],
    findDisagreements: async () => [],
    rateArticle: async () => undefined,
  };
}
