/** The offline copy: one IndexedDB database for each library, so that two endpoints never share a row. */
import { Dexie, type Table, type Transaction } from "dexie";
import type { Article } from "../contract/article";
import type { FlagOutcome, FlagReason } from "../contract/flags";
import type { Helpdesk } from "../contract/helpdesk";
import type { ArticleTerms, Lesson } from "../contract/learned-terms";
import type { Acknowledgement, Notice } from "../contract/notice";
import type { PageReader } from "../contract/page-reader";
import type { Situation } from "../contract/situation";
import type { SynonymSet } from "../contract/synonym";
import type { GapSubmission, UsageEvent } from "../contract/usage";

/** `generation` is the full read that brought the row, or under which it last changed. */
export type StoredArticle = { id: string; generation: number; article: Article };

/** A helpdesk's page-reader update; `generation` as for articles. */
export type StoredPageReader = { helpdesk: Helpdesk; generation: number; pageReader: PageReader };

/** What the whole team taught about an article; `generation` as for articles. */
export type StoredArticleTerms = { articleId: string; generation: number; articleTerms: ArticleTerms };

/** Phrases that mean the same to the team; `generation` as for articles. */
export type StoredSynonymSet = { id: string; generation: number; synonymSet: SynonymSet };

/** A customer situation with its cues; `generation` as for articles. */
export type StoredSituation = { id: string; generation: number; situation: Situation };

/** A notice; `generation` as for articles. */
export type StoredNotice = { id: string; generation: number; notice: Notice };

/** What became of one of the agent's own flags, as the server told it last. `isNew` until the agent has seen it. */
export type StoredFlagOutcome = { id: string; generation: number; outcome: FlagOutcome; isNew: boolean };

/** That the agent has understood a notice's version; `id` is `<notice's id>/<version>`. Told by the server or by this machine. */
export type StoredAcknowledgement = {
  id: string;
  state: "queued" | "sent" | "refused";
  acknowledgement: Acknowledgement;
};

/** A version of a notice that the agent does not want to see again. */
export type StoredMute = { noticeId: string; version: number };

/** A gap on its way to the server, and afterwards the record of it. Before `undoUntilMs` (epoch) it must not leave. */
export type StoredGap = {
  id: string;
  state: "queued" | "sent" | "refused";
  reportedAtMs: number;
  undoUntilMs: number;
  detail: string | null;
  gap: GapSubmission;
};

/** An article an agent writes; content as in `authoring.ts`, checked where it is read. `revision` as for flags. */
export type StoredDraft = {
  id: string;
  state: "local" | "queued" | "sent" | "refused";
  content: unknown;
  note: string;
  detail: string | null;
  /** Refused because the article of this id is another's by now: it can only go on under a new one. */
  isOvertaken?: boolean;
  createdAtMs: number;
  /** Later with every change, so that it also tells one state of the draft from the next. */
  updatedAtMs: number;
  revision: number;
};

/** Uses not sent yet, counted by day, kind and article (`id`); `batchId` null until they belong to a batch that is sent. */
export type StoredUsage = { id: string; batchId: string | null; event: UsageEvent };

/** What the agent did on a ticket, or set aside for it. `ticket` is a salted hash, `ref` an article's or a notice's id. */
export type StoredTicketMark = { id: string; ticket: string; kind: string; ref: string; atMs: number };

/** An article that is news to the agent. `before` is what it said when the agent last had it; null: it is new. */
export type StoredNews = {
  articleId: string;
  arrivedAtMs: number;
  before: {
    version: number;
    title: string;
    sections: { heading: string; text: string }[];
    replyText: string | null;
  } | null;
};

/** What the agent said of an article on a day (`YYYY-MM-DD`): words that were counted, and are not counted again. */
export type StoredRating = { articleId: string; day: string; said: ("helpful" | "notHelpful")[] };

/** What the agent keeps at hand: pinned and opened articles (`ref`: their ids), and searches (`ref`: their text). */
export type StoredShelfEntry = { id: string; kind: "pinned" | "opened" | "searched"; ref: string; atMs: number };

