/** Searching, and what stands in the panel before a search. */
import { readArticles } from "../db/articles";
import type { LibraryDatabase } from "../db/library-database";
import * as shelf from "../db/shelf";
import type { LibraryIndex } from "../library-index/library-index";
import { usedOnSimilarTickets } from "../ranking/similar-tickets";
import { createTicketQuery } from "../ranking/ticket-query";
import { choicesIn, type SearchChoices } from "../search/filters";
import { searchArticles } from "../search/search-articles";
import type { Ticket } from "../ticket";
import type { Cards } from "./article-cards";
import { cardsById } from "./cards-by-id";
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

/** More than can be shown: some of them are suggested already. */
const MAX_SIMILAR = 8;

/** Searches longer than this were pasted; they would fill the list of the last ones. */
const MAX_NOTED_LENGTH = 120;

/** The commands on search and on what is kept at hand. */
export function createFindingCommands(options: FindingOptions): FindingCommands {
  const { database, index, cards, vocabulary, learning, events, nowMs, whenLoaded } = options;
  const tellOfShelf = () => events.emit("shelfChanged", null);
  let choices: SearchChoices | null = null;
  events.on("articlesChanged", () => {
    choices = null;
  });

  async function similarTo(ticket: Ticket | null): Promise<string[]> {
    if (!ticket) return [];
    await whenLoaded();
    const { customer } = createTicketQuery(index, ticket, []);
    return usedOnSimilarTickets(await learning.model(), customer, MAX_SIMILAR);
  }

  return {
    async search({ text, limit, filters }) {
      await whenLoaded();
      // Without the team's words the search is only poorer.
      const synonyms = await vocabulary.current().then(
        (words) => words.synonyms,
        () => undefined,
      );
      const more = { ...(filters && { filters }), ...(synonyms && { synonyms }), nowMs: nowMs() };
      const hits = await searchArticles(index, (ids) => readArticles(database, ids), text, limit, more);
      return cards.suggestions(hits);
    },
    async searchChoices() {
      await whenLoaded();
      choices ??= choicesIn(index);
      return choices;
    },
    async readShelf({ ticket }) {
      const [entries, similar] = await Promise.all([shelf.readShelfEntries(database), similarTo(ticket)]);
      const isPinned = new Set(entries.pinned);
      const withoutPins = (ids: string[]) => ids.filter((id) => !isPinned.has(id));
      const [pinned, recent, alike] = await Promise.all(
        [entries.pinned, withoutPins(entries.opened), withoutPins(similar)].map((ids) => cardsById(cards, ids)),
      );
      return { pinned: pinned ?? [], recent: recent ?? [], similar: alike ?? [], searches: entries.searches };
    },
    async pinArticle({ articleId, isPinned }) {
      if (!isPinned) await shelf.unpinArticle(database, articleId);
      else if (!(await shelf.pinArticle(database, articleId, nowMs()))) return false;
      tellOfShelf();
      return true;
    },
    async noteOpened({ articleId }) {
      await shelf.noteOpened(database, articleId, nowMs());
      tellOfShelf();
    },
    async noteSearched({ text }) {
      const searched = text.trim();
      if (searched === "" || searched.length > MAX_NOTED_LENGTH) return;
      await shelf.noteSearched(database, searched, nowMs());
      tellOfShelf();
    },
    async forgetRecent() {
      await shelf.forgetRecent(database);
      tellOfShelf();
    },
  };
}
