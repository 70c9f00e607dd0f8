import type { ArticleKind } from "../contract/article";
import { proposeDraft as propose } from "../drafting/propose-draft";
import type { LibraryIndex } from "../library-index/library-index";
import type { Ticket } from "../ticket";
import type { DraftProposal } from "./protocol/outbox";

/** A beginning for an article of a kind from a ticket, with what is personal taken out. */
export function proposeDraft(ticket: Ticket, kind: ArticleKind, _index: LibraryIndex): Omit<DraftProposal, "similar"> {
  return propose(ticket, kind);
}
