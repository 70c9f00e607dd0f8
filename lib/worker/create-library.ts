/**
 * The library: database, index and sync behind the commands and events of `protocol.ts`. The panel reaches it through a
 * worker, tests and the background call it directly; nothing here knows which.
 */
import type { ApiClient } from "../api/client";
import { DEFAULT_SUGGEST_WHEN } from "../contract/suggest-when";
import type { AppliedPage } from "../db/apply-page";
import { readArticles } from "../db/articles";
import type { LibraryDatabase } from "../db/library-database";
import { createLibraryIndex } from "../library-index/library-index";
import { suggestArticles } from "../ranking/suggest-articles";
import type { RunAlone } from "../sync/sync-pass";
import { createCards } from "./article-cards";
import { type ChangedRows, changedRowsOf, NO_CHANGED_ROWS } from "./changed-rows";
import { proposeDraft } from "./draft-proposal";
import { createEvents } from "./events";
import { createFindingCommands } from "./finding-commands";
import { createFlagCommands } from "./flag-commands";
import { proposeGap } from "./gap-proposal";
import { startIndexLife } from "./index-life";
import { createLearning } from "./learning-commands";
import { createNewsCommands } from "./news-commands";
import { createNoticeCommands } from "./notice-commands";
import { createOutboxCommands } from "./outbox-commands";
import { createOutboxReport } from "./outbox-report";
import type { Library, SuggestAnswer } from "./protocol";
import { createReadingCommands } from "./reading-commands";
import { createSituationCommands } from "./situation-commands";
import { createSyncCommand } from "./sync-command";
import { createTeamVocabulary } from "./team-vocabulary";
import { createTicketMarkCommands } from "./ticket-mark-commands";
import { createTicketNames } from "./ticket-names";

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
  /** Calls back after a delay; without it the search index is never saved. */
  later?: (delayMs: number, callback: () => void) => void;
};

const EMPTY_LIBRARY: SuggestAnswer = {
  ...{ status: "libraryEmpty", suggestions: [] },
  ...{ certainty: null, probability: null, language: null },
};

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
  const outboxReport = createOutboxReport(database, events, () =>
    channel.announce({ ...NO_CHANGED_ROWS, hasChangedOutbox: true }),
  );
  const readMany = (ids: string[]) => readArticles(database, ids);

  const indexLife = startIndexLife({
    ...{ database, index, createId: options.createId, yieldToOthers: options.yieldToOthers, later: options.later },
    onIndexed: (ids) => events.emit("articlesChanged", { ids }),
  });
  const learning = createLearning({
    ...{ database, base: index, whenLoaded: indexLife.whenLoaded, nowMs },
    onLearned: (changedTerms) => channel.announce({ ...NO_CHANGED_ROWS, changedTerms }),
  });
  function follow({ articleIds, hasChangedVocabulary, changedTerms, ...changed }: ChangedRows): void {
    learning.reload(changedTerms);
    if (hasChangedVocabulary) {
      vocabulary.reread();
      events.emit("articlesChanged", { ids: [] });
    }
    if (changed.hasChangedNotices) events.emit("noticesChanged", null);
    // What cannot be read now is told with the next change.
    if (changed.hasChangedOutbox) outboxReport.tell("flags", "gaps", "drafts").catch(() => undefined);
    if (articleIds.length > 0) indexLife.catchUp();
  }
  channel.listen(follow);
  function onPage(page: AppliedPage): void {
    if (page.hasChangedPageReaders) events.emit("pageReadersChanged", null);
    const changed = changedRowsOf(page);
    if (!changed) return;
    follow(changed);
    channel.announce(changed);
  }

  const { sharesLearning } = learning;
  const { whenIndexed } = indexLife;
  const sync = createSyncCommand({ ...options, sharesLearning, events, outboxReport, onPage, whenIndexed });
  const { unteach: onFlagged, restore: onUnflagged } = learning;
  const flags = createFlagCommands({ ...options, outboxReport, onFlagged, onUnflagged, onQueued: sync.refresh });

  const nameTicket = createTicketNames(database);
  const { whenLoaded } = indexLife;
  const shared = {
    ...options,
    sharesLearning,
    index,
    events,
    cards,
    vocabulary,
    learning,
    nameTicket,
    whenLoaded,
    outboxReport,
    onQueued: sync.refresh,
    onNoticesChanged() {
      events.emit("noticesChanged", null);
      channel.announce({ ...NO_CHANGED_ROWS, hasChangedNotices: true });
    },
  };
  const outbox = createOutboxCommands(shared);
  const finding = createFindingCommands(shared);

  return {
    ...flags,
    ...learning.commands,
    ...createNoticeCommands(shared),
    ...createSituationCommands(shared),
    ...createNewsCommands(shared),
    ...finding,
    ...createReadingCommands({ ...shared, countUsage: outbox.countUsage }),
    ...createTicketMarkCommands(shared),
    ...outbox,
    async proposeGap({ ticket }) {
      await whenLoaded();
      return proposeGap(ticket, index);
    },
    async proposeDraft({ ticket, kind }) {
      await whenLoaded();
      const proposal = proposeDraft(ticket, kind, index);
      const similar = await finding.search({ text: proposal.content.title, limit: 3 });
      return { ...proposal, similar };
    },
    on: events.on,
    sync: sync.run,
    async suggest({
      ticket,
      droppedTerms,
      suggestWhen = DEFAULT_SUGGEST_WHEN,
      isMadeUp = false,
    }): Promise<SuggestAnswer> {
      await indexLife.whenLoaded();
      if (index.size === 0) return EMPTY_LIBRARY;
      const teamWords = await vocabulary.current();
      const rankOptions = { droppedTerms, suggestWhen, nowMs: nowMs(), teamWords, learned: await learning.model() };
      const { hits, certainty, ranking } = await suggestArticles(index, readMany, ticket, rankOptions);
      if (!isMadeUp) learning.notice(ticket);
      const suggestions = await cards.suggestions(hits);
      return {
        status: suggestions.length > 0 ? "found" : "nothingFits",
        suggestions,
        certainty: suggestions.length > 0 ? certainty : null,
        probability: ranking.confidence,
        language: ranking.query.language,
      };
    },
    async readArticle({ id }) {
      await indexLife.whenLoaded();
      return cards.detail(id);
    },
  };
}
