/**
 * What the sidebar may ask of the library (commands, answered once) and what the library tells it (events).
 * Everything here survives `postMessage`.
 */
import type { ArticleKind, Audience, Owner } from "../contract/article";
import type { FlagOutcome, FlagReason } from "../contract/flags";
import type { SuggestWhen } from "../contract/suggest-when";
import type { Queued } from "../db/queued";
import type { Signal } from "../learning/signals";
import type { Certainty } from "../ranking/confidence";
import type { Passage, TextRange } from "../ranking/passage";
import type { MatchedTerm } from "../ranking/suggest-articles";
import type { KindTrouble } from "../sync/kind-troubles";
import type { SyncProblem } from "../sync/sync-problem";
import type { Ticket } from "../ticket";
import type { FindingCommands, FindingEvents } from "./protocol/finding";
import type { NewsCommands, NewsEvents } from "./protocol/news";
import type { NoticeCommands, NoticeEvents } from "./protocol/notices";
import type { OutboxCommands, OutboxEvents } from "./protocol/outbox";
import type { ReadingCommands } from "./protocol/reading";
import type { SituationCommands } from "./protocol/situations";
import type { TicketMarkCommands } from "./protocol/ticket-marks";

export type { ConnectionCheck } from "../api/check-connection";
export type { Connection } from "../db/settings-database";
export type { Certainty, MatchedTerm, Passage, Signal, SyncProblem, TextRange };

/** How a translation stands to its source. `versionsBehind` is 0 when it follows the source's latest version. */
export type TranslationState = { sourceId: string; sourceLanguage: string; versionsBehind: number };

/**
 * This agent's own flag on an article. `refused` flags carry the server's word in `detail`. `lookBy` (`YYYY-MM-DD`) is
 * known once the server has it, `outcome` once it has told what became of it; `isOutcomeNew` until the agent has seen that.
 */
export type FlagState = {
  id: string;
  articleId: string;
  articleTitle: string;
  reason: FlagReason | null;
  comment: string | null;
  /** The stretch of the article that is wrong; null: the whole. */
  passage: string | null;
  state: "queued" | "sent" | "refused";
  lookBy: string | null;
  outcome: Pick<FlagOutcome, "status" | "answer" | "answeredAt"> | null;
  isOutcomeNew: boolean;
  /** Epoch milliseconds. While the clock is before `undoUntilMs` nothing has left this machine. */
  flaggedAtMs: number;
  undoUntilMs: number;
  detail: string | null;
};

/** What a list shows of an article. */
export type ArticleCard = {
  id: string;
  title: string;
  summary: string;
  language: string;
  kind: ArticleKind;
  audience: Audience;
  category: string[];
  owner: Owner | null;
  url: string | null;
  version: number;
  updatedAt: string;
  verifiedAt: string | null;
  /** Who verified it; null when nobody is known by name. */
  verifiedBy: string | null;
  verifyEveryDays: number;
  openFlags: number;
  translation: TranslationState | null;
  /** Whether it has a ready answer to insert. */
  hasReply: boolean;
  flag: FlagState | null;
};

/** An article offered for a ticket or found by a search. `score` orders one answer and means nothing across answers. */
export type Suggestion = {
  card: ArticleCard;
  score: number;
  passage: Passage | null;
  matchedTerms: MatchedTerm[];
};

/** `libraryEmpty`: no article has arrived yet, so nothing can be said about the ticket. */
export type SuggestAnswer = {
  status: "found" | "nothingFits" | "libraryEmpty";
  suggestions: Suggestion[];
  /** How sure the suggestions are; `maybe` is to be said. Null when there are none. */
  certainty: Certainty | null;
  /** 0 to 1, that the first article ranked is a right one, whether it is shown or not; null without articles. */
  probability: number | null;
  /** Language the ticket was read in, null when it could not be told. */
  language: string | null;
};

export type ArticleDetail = {
  card: ArticleCard;
  bodyHtml: string;
  replyText: string | null;
  escalation: string | null;
  tags: string[];
  /** From then on it is not shown any more; null: never. */
  expiresAt: string | null;
  /** The same matter in other languages, for a switch in the article view. */
  otherLanguages: { id: string; language: string; title: string }[];
};

