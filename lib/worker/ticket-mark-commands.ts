import type { LibraryDatabase } from "../db/library-database";
import type { TicketMarkCommands } from "./protocol/ticket-marks";
import type { NameTicket } from "./ticket-names";

type TicketMarkOptions = { database: LibraryDatabase; nowMs: () => number; nameTicket: NameTicket };

/** The commands on what the agent did on a ticket. */
export function createTicketMarkCommands(_options: TicketMarkOptions): TicketMarkCommands {
  return { marksOf: async () => [], markTicket: async () => undefined, unmarkTicket: async () => undefined };
}
