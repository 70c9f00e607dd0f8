import { signal } from "@preact/signals";
import type { FlagReason } from "../../lib/contract/flags";
import type { Ticket } from "../../lib/ticket";
import type { ArticleCard, FlagState, Library } from "../../lib/worker/protocol";

/** `notSaved`: the library did not take it. `tooLate`: the flag had left before it could be taken back. */
type FlagProblem = "notSaved" | "tooLate";

/** The agent's own flags as they stand now; a card's own `flag` is only how it stood when the card was made. */
export type OwnFlags = {
  of(card: ArticleCard): FlagState | null;
  problemOf(articleId: string): FlagProblem | null;
  /** Whether the questions after the flag (reason, word) are shown. */
  isExpanded(articleId: string): boolean;
  setExpanded(articleId: string, isExpanded: boolean): void;
  /** Null when the flag could not be saved. */
  flag(articleId: string): Promise<FlagState | null>;
  undo(flag: FlagState): Promise<boolean>;
  explain(flag: FlagState, reason: FlagReason | null, comment: string | null): Promise<boolean>;
  dispose(): void;
};

/** Follows the library's flags by article; `ticketInFront` is asked at the moment of a flag. */
export function createOwnFlags(library: Library, ticketInFront: () => Ticket | null): OwnFlags {
  const flagByArticle = signal<ReadonlyMap<string, FlagState | null>>(new Map());
  // The event carries all of the agent's flags: from the first one on, an article that is not in it has none.
  const isListKnown = signal(false);
  const problemByArticle = signal<ReadonlyMap<string, FlagProblem>>(new Map());
  const expanded = signal<ReadonlySet<string>>(new Set());

  function remember(articleId: string, flag: FlagState | null, problem: FlagProblem | null): void {
    flagByArticle.value = new Map(flagByArticle.peek()).set(articleId, flag);
    remark(articleId, problem);
  }

  function remark(articleId: string, problem: FlagProblem | null): void {
    const problems = new Map(problemByArticle.peek());
    if (problem) problems.set(articleId, problem);
    else problems.delete(articleId);
    problemByArticle.value = problems;
  }

  function setExpanded(articleId: string, isExpanded: boolean): void {
    const next = new Set(expanded.peek());
    if (isExpanded) next.add(articleId);
    else next.delete(articleId);
    expanded.value = next;
  }

  const stopListening = library.on("flagsChanged", (flags) => {
    const oldestFirst = [...flags].sort((a, b) => a.flaggedAtMs - b.flaggedAtMs);
    flagByArticle.value = new Map(oldestFirst.map((flag) => [flag.articleId, flag]));
    isListKnown.value = true;
  });

  return {
    of(card) {
      const known = flagByArticle.value.get(card.id);
      const flag = known === undefined && !isListKnown.value ? card.flag : (known ?? null);
      // A flag that arrived and was followed by an edit is dealt with; the article can be flagged anew.
      const isPast = flag?.state === "sent" && Date.parse(card.updatedAt) > flag.flaggedAtMs;
      return isPast ? null : flag;
    },
    problemOf: (articleId) => problemByArticle.value.get(articleId) ?? null,
    isExpanded: (articleId) => expanded.value.has(articleId),
    setExpanded,
    async flag(articleId) {
      // The three catches below: the agent is told that it was not saved, and may press again.
      const flag = await library.flag({ articleId, ticket: ticketInFront() }).catch(() => null);
      if (!flag) {
        remark(articleId, "notSaved");
        return null;
      }
      remember(articleId, flag, null);
      setExpanded(articleId, true);
      return flag;
    },
    async undo(flag) {
      const isUndone = await library.unflag({ flagId: flag.id }).catch(() => false);
      if (isUndone) remember(flag.articleId, null, null);
      else remark(flag.articleId, "tooLate");
      return isUndone;
    },
    async explain(flag, reason, comment) {
      const explained = await library.explainFlag({ flagId: flag.id, reason, comment }).catch(() => null);
      if (explained) remember(flag.articleId, explained, null);
      else remark(flag.articleId, "notSaved");
      return explained !== null;
    },
    dispose: stopListening,
  };
}
