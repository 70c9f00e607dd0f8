/** What the agent tells the team besides flags: gaps, drafts, and counts of what is used. All of it waits in the outbox. */
import type { ArticleKind } from "../../contract/article";
import type { UsageType } from "../../contract/usage";
import type { Ticket } from "../../ticket";
import type { Suggestion } from "../protocol";

/** Words that may be let go about a ticket no article fits. */
export type GapProposal = { terms: string[]; language: string | null };

/** A reported gap. While the clock is before `undoUntilMs` (epoch) nothing has left this machine. */
export type GapState = {
  id: string;
  terms: string[];
  state: "queued" | "sent" | "refused";
  reportedAtMs: number;
  undoUntilMs: number;
};

/** An article as an agent writes it from a ticket. `bodyHtml` is simple HTML; the server sanitises it. */
export type DraftContent = {
  language: string;
  title: string;
  summary: string;
  bodyHtml: string;
  replyText: string | null;
  kind: ArticleKind;
  category: string[];
  tags: string[];
};

/** `local`: still being written here. `queued`, `sent`, `refused`: handed over, as for flags. */
export type DraftState = {
  /** UUID version 7; the article's id on the server. */
  id: string;
  content: DraftContent;
  /** For those who look at it; never the ticket's text. */
  note: string;
  state: "local" | "queued" | "sent" | "refused";
  detail: string | null;
  createdAtMs: number;
  updatedAtMs: number;
};

/** Something about a person that was taken out of a proposal. `label` is what stands there instead, in brackets. */
export type RemovedDetail = {
  kind: "name" | "email" | "phone" | "account" | "card" | "address" | "link" | "number";
  value: string;
  label: string;
};

/** A beginning for an article from the ticket in front. `similar`: articles that may already say it. */
export type DraftProposal = { content: DraftContent; removed: RemovedDetail[]; similar: Suggestion[] };

export type OutboxCommands = {
  /** The ticket's telling words that may leave the machine, strongest first: no names, no numbers, nothing personal. */
  proposeGap(request: { ticket: Pick<Ticket, "subject" | "messages" | "fields"> }): Promise<GapProposal>;
  /** Queues a gap. Rejects terms that the contract does not allow. */
  reportGap(request: GapProposal): Promise<GapState>;
  /** Takes back a gap that has not left yet; false when it was too late. */
  undoGap(request: { gapId: string }): Promise<boolean>;
  /** The gaps this agent reported, newest first. */
  listGaps(): Promise<GapState[]>;
  /** Counts one use, for the team's figures. Never waits, never fails the caller. */
  countUsage(request: { type: UsageType; articleId?: string }): Promise<void>;
  /** A beginning for an article of a kind, with what is personal taken out. */
  proposeDraft(request: { ticket: Ticket; kind: ArticleKind }): Promise<DraftProposal>;
  /**
   * Keeps a draft on this machine; with `handOver` it is queued for the server. A new draft has no id. `knownAtMs` is the
   * `updatedAtMs` the words were written from: when the draft was changed or handed over since, it stays as it is and these
   * words are kept as a draft of their own, not handed over. Left out, the words replace whatever stands there. A refused
   * draft that somebody else went on with gets a new id.
   */
  saveDraft(request: {
    id: string | null;
    knownAtMs?: number | null;
    content: DraftContent;
    note: string;
    handOver: boolean;
  }): Promise<DraftState>;
  /** Deletes a draft from this machine; one that was sent stays on the server. */
  deleteDraft(request: { draftId: string }): Promise<void>;
  /** This agent's drafts on this machine, newest first. */
  listDrafts(): Promise<DraftState[]>;
};

export type OutboxEvents = {
  draftsChanged: DraftState[];
  gapsChanged: GapState[];
};
