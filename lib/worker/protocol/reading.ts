/** What the sidebar may ask about an article that is being read. */
import type { Ticket } from "../../ticket";
import type { ArticleCard } from "../protocol";

/** Two articles of the same matter that name different amounts or dates. Sentences are plain text. */
export type Disagreement = {
  kind: "amount" | "date";
  own: { value: string; sentence: string };
  other: { card: ArticleCard; value: string; sentence: string };
};

export type ReadingCommands = {
  /** Articles of the same matter in the same language, nearest first; at most five. */
  relatedArticles(request: { id: string }): Promise<ArticleCard[]>;
  /** Where other articles of the same matter name another amount or date; at most three, surest first. */
  findDisagreements(request: { id: string }): Promise<Disagreement[]>;
  /** Whether the article helped: counted for the team, and with a ticket in front it teaches. Saying it again changes the word. */
  rateArticle(request: { articleId: string; isHelpful: boolean; ticket: Ticket | null }): Promise<void>;
};
