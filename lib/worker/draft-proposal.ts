import type { ArticleKind } from "../contract/article";
import type { LibraryIndex } from "../library-index/library-index";
import type { Ticket } from "../ticket";
import type { DraftProposal } from "./protocol/outbox";

/** A beginning for an article of a kind from a ticket, with what is personal taken out. */
export function proposeDraft(_ticket: Ticket, kind: ArticleKind, _index: LibraryIndex): Omit<DraftProposal, "similar"> {
  const content = {
    language: "en",
    title: "",
    summary: "",
    bodyHtml: "",
    replyText: null,
    kind,
    category: [],
    tags: [],
  };
  return { content, removed: [] };
}
