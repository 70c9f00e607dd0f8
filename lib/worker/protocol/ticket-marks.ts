/** What the agent did on a ticket, so that it can be told the next time the ticket is opened. */
import type { Ticket } from "../../ticket";

export type TicketMarkKind = "linked" | "inserted" | "quoted" | "copied";

/** `atMs`: epoch milliseconds of the last time. */
export type TicketMark = { articleId: string; kind: TicketMarkKind; atMs: number };

export type TicketMarkCommands = {
  /** What was put into replies on this ticket, newest first. */
  marksOf(request: { ticket: Ticket }): Promise<TicketMark[]>;
  markTicket(request: { ticket: Ticket; articleId: string; kind: TicketMarkKind }): Promise<void>;
  /** Takes a mark back, after an undo. */
  unmarkTicket(request: { ticket: Ticket; articleId: string; kind: TicketMarkKind }): Promise<void>;
};
