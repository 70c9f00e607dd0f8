/** What the agent did on a ticket, or set aside for it. Rows name a ticket by a salted hash, never by its text or number. */
import type { LibraryDatabase, StoredTicketMark } from "./library-database";

/** As many are kept, the newest. */
export const MAX_TICKET_MARKS = 5_000;

type MarkKey = Pick<StoredTicketMark, "ticket" | "kind" | "ref">;

function idOf({ ticket, kind, ref }: MarkKey): string {
  return `${ticket}/${kind}/${ref}`;
}

/** Writes a mark, or renews it; the oldest ones go when there are too many. */
export function putTicketMark(database: LibraryDatabase, mark: MarkKey & { atMs: number }): Promise<void> {
  const { ticketMarks } = database;
  return database.transaction("rw", ticketMarks, async () => {
    await ticketMarks.put({ ...mark, id: idOf(mark) });
    const excess = (await ticketMarks.count()) - MAX_TICKET_MARKS;
    if (excess <= 0) return;
    await ticketMarks.bulkDelete(await ticketMarks.orderBy("atMs").limit(excess).primaryKeys());
  });
}

/** Takes a mark back; one that is not there is no error. */
export async function deleteTicketMark({ ticketMarks }: LibraryDatabase, key: MarkKey): Promise<void> {
  await ticketMarks.delete(idOf(key));
}

/** A ticket's marks, newest first. */
export async function readTicketMarks({ ticketMarks }: LibraryDatabase, ticket: string): Promise<StoredTicketMark[]> {
  return (await ticketMarks.where("ticket").equals(ticket).toArray()).sort((a, b) => b.atMs - a.atMs);
}
