import { readArticles } from "../db/articles";
import type { LibraryDatabase, OutboxFlag } from "../db/library-database";
import { explainQueuedFlag, queueFlag, readFlags, removeQueuedFlag } from "../db/outbox";
import type { Ticket } from "../ticket";
import type { Events } from "./events";
import type { FlagState, LibraryCommands } from "./protocol";

/** How long a flag can be undone before it may leave this machine. */
export const UNDO_MS = 5_000;

/** What the screen shows of a flag. */
export function flagStateOf({ articleVersion: _version, revision: _revision, ...flag }: OutboxFlag): FlagState {
  return { ...flag, outcome: null, isOutcomeNew: false };
}

type FlagOptions = {
  database: LibraryDatabase;
  nowMs: () => number;
  createId: () => string;
  events: Events;
  /** An article was flagged, with this ticket in front or none. */
  onFlagged: (flag: FlagState, ticket: Ticket | null) => void;
  onUnflagged: (flagId: string) => void;
  /** Called when the number of queued flags changed. */
  onQueued: () => Promise<void>;
};

type FlagCommands = Pick<LibraryCommands, "flag" | "unflag" | "explainFlag" | "listFlags" | "markOutcomesSeen">;

/** The commands on the outbox. Nothing is sent here: the next sync pass does that. */
export function createFlagCommands(options: FlagOptions): FlagCommands {
  const { database, nowMs, createId, events } = options;

  async function announce(): Promise<void> {
    events.emit("flagsChanged", (await readFlags(database)).map(flagStateOf));
    await options.onQueued();
  }

  return {
    async flag({ articleId, ticket = null, passage = null }) {
      const [article] = await readArticles(database, [articleId]);
      if (!article) throw new Error(`article ${articleId} is no longer in the library`);
      const flaggedAtMs = nowMs();
      const flag = await queueFlag(database, {
        id: createId(),
        articleId,
        articleVersion: article.version,
        articleTitle: article.title,
        ...{ reason: null, comment: null, passage, state: "queued", detail: null, lookBy: null, revision: 0 },
        flaggedAtMs,
        undoUntilMs: flaggedAtMs + UNDO_MS,
      });
      options.onFlagged(flagStateOf(flag), ticket);
      await announce();
      return flagStateOf(flag);
    },
    async unflag({ flagId }) {
      const isUndone = await removeQueuedFlag(database, flagId, nowMs());
      if (isUndone) options.onUnflagged(flagId);
      await announce();
      return isUndone;
    },
    async explainFlag({ flagId, reason, comment, passage }) {
      const explanation = { reason, comment, ...(passage === undefined ? {} : { passage }) };
      const flag = await explainQueuedFlag(database, flagId, explanation);
      await announce();
      return flagStateOf(flag);
    },
    listFlags: async () => (await readFlags(database)).map(flagStateOf),
    markOutcomesSeen: async () => undefined,
  };
}
