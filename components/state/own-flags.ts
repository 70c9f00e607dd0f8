import { computed, type ReadonlySignal, signal } from "@preact/signals";
import type { Ticket } from "../../lib/ticket";
import type { ArticleCard, FlagState, Library } from "../../lib/worker/protocol";

/** `notSaved`: the library did not take it. `tooLate`: the flag had left before it could be taken back. */
type FlagProblem = "notSaved" | "tooLate";

/** What an agent may say about a flag; what is left out stays. */
export type FlagWords = Partial<Pick<FlagState, "reason" | "comment" | "passage">>;

/** `failed`: the library could not tell. Flags are newest first. */
export type FlagList = { state: "loading" } | { state: "failed" } | { state: "known"; flags: FlagState[] };

/** The agent's own flags as they stand now; a card's own `flag` is only how it stood when the card was made. */
export type OwnFlags = {
  of(card: ArticleCard): FlagState | null;
  problemOf(articleId: string): FlagProblem | null;
  /** Whether the questions after the flag (reason, passage, word) are shown. */
  isExpanded(articleId: string): boolean;
  setExpanded(articleId: string, isExpanded: boolean): void;
  /** Null when the flag could not be saved. */
  flag(articleId: string, passage?: string | null): Promise<FlagState | null>;
  undo(flag: FlagState): Promise<boolean>;
  explain(flag: FlagState, words: FlagWords): Promise<boolean>;
  /** Every flag, for the agent's own list. */
  list: ReadonlySignal<FlagList>;
  readAgain(): void;
  /** Flags of which the agent does not know yet what became of them, the latest answer first. */
  news: ReadonlySignal<FlagState[]>;
  markSeen(flags: readonly FlagState[]): void;
  dispose(): void;
};

/** Whether somebody has dealt with a flag for good. */
export function isClosed({ outcome }: FlagState): boolean {
  return outcome?.status === "fixed" || outcome?.status === "declined";
}

function byAnswer(a: FlagState, b: FlagState): number {
  return (b.outcome?.answeredAt ?? "").localeCompare(a.outcome?.answeredAt ?? "");
}

function byFlagTime(a: FlagState, b: FlagState): number {
  return b.flaggedAtMs - a.flaggedAtMs;
}

/** What the library said last of all flags, and which outcomes the agent has not seen. */
function createFlagList(library: Library) {
  const list = signal<FlagList>({ state: "loading" });
  // Seen here already, while the library still has it as new.
  const seen = signal<ReadonlySet<string>>(new Set());
  const seenKey = (flag: FlagState) => `${flag.id} ${flag.outcome?.status}`;

  function know(flags: readonly FlagState[]): void {
    list.value = { state: "known", flags: [...flags].sort(byFlagTime) };
  }
  function read(): void {
    const before = list.peek();
    // An event that came meanwhile is newer.
    const settle = (next: () => void) => list.peek() === before && next();
    library.listFlags().then(
      (flags) => settle(() => know(flags)),
      () =>
        settle(() => {
          list.value = { state: "failed" };
        }),
    );
  }
  function markSeen(flags: readonly FlagState[]): void {
    if (flags.length === 0) return;
    seen.value = new Set([...seen.peek(), ...flags.map(seenKey)]);
    // Not kept: the agent is told once more when the panel is opened again.
    library.markOutcomesSeen({ flagIds: flags.map(({ id }) => id) }).catch(() => undefined);
  }
  const isNews = (flag: FlagState) =>
    flag.isOutcomeNew && flag.outcome !== null && flag.outcome.status !== "open" && !seen.value.has(seenKey(flag));
  const news = computed(() => (list.value.state === "known" ? list.value.flags.filter(isNews).sort(byAnswer) : []));
  return { list, know, read, news, markSeen, isNews };
}

/** Follows the library's flags by article; `ticketInFront` is asked at the moment of a flag. */
export function createOwnFlags(library: Library, ticketInFront: () => Ticket | null): OwnFlags {
  const flagByArticle = signal<ReadonlyMap<string, FlagState | null>>(new Map());
  // The event carries all of the agent's flags: from the first one on, an article that is not in it has none.
  const isListKnown = signal(false);
  const problemByArticle = signal<ReadonlyMap<string, FlagProblem>>(new Map());
  const expanded = signal<ReadonlySet<string>>(new Set());
  const { list, know, read, news, markSeen, isNews } = createFlagList(library);
  read();

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
    know(flags);
  });

  return {
    of(card) {
      const known = flagByArticle.value.get(card.id);
      const flag = known === undefined && !isListKnown.value ? card.flag : (known ?? null);
      if (flag && isClosed(flag)) return isNews(flag) ? flag : null;
      // A flag that arrived and was followed by an edit is dealt with, unless the server says where it stands.
      const isPast = flag?.state === "sent" && !flag.outcome && Date.parse(card.updatedAt) > flag.flaggedAtMs;
      return isPast ? null : flag;
    },
    problemOf: (articleId) => problemByArticle.value.get(articleId) ?? null,
    isExpanded: (articleId) => expanded.value.has(articleId),
    setExpanded,
    async flag(articleId, passage = null) {
      const request = { articleId, ticket: ticketInFront(), ...(passage === null ? {} : { passage }) };
      // The three catches below: the agent is told that it was not saved, and may press again.
      const flag = await library.flag(request).catch(() => null);
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
    async explain(flag, { reason = flag.reason, comment = flag.comment, passage }) {
      const request = { flagId: flag.id, reason, comment, ...(passage === undefined ? {} : { passage }) };
      const explained = await library.explainFlag(request).catch(() => null);
      if (explained) remember(flag.articleId, explained, null);
      else remark(flag.articleId, "notSaved");
      return explained !== null;
    },
    list,
    readAgain() {
      list.value = { state: "loading" };
      read();
    },
    news,
    markSeen,
    dispose: stopListening,
  };
}
