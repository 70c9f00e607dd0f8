/** What the sidebar may ask about customer situations (lib/contract/situation.ts). */
import type { SituationRole } from "../../contract/situation";
import type { Ticket } from "../../ticket";
import type { ArticleCard } from "../protocol";

/** An article in its role. `excerpt` is the beginning of its text, plain, a few lines at most. */
export type SituationPart = {
  role: SituationRole;
  card: ArticleCard;
  excerpt: string;
  replyText: string | null;
};

/**
 * A situation that the ticket tells of, with its articles in the team's order. Not `isLikely`: a single word speaks for it, once,
 * and that may have been said in passing.
 */
export type SituationBlock = {
  id: string;
  name: string;
  matchedCues: string[];
  isLikely: boolean;
  parts: SituationPart[];
};

export type SituationCommands = {
  /** The situations a ticket tells of that have articles to show, strongest first; two at most. */
  situationsFor(request: { ticket: Ticket }): Promise<SituationBlock[]>;
};