export type SyncState = {
  phase: "idle" | "pulling" | "pushing";
  problem: SyncProblem | null;
  /** Progress of the first full read, null once the library is complete. */
  firstSync: { received: number; total: number } | null;
  /** When the library was last known to equal the server's, epoch milliseconds. */
  freshAtMs: number | null;
  articleCount: number;
  queued: Queued;
  /** Kinds of what is queued that the server does not take for now; they wait by themselves, and all else goes on. */
  troubles: KindTrouble[];
};

/** What a lesson for the team says. `refused`: the server does not take it. `unlearn`: the article was flagged. */
export type ShownLesson = {
  state: "queued" | "sent" | "refused";
  articleId: string;
  /** Null when the article is not (or no longer) in the library. */
  articleTitle: string | null;
  kind: "learn" | "unlearn";
  /** `YYYY-MM-DD` */
  day: string;
  terms: string[];
};

export type LibraryCommands = CoreCommands &
  NoticeCommands &
  SituationCommands &
  NewsCommands &
  FindingCommands &
  ReadingCommands &
  OutboxCommands &
  TicketMarkCommands;

type CoreCommands = {
  /**
   * Ranks articles for a ticket. `droppedTerms` are stems the agent took out of the query; `suggestWhen` is "balanced" unless
   * told. From a ticket that `isMadeUp` nothing is learnt.
   */
  suggest(request: {
    ticket: Ticket;
    droppedTerms: string[];
    suggestWhen?: SuggestWhen;
    isMadeUp?: boolean;
  }): Promise<SuggestAnswer>;
  /** Null when the article is not (or no longer) in the library. */
  readArticle(request: { id: string }): Promise<ArticleDetail | null>;
  /**
   * Flags an article at once. Flagging an article with a flag that is still queued answers with that flag. What the ticket in
   * front taught the article is taken back; without a ticket all it was taught is doubted.
   */
  flag(request: { articleId: string; ticket?: Ticket | null; passage?: string | null }): Promise<FlagState>;
  /** Takes back a flag that has not left yet; false when it was too late. */
  unflag(request: { flagId: string }): Promise<boolean>;
  /** Adds a reason or a word to a flag, also after it was sent. */
  explainFlag(request: {
    flagId: string;
    reason: FlagReason | null;
    comment: string | null;
    passage?: string | null;
  }): Promise<FlagState>;
  /** Every flag this agent gave in this library, newest first. */
  listFlags(): Promise<FlagState[]>;
  /** The agent has seen what became of these flags. */
  markOutcomesSeen(request: { flagIds: string[] }): Promise<void>;
  /** Lets a ticket teach an article its terms; once for each ticket and article, the strongest signal counting. */
  teach(request: { ticket: Ticket; articleId: string; signal: Signal }): Promise<void>;
  /** Removes all that this machine has learnt, and the lessons for the team. */
  forgetLearned(): Promise<void>;
  /** The newest lessons for the team, newest first. */
  lastLessons(): Promise<ShownLesson[]>;
  /** Whether lessons are shared; until it is said none is queued or sent. Reads again what was learnt. */
  followLearningSettings(request: { sharesLearning: boolean }): Promise<void>;
  /** Starts a sync pass now, or joins the one under way. `isByHand`: kinds in trouble do not wait any longer. */
  sync(request?: { isByHand: boolean }): Promise<SyncState>;
};

export type LibraryEvents = CoreEvents & NoticeEvents & NewsEvents & FindingEvents & OutboxEvents;

type CoreEvents = {
  syncChanged: SyncState;
  /** Articles changed, or with no ids what the team says changed; lists on screen should be asked for again. */
  articlesChanged: { ids: string[] };
  flagsChanged: FlagState[];
  /** The team's page-reader updates are others than before. */
  pageReadersChanged: null;
};

/** The library as the sidebar sees it. `on` answers a function that ends the subscription. */
export type Library = LibraryCommands & {
  on<Name extends keyof LibraryEvents>(name: Name, listener: (event: LibraryEvents[Name]) => void): () => void;
};
