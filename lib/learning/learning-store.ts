/** Where learning keeps its rows: a database on an agent's machine, Maps in a bench. */
import type { ArticleTerms } from "../contract/learned-terms";
import type { LearnedArticle } from "./learned-article";
import type { Contribution, PendingTerm } from "./pending-terms";

/** That a ticket taught an article, and how strongly. */
export type TaughtTicket = { ticketHash: string; articleId: string; strength: number; atMs: number };

/** What a flag took away, so that its undo can give it back. Terms by weight; `doubts` as they stood before. */
export type TakenByFlag = {
  flagId: string;
  articleId: string;
  atMs: number;
  tickets: number;
  terms: ReadonlyMap<string, number>;
  /** Terms whose weight by the team was doubted. */
  doubted: string[];
  taught: TaughtTicket | null;
  pending: { hash: string; contributions: Contribution[] }[];
};

/** Rows of one kind by key. */
export type Rows<Key, Row> = {
  get(key: Key): Promise<Row | undefined>;
  put(row: Row): Promise<unknown>;
  delete(key: Key): Promise<unknown>;
};

export type LearningRows = {
  articles: Rows<string, LearnedArticle>;
  taught: Rows<{ ticketHash: string; articleId: string }, TaughtTicket>;
  pending: Rows<string, PendingTerm>;
  taken: Rows<string, TakenByFlag>;
  /** What the team has learnt of an article. */
  shared(articleId: string): Promise<ArticleTerms | undefined>;
};

export type LearningStore = {
  /**
   * Runs work on the rows alone, all of it or nothing. The work may wait for rows only. The store drops the oldest rows
   * beyond `LEARNING_LIMITS`.
   */
  transact<T>(work: (rows: LearningRows) => Promise<T>): Promise<T>;
  /** Articles with anything learnt, here or by the team, in slices. */
  readAll(): AsyncIterable<{ articleId: string; own: LearnedArticle | undefined; shared: ArticleTerms | undefined }[]>;
};

/** Most rows kept of each kind. */
export const LEARNING_LIMITS = { taught: 5_000, pending: 5_000, taken: 200 } as const;
