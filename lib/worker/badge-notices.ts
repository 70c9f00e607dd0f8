import { isLibraryNewer, openLibraryDatabase } from "../db/library-database";
import { byUrgency } from "../ranking/notices";
import type { Ticket } from "../ticket";
import { createTicketNames } from "./ticket-names";
import { createNoticeBoard, isToBeShown, type StandingNotice } from "./ticket-notices";

/** A library's notices at one moment, for a background without a library of its own. To be closed. */
export type BadgeNotices = {
  /** Those the panel would show beside a ticket, the most urgent first. */
  noticesFor(ticket: Ticket): Promise<StandingNotice[]>;
  /** Whether any is in force. */
  hasNotices: boolean;
  /** When (epoch milliseconds) the next one begins or ends to be in force; null when none will. */
  nextChangeMs: number | null;
  close(): void;
};

/** Null when the library has none. */
export async function openBadgeNotices(libraryId: string, nowMs: number): Promise<BadgeNotices | null> {
  const database = openLibraryDatabase(libraryId);
  const close = () => database.close();
  try {
    if ((await database.notices.count()) === 0) {
      close();
      return null;
    }
    const board = createNoticeBoard(database, createTicketNames(database));
    const { notices, nextChangeMs } = await board.read(null, nowMs);
    return {
      async noticesFor(ticket) {
        return (await board.read(ticket, nowMs)).notices.filter(isToBeShown).sort(byUrgency);
      },
      hasNotices: notices.length > 0,
      nextChangeMs,
      close,
    };
  } catch (error) {
    close();
    // A library that a later version has been at is not for this one to read.
    if (isLibraryNewer(error)) return null;
    throw error;
  }
}
