import { readSalt } from "../db/learned";
import type { LibraryDatabase } from "../db/library-database";
import { createSalt, createSaltedHash, type Hash } from "../learning/salted-hash";
import type { Ticket } from "../ticket";

/** A name for a ticket that is the same each time on this machine, and says nothing of it elsewhere. */
export type NameTicket = (ticket: Pick<Ticket, "url">) => Promise<string>;

/** Names tickets by hash of their address, under the library's own salt. */
export function createTicketNames(database: LibraryDatabase): NameTicket {
  let hash: Promise<Hash> | null = null;
  return async ({ url }) => {
    // Forgetting all that was learnt may change the salt; marks made before are then of no ticket.
    hash ??= readSalt(database, createSalt).then(createSaltedHash);
    return (await hash)(`ticket ${url}`);
  };
}
