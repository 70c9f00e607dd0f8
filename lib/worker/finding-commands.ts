import { readArticles } from "../db/articles";
import type { LibraryDatabase } from "../db/library-database";
import type { LibraryIndex } from "../library-index/library-index";
import { searchArticles } from "../search/search-articles";
import type { Cards } from "./article-cards";
import type { Events } from "./events";
import type { Learning } from "./learning-commands";
import type { FindingCommands } from "./protocol/finding";
import type { TeamVocabulary } from "./team-vocabulary";

type FindingOptions = {
  database: LibraryDatabase;
  index: LibraryIndex;
  cards: Cards;
  vocabulary: TeamVocabulary;
  learning: Learning;
  events: Events;
  nowMs: () => number;
  whenLoaded: () => Promise<void>;
};

/** The commands on search and on what is kept at hand. */
export function createFindingCommands({ database, index, cards, whenLoaded }: FindingOptions): FindingCommands {
  return {
    async search({ text, limit }) {
      await whenLoaded();
      return cards.suggestions(await searchArticles(index, (ids) => readArticles(database, ids), text, limit));
    },
    searchChoices: async () => ({ languages: [], categories: [], kinds: [], audiences: [] }),
    readShelf: async () => ({ pinned: [], recent: [], similar: [], searches: [] }),
    pinArticle: async () => true,
    noteOpened: async () => undefined,
    noteSearched: async () => undefined,
    forgetRecent: async () => undefined,
  };
}
