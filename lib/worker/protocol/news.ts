/** What the sidebar may ask about articles that are new or changed since the agent last looked. */
import type { Ticket } from "../../ticket";
import type { NewsComparison } from "../compare-articles";
import type { ArticleCard } from "../protocol";

/** `sinceVersion` is the version the agent last had before it; null for a new article. */
export type NewsEntry = {
  card: ArticleCard;
  change: "new" | "changed";
  sinceVersion: number | null;
  /** When it came to this machine, epoch milliseconds. */
  arrivedAtMs: number;
  /** Whether it would be suggested for the ticket that was asked with. */
  suitsTicket: boolean;
};

export type { ChangedParagraph, NewsComparison, TextPart } from "../compare-articles";

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
