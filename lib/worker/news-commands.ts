import type { LibraryDatabase } from "../db/library-database";
import type { Cards } from "./article-cards";
import type { Events } from "./events";
import type { NewsCommands } from "./protocol/news";

type NewsOptions = { database: LibraryDatabase; cards: Cards; events: Events; whenLoaded: () => Promise<void> };

/** The commands on what is new for the agent. */
export function createNewsCommands(_options: NewsOptions): NewsCommands {
  return { listNews: async () => [], compareNews: async () => null, markNewsRead: async () => undefined };
}
