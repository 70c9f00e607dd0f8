import { copyDraftSchema } from "../contract/article-states";
import { gapSubmissionSchema, usageEventSchema } from "../contract/usage";
import { deleteDraft, putDraft, readDrafts } from "../db/drafts";
import { queueGap, readGaps, removeQueuedGap } from "../db/gaps";
import type { LibraryDatabase, StoredGap } from "../db/library-database";
import { addUsage } from "../db/usage";
import { UNDO_MS } from "./flag-commands";
import { localDayOf } from "./local-day";
import type { OutboxReport } from "./outbox-report";
import { draftStateOf, gapStateOf } from "./outbox-states";
import type { OutboxCommands } from "./protocol/outbox";

type OutboxOptions = {
  database: LibraryDatabase;
  nowMs: () => number;
  createId: () => string;
  outboxReport: OutboxReport;
  /** Whether figures of use may be sent; null while it is not known. */
  sharesLearning: () => boolean | null;
  /** Called when the number of queued rows changed. */
  onQueued: () => Promise<void>;
};

type GapCommands = Pick<OutboxCommands, "reportGap" | "undoGap" | "listGaps">;
type DraftCommands = Pick<OutboxCommands, "saveDraft" | "deleteDraft" | "listDrafts">;

function createGapCommands(options: OutboxOptions): GapCommands {
  const { database, nowMs, createId, outboxReport } = options;

  async function announce(): Promise<void> {
    await outboxReport.changed("gaps");
    await options.onQueued();
  }

  return {
    async reportGap({ terms, language }) {
      const reportedAtMs = nowMs();
      // The same words again say nothing more. The border of what may leave: whatever proposed the terms.
      const said = { id: createId(), terms: [...new Set(terms)], language, day: localDayOf(reportedAtMs) };
      const gap = gapSubmissionSchema.parse(said);
      const undoUntilMs = reportedAtMs + UNDO_MS;
      const stored: StoredGap = { id: gap.id, state: "queued", reportedAtMs, undoUntilMs, detail: null, gap };
      await queueGap(database, stored);
      await announce();
      return gapStateOf(stored);
    },
    async undoGap({ gapId }) {
      const isUndone = await removeQueuedGap(database, gapId, nowMs());
      await announce();
      return isUndone;
    },
    listGaps: async () => (await readGaps(database)).map(gapStateOf),
  };
}

function createDraftCommands(options: OutboxOptions): DraftCommands {
  const { database, nowMs, createId, outboxReport } = options;

  async function announce(): Promise<void> {
    await outboxReport.changed("drafts");
    await options.onQueued();
  }

  return {
    async saveDraft({ id, knownAtMs = null, content, note, handOver }) {
      // One that is still being written may lack anything; one that is handed over is as the server takes it.
      if (handOver) copyDraftSchema.parse({ content, note });
      const state = handOver ? "queued" : "local";
      const words = { id: id ?? createId(), content, note, state } as const;
      const known = id === null ? null : knownAtMs;
      const draft = await putDraft(database, words, { nowMs: nowMs(), knownAtMs: known, otherId: createId() });
      await announce();
      return draftStateOf(draft);
    },
    async deleteDraft({ draftId }) {
      await deleteDraft(database, draftId);
      await announce();
    },
    listDrafts: async () => (await readDrafts(database)).map(draftStateOf),
  };
}

/** What waits to be sent besides flags. Nothing is sent here: the next sync pass does that. */
export function createOutboxCommands(options: OutboxOptions): Omit<OutboxCommands, "proposeGap" | "proposeDraft"> {
  const { database, nowMs } = options;
  return {
    ...createGapCommands(options),
    ...createDraftCommands(options),
    async countUsage({ type, articleId }) {
      if (options.sharesLearning() === false) return;
      const about = articleId === undefined ? {} : { articleId };
      const { data: event } = usageEventSchema.safeParse({ type, ...about, day: localDayOf(nowMs()), count: 1 });
      // A figure that cannot be kept, with the disk full for instance, is worth no trouble to whoever did something.
      if (event) await addUsage(database, event).catch(() => undefined);
    },
  };
}
