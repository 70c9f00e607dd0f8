import type { LibraryIndex } from "../library-index/library-index";
import type { Ticket } from "../ticket";
import type { GapProposal } from "./protocol/outbox";

/** The ticket's telling words that may leave the machine, strongest first. */
export function proposeGap(_ticket: Ticket, _index: LibraryIndex): GapProposal {
  return { terms: [], language: null };
}
