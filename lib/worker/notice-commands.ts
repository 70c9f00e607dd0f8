import type { LibraryDatabase } from "../db/library-database";
import type { Events } from "./events";
import type { NoticeCommands } from "./protocol/notices";
import type { NameTicket } from "./ticket-names";

type NoticeOptions = {
  database: LibraryDatabase;
  events: Events;
  nowMs: () => number;
  nameTicket: NameTicket;
  /** Called when the number of queued acknowledgements changed. */
  onQueued: () => Promise<void>;
  /** Tells this context's listeners, and other contexts, that notices or what was said of them changed. */
  onNoticesChanged: () => void;
};

/** The commands on notices. */
export function createNoticeCommands(_options: NoticeOptions): NoticeCommands {
  return {
    noticesFor: async () => [],
    listNotices: async () => [],
    acknowledgeNotice: async () => undefined,
    muteNotice: async () => undefined,
    setNoticeAside: async () => undefined,
  };
}
