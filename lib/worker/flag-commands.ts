import { readArticles } from "../db/articles";
import { markOutcomesSeen } from "../db/flag-outcomes";
import type { LibraryDatabase } from "../db/library-database";
import { explainQueuedFlag, queueFlag, removeQueuedFlag } from "../db/outbox";
import type { Ticket } from "../ticket";
import { flagStateOf, readFlagState, readFlagStates } from "./flag-states";
import type { OutboxReport } from "./outbox-report";
import type { FlagState, LibraryCommands } from "./protocol";

/** How long a flag can be undone before it may leave this machine. */
export const UNDO_MS = 5_000;

type FlagOptions = {
  database: LibraryDatabase;
  nowMs: () => number;
  createId: () => string;
  outboxReport: OutboxReport;
  /** An article was flagged, with this ticket in front or none. */
  onFlagged: (flag: FlagState, ticket: Ticket | null) => void;
  onUnflagged: (flagId: string) => void;
  /** Called when the number of queued flags changed. */
  onQueued: () => Promise<void>;
};

type FlagCommands = Pick<LibraryCommands, "flag" | "unflag" | "explainFlag" | "listFlags" | "markOutcomesSeen">;

/** The commands on the outbox. Nothing is sent here: the next sync pass does that. */
export function createFlagCommands(options: FlagOptions): FlagCommands {
  const { database, nowMs, createId, outboxReport } = options;

  async function announce(): Promise<void> {
    await outboxReport.changed("flags");
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
      return readFlagState(database, flag);
    },
    listFlags: () => readFlagStates(database),
    async markOutcomesSeen({ flagIds }) {
      if (await markOutcomesSeen(database, flagIds)) await outboxReport.changed("flags");
    },
  };
}
