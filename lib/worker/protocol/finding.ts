/** What the sidebar may ask of the search and of the page before any search. */
import type { SearchChoices, SearchFilters } from "../../search/filters";
import type { Ticket } from "../../ticket";
import type { ArticleCard, Suggestion } from "../protocol";

export type { SearchChoices, SearchFilters };

/** What stands in the panel before anything is searched for. */
export type Shelf = {
  /** The agent's own pins, in the order they were pinned. */
  pinned: ArticleCard[];
  /** Opened last, newest first, without the pinned ones. */
  recent: ArticleCard[];
  /** Used on tickets like the one in front, the most alike first, at most eight; empty without a ticket. */
  similar: ArticleCard[];
  /** What was searched for last, newest first. */
  searches: string[];
};

export type FindingCommands = {
  /** Full-text search; at most `limit` results, best first. Words in quotation marks must stand together. */
  search(request: { text: string; limit: number; filters?: SearchFilters }): Promise<Suggestion[]>;
  searchChoices(): Promise<SearchChoices>;
  /** Pinned, recent, and what helped on tickets like this one. */
  readShelf(request: { ticket: Ticket | null }): Promise<Shelf>;
  /** Pins or unpins; false when as many are pinned as may be. */
  pinArticle(request: { articleId: string; isPinned: boolean }): Promise<boolean>;
  /** The article was opened: it is among the recent ones. */
  noteOpened(request: { articleId: string }): Promise<void>;
  /** The search led somewhere: it is among the recent ones. */
  noteSearched(request: { text: string }): Promise<void>;
  /** Forgets what was searched for and opened; pins stay. */
  forgetRecent(): Promise<void>;
};

export type FindingEvents = {
  /** Pins or what was opened last are others than before. */
  shelfChanged: null;
};
