/**
 * The library: database, index and sync behind the commands and events of `protocol.ts`. The panel reaches it through a
 * worker, tests and the background call it directly; nothing here knows which.
 */
import type { ApiClient } from "../api/client";
import type { AppliedPage } from "../db/apply-page";
import { readAllArticles, readArticles } from "../db/articles";
import type { LibraryDatabase } from "../db/library-database";
import { createLibraryIndex } from "../library-index/library-index";
import { suggestArticles } from "../ranking/suggest-articles";
import { searchArticles } from "../search/search-articles";
import type { RunAlone } from "../sync/sync-pass";
import { createCards } from "./article-cards";
import { type ChangedRows, changedRowsOf } from "./changed-rows";
import { createEvents } from "./events";
import { createFlagCommands } from "./flag-commands";
import type { Library, SuggestAnswer } from "./protocol";
import { createSyncCommand } from "./sync-command";
import { createTeamVocabulary } from "./team-vocabulary";

/** Tells other contexts on the same library which rows changed, and hears it from them. */
export type ChangeChannel = {
  announce(changed: ChangedRows): void;
  listen(listener: (changed: ChangedRows) => void): void;
  close(): void;
};

export type LibraryOptions = {
  database: LibraryDatabase;
  api: ApiClient;
  runAlone: RunAlone;
  channel: ChangeChannel;
  nowMs: () => number;
  random: () => number;
  /** A new UUID, version 7. */
  createId: () => string;
  /** Lets other tasks of this thread run. */
  yieldToOthers: () => Promise<void>;
};

/** How many articles are indexed before other tasks get their turn. */
const INDEX_SLICE = 25;

/**
 * Opens the library and begins to index what is stored; commands wait for the part they need. `syncState` events start
 * only with the first `sync`.
 */
export function createLibrary(options: LibraryOptions): Library {
  const { database, channel, nowMs } = options;
  const index = createLibraryIndex();
  const events = createEvents();
  const cards = createCards(database, index);
  const vocabulary = createTeamVocabulary(database);
  const readMany = (ids: string[]) => readArticles(database, ids);

  async function loadIndex(): Promise<void> {
    for await (const slice of readAllArticles(database, INDEX_SLICE)) {
      for (const article of slice) index.put(article);
      await options.yieldToOthers();
    }
  }
  const isLoaded = loadIndex();
  // Whoever waits for the index gets the error; this keeps it from counting as unhandled until somebody does.
  isLoaded.catch(() => undefined);

  /** Brings rows from the database into the index, one update after the other. */
  async function reindex(ids: string[]): Promise<void> {
    try {
      await reindexSlices(ids);
    } catch (error) {
      missed.push(...ids);
      throw error;
    }
    if (ids.length > 0) events.emit("articlesChanged", { ids });
  }

  async function reindexSlices(ids: string[]): Promise<void> {
    await isLoaded;
    for (let at = 0; at < ids.length; at += INDEX_SLICE) {
      const slice = ids.slice(at, at + INDEX_SLICE);
      const found = new Map((await readMany(slice)).map((article) => [article.id, article]));
      for (const id of slice) {
        const article = found.get(id);
        if (article) index.put(article);
        else index.remove(id);
      }
      await options.yieldToOthers();
    }
  }

  const missed: string[] = [];
  let reindexing: Promise<void> = isLoaded;
  function reindexNext(ids: string[]): void {
    // Rows that could not be read are tried again with the next ones; until then search has them as they were.
    missed.push(...ids);
    reindexing = reindexing.catch(() => undefined).then(() => reindex(missed.splice(0)));
    // Whoever waits for the index gets the error; this keeps it from counting as unhandled until somebody does.
    reindexing.catch(() => undefined);
  }
  function follow({ articleIds, hasChangedVocabulary }: ChangedRows): void {
    if (hasChangedVocabulary) {
      vocabulary.reread();
      events.emit("articlesChanged", { ids: [] });
    }
    if (articleIds.length > 0) reindexNext(articleIds);
  }
  channel.listen(follow);
  function onPage(page: AppliedPage): void {
    if (page.hasChangedPageReaders) events.emit("pageReadersChanged", null);
    const changed = changedRowsOf(page);
    if (!changed) return;
    follow(changed);
    channel.announce(changed);
  }

  const sync = createSyncCommand({ ...options, events, onPage, whenIndexed: () => reindexing });
  const flags = createFlagCommands({ ...options, events, onQueued: sync.refresh });

  return {
    ...flags,
    on: events.on,
    sync: sync.run,
    async suggest({ ticket, droppedTerms }): Promise<SuggestAnswer> {
      await isLoaded;
      if (index.size === 0) return { status: "libraryEmpty", suggestions: [], language: null };
      const { hits, ranking } = await suggestArticles(index, readMany, ticket, { droppedTerms, nowMs: nowMs() });
      const suggestions = await cards.suggestions(hits);
      return {
        status: suggestions.length > 0 ? "found" : "nothingFits",
        suggestions,
        language: ranking.query.language,
      };
    },
    async search({ text, limit }) {
      await isLoaded;
      return cards.suggestions(await searchArticles(index, readMany, text, limit));
    },
    async readArticle({ id }) {
      await isLoaded;
      return cards.detail(id);
    },
  };
}
