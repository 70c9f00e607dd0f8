import type { LibraryDatabase } from "../db/library-database";
import { readTicketSalt } from "../db/ticket-marks";
import { createSalt, createSaltedHash, type Hash } from "../learning/salted-hash";
import type { Ticket } from "../ticket";

/** A name for a ticket that is the same each time on this machine, and says nothing of it elsewhere. */
export type NameTicket = (ticket: Pick<Ticket, "url">) => Promise<string>;

/** Names tickets by hash of their address, under a salt of their own. Rejects when no salt can be read or kept. */
export function createTicketNames(database: LibraryDatabase): NameTicket {
  let hash: Promise<Hash> | null = null;

  async function readHash(): Promise<Hash> {
    try {
      return createSaltedHash(await readTicketSalt(database, createSalt));
    } catch (error) {
      // The disk may have room again when the next ticket is named.
      hash = null;
      throw error;
    }
  }

  return async ({ url }) => {
    hash ??= readHash();
    return (await hash)(`ticket ${url}`);
  };
}