/** Articles that a page wrote or removed; `position` counts the pages. */
export type StoredUnindexed = { position: number; articleIds: string[] };

/** A part of the saved search index; lib/db/index-store.ts knows what `content` is. */
export type StoredIndexPart = { id: string; content: unknown };

/** What this machine has learnt about an article (lib/learning says what the numbers mean); weights by term. */
export type StoredLearnedTerms = {
  articleId: string;
  analysis: number;
  tickets: number;
  terms: ReadonlyMap<string, number>;
  doubts: ReadonlyMap<string, number>;
  updatedAtMs: number;
};

/** A row of learning's memory by kind and key (`term/<hash>`); lib/db/learned.ts knows the kinds. */
export type StoredMemory = { id: string; atMs: number; content: unknown };

/**
 * A lesson on its way to the server, and for a while the record of what was sent. `queuedAtMs` and `dueAtMs` stay on this
 * machine; before `dueAtMs` (epoch milliseconds) the lesson must not leave. `flagId`: the flag that unlearns by it.
 */
export type StoredLesson = {
  id: string;
  state: "queued" | "sent" | "refused";
  queuedAtMs: number;
  dueAtMs: number;
  flagId: string | null;
  lesson: Lesson;
};

/** A flag on its way to the server, and afterwards this agent's record of it. */
export type OutboxFlag = {
  id: string;
  articleId: string;
  articleVersion: number;
  articleTitle: string;
  reason: FlagReason | null;
  comment: string | null;
  passage: string | null;
  state: "queued" | "sent" | "refused";
  /** Epoch milliseconds; before `undoUntilMs` the flag must not leave. */
  flaggedAtMs: number;
  undoUntilMs: number;
  /** Counts the agent's edits, so that an answer to an earlier text does not mark a later one as sent. */
  revision: number;
  /** The server's word on a refused flag. */
  detail: string | null;
  /** `YYYY-MM-DD`: the day by which somebody looks, once the server has said it. */
  lookBy: string | null;
};

/** Why sync does not get on, as the agent is told. */
export type SyncProblemKind =
  | "offline"
  | "unauthorized"
  | "forbidden"
  | "clientTooOld"
  | "notOurApi"
  | "serverError"
  | "badAnswer"
  | "rateLimited"
  | "storageFull"
  /** A later version of the extension has been at the library: this one would go past what it does not know. */
  | "libraryNewer";

/** Where sync stands; the one row of its table. */
export type SyncPosition = {
  id: "position";
  cursor: string | null;
  generation: number;
  /** True once a full read has ended; false while the first one is under way. */
  isComplete: boolean;
  /** Progress of the full read under way. */
  fullRead: { received: number; total: number } | null;
  freshAtMs: number | null;
  /** Failed passes in a row, the last one's kind, and when to try again (null: waiting does not help). */
  failures: number;
  problem: SyncProblemKind | null;
  retryAtMs: number | null;
};

export type LibraryDatabase = Dexie & {
  articles: Table<StoredArticle, string>;
  pageReaders: Table<StoredPageReader, Helpdesk>;
  outbox: Table<OutboxFlag, string>;
  sync: Table<SyncPosition, string>;
  unindexed: Table<StoredUnindexed, number, Omit<StoredUnindexed, "position">>;
  indexParts: Table<StoredIndexPart, string>;
  learnedTerms: Table<StoredLearnedTerms, string>;
  taught: Table<StoredMemory, string>;
  lessons: Table<StoredLesson, string>;
  sharedTerms: Table<StoredArticleTerms, string>;
  synonyms: Table<StoredSynonymSet, string>;
  situations: Table<StoredSituation, string>;
  notices: Table<StoredNotice, string>;
  flagOutcomes: Table<StoredFlagOutcome, string>;
  acknowledgements: Table<StoredAcknowledgement, string>;
  mutedNotices: Table<StoredMute, string>;
  gaps: Table<StoredGap, string>;
  drafts: Table<StoredDraft, string>;
  usage: Table<StoredUsage, string>;
  ticketMarks: Table<StoredTicketMark, string>;
  news: Table<StoredNews, string>;
  shelf: Table<StoredShelfEntry, string>;
  ratings: Table<StoredRating, string>;
};

