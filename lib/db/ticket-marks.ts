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

/** Stands among the marks, younger than any of them: they go together, and forgetting what was learnt touches neither. */
const SALT_ID = "salt";

/** The salt of the tickets' names; `create` makes it when there is none yet. */
export function readTicketSalt({ ticketMarks }: LibraryDatabase, create: () => string): Promise<string> {
  return ticketMarks.db.transaction("rw", ticketMarks, async () => {
    const stored = await ticketMarks.get(SALT_ID);
    if (stored) return stored.ref;
    const salt = create();
    await ticketMarks.put({ id: SALT_ID, ticket: "", kind: SALT_ID, ref: salt, atMs: Number.MAX_SAFE_INTEGER });
    return salt;
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
