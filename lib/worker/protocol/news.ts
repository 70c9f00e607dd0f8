/** What the sidebar may ask about articles that are new or changed since the agent last looked. */
import type { Ticket } from "../../ticket";
import type { ArticleCard } from "../protocol";

/** `sinceVersion` is the version the agent last had before it; null for a new article. */
export type NewsEntry = {
  card: ArticleCard;
  change: "new" | "changed";
  sinceVersion: number | null;
  /** When it came to this machine, epoch milliseconds. */
  arrivedAtMs: number;
};

/** A run of words that both texts have, or only the later or the earlier one. */
export type TextPart = { kind: "same" | "added" | "removed"; text: string };

/** What differs under one heading, paragraph by paragraph; paragraphs that are the same are left out. */
export type ChangedSection = { heading: string; paragraphs: TextPart[][] };

/** What changed in an article: its title when that did, and its text. */
export type NewsComparison = { title: TextPart[] | null; sections: ChangedSection[] };

export type NewsCommands = {
  /** What is new for this agent; what suits the ticket first, then the newest. */
  listNews(request: { ticket: Ticket | null }): Promise<NewsEntry[]>;
  /** What changed since the version the agent last had; null for a new article, or when there is no such news. */
  compareNews(request: { articleId: string }): Promise<NewsComparison | null>;
  /** Marks news as read; null: all of it. */
  markNewsRead(request: { articleIds: string[] | null }): Promise<void>;
};

export type NewsEvents = {
  /** How many articles are news now. */
  newsChanged: { count: number };
};
