import type { LibraryDatabase } from "../db/library-database";
import { deleteTicketMark, putTicketMark, readTicketMarks } from "../db/ticket-marks";
import type { TicketMarkCommands, TicketMarkKind } from "./protocol/ticket-marks";
import type { NameTicket } from "./ticket-names";

type TicketMarkOptions = { database: LibraryDatabase; nowMs: () => number; nameTicket: NameTicket };

/** Other kinds of marks stand in the same table, such as notices set aside. */
const KINDS = ["linked", "inserted", "quoted", "copied"] as const satisfies TicketMarkKind[];

/** The commands on what the agent did on a ticket. */
export function createTicketMarkCommands({ database, nowMs, nameTicket }: TicketMarkOptions): TicketMarkCommands {
  return {
    async marksOf({ ticket }) {
      const stored = await readTicketMarks(database, await nameTicket(ticket));
      return stored.flatMap(({ kind: storedKind, ref: articleId, atMs }) => {
        const kind = KINDS.find((each) => each === storedKind);
        return kind === undefined ? [] : [{ articleId, kind, atMs }];
      });
    },
    async markTicket({ ticket, articleId, kind }) {
      await putTicketMark(database, { ticket: await nameTicket(ticket), kind, ref: articleId, atMs: nowMs() });
    },
    async unmarkTicket({ ticket, articleId, kind }) {
      await deleteTicketMark(database, { ticket: await nameTicket(ticket), kind, ref: articleId });
    },
  };
}