const NAME_PREFIX = "souffleur-";

/** Opens (or makes) the database of a library. Dexie opens lazily: failures surface at the first read or write. */
export function openLibraryDatabase(libraryId: string): LibraryDatabase {
  const database = new Dexie(`${NAME_PREFIX}${libraryId}`) as LibraryDatabase;
  database.version(1).stores({ articles: "id, generation", outbox: "id, state, articleId", sync: "id" });
  database.version(2).stores({ pageReaders: "helpdesk, generation" }).upgrade(startFullRead);
  database
    .version(3)
    .stores({
      unindexed: "++position",
      indexParts: "id",
      learnedTerms: "articleId",
      taught: "id",
      lessons: "id, state",
      sharedTerms: "articleId, generation",
      synonyms: "id, generation",
      situations: "id, generation",
    })
    .upgrade(startFullRead);
  database
    .version(4)
    .stores({
      notices: "id, generation",
      flagOutcomes: "id, generation",
      acknowledgements: "id, state",
      mutedNotices: "noticeId",
      gaps: "id, state",
      drafts: "id, state",
      usage: "id, batchId",
      ticketMarks: "id, ticket, atMs",
      news: "articleId, arrivedAtMs",
      shelf: "id, kind",
      ratings: "articleId",
    })
    .upgrade(async (transaction) => {
      await startFullRead(transaction);
      await completeFlags(transaction);
    });
  refuseNewer(database);
  return database;
}

/** IndexedDB's numbers for one version of ours: Dexie counts in tens. */
const VERSIONS_PER_VERSION = 10;

const NEWER_NAME = "NewerLibraryError";

/**
 * Dexie would open what a later version of the extension has left, and this version would move the cursor past changes it
 * does not know, which nobody would then ask for again.
 */
function refuseNewer(database: LibraryDatabase): void {
  const ownVersion = database.verno;
  const check = () => {
    if (database.backendDB().version < (ownVersion + 1) * VERSIONS_PER_VERSION) return;
    const error = new Error("a later version of the extension has been at this library");
    error.name = NEWER_NAME;
    throw error;
  };
  database.on("ready", check, true);
}

/** Whether a database cannot be opened because a later version of the extension has been at it. */
export function isLibraryNewer(error: unknown): boolean {
  return isNamed(error, NEWER_NAME);
}

/**
 * Earlier versions skipped changes they did not know and went past them. Without a cursor the server begins a full read,
 * which brings them; every row stays where it is until that read ends.
 */
async function startFullRead(transaction: Transaction): Promise<void> {
  const forgetCursor: Partial<SyncPosition> = { cursor: null };
  await transaction.table("sync").toCollection().modify(forgetCursor);
}

/** Flags of earlier versions have no passage, and nobody said when they are looked at. */
async function completeFlags(transaction: Transaction): Promise<void> {
  const lacking: Pick<OutboxFlag, "passage" | "lookBy"> = { passage: null, lookBy: null };
  await transaction.table("outbox").toCollection().modify(lacking);
}

/** Removes a library from this machine, its queued flags included. */
export async function deleteLibraryDatabase(libraryId: string): Promise<void> {
  await Dexie.delete(`${NAME_PREFIX}${libraryId}`);
}

/** Whether a failed write says that the disk or the browser's quota is full. */
export function isStorageFull(error: unknown): boolean {
  return isNamed(error, "QuotaExceededError");
}

/** Dexie wraps what the browser or a listener throws. */
function isNamed(error: unknown, name: string): boolean {
  if (!(error instanceof Error)) return false;
  return error.name === name || ("inner" in error && isNamed(error.inner, name));
}
