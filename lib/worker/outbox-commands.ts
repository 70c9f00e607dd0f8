import type { LibraryDatabase } from "../db/library-database";
import type { Events } from "./events";
import type { OutboxCommands } from "./protocol/outbox";

type OutboxOptions = {
  database: LibraryDatabase;
  events: Events;
  nowMs: () => number;
  createId: () => string;
  /** Called when the number of queued rows changed. */
  onQueued: () => Promise<void>;
};

/** What waits to be sent besides flags. Nothing is sent here: the next sync pass does that. */
export function createOutboxCommands(_options: OutboxOptions): Omit<OutboxCommands, "proposeGap" | "proposeDraft"> {
  const notBuilt = () => Promise.reject(new Error("not built yet"));
  return {
    reportGap: notBuilt,
    undoGap: async () => false,
    listGaps: async () => [],
    countUsage: async () => undefined,
    saveDraft: notBuilt,
    deleteDraft: async () => undefined,
    listDrafts: async () => [],
  };
}
