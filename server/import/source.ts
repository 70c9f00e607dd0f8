import type { Audience } from "../../lib/contract/article";
import type { Database } from "../db/database";
import type { NextChangeNumber } from "../db/server-state";
import type { ImportedDraft } from "./imported-draft";

/** An article or a line that was left out. `place` says where to look: a line, a file, an article's number. */
export type BadArticle = { place: string; reason: string };

/** An article as its source has it. */
export type PlacedDraft = { place: string; draft: ImportedDraft };

/** What is written in one transaction. */
export type ImportBatch = {
  drafts: readonly PlacedDraft[];
  bad: readonly BadArticle[];
  /** How many the source has that are not for agents, by the reason in a word or two. */
  skipped: Readonly<Record<string, number>>;
  /** Where reading goes on after this batch, as JSON. */
  checkpoint: unknown;
  /** Why the source may have articles that reading has missed, when there is a reason. */
  mayLack?: string;
  /** What else comes with the articles, written after them; answers how much of it was new or other than before. */
  alsoWrite?: (write: ImportWrite) => Promise<OthersWritten>;
};

/** A transaction of an import, and the rules it writes under. */
export type ImportWrite = {
  tx: Database;
  next: NextChangeNumber;
  source: ImportSource;
  runId: string;
  /** Whether what is internal here becomes public when the source says so. */
  allowPublic: boolean;
  nowMs: number;
};

/** Why something of the source is left out: somebody deleted it here for good. */
export const DELETED_HERE = "deleted here";

/** In numbers: what was new or other than before, and what came in more carefully than the source has it. */
export type OtherCounts = { others: number; sentToReview: number; keptInternal: number };

/** What became of something that is no article; nothing said: it was here already. */
export type OtherOutcome = Partial<OtherCounts> | { reason: string } | { skipped: string };

export type OthersWritten = OtherCounts & { bad: readonly BadArticle[]; skipped: Readonly<Record<string, number>> };

/** Where articles come from. Reading twice gives the same articles with the same ids. */
export type ImportSource = {
  /** For example `zendesk:acme.zendesk.com`: articles belong to the source they came with. */
  key: string;
  /** What decides about reading beside the key. A run that was begun under others starts over. */
  settings: string;
  /** Whether it may write over articles that were written by hand or came with another file. */
  takesOver: boolean;
  /** The source whose articles it tells more about, when they came apart from it. */
  belongsWith?: string;
  /** Whether an article of this source would have been seen if it was there still; not said: every one would. */
  covers?: (known: { articleId: string; audience: Audience; language: string }) => boolean;
  /** Goes on at the checkpoint of an earlier batch; null: from the start. Throws `SourceError`. */
  read(checkpoint: unknown): AsyncIterable<ImportBatch>;
};

/** The source cannot be read (further); the message is for the person who imports. */
export class SourceError extends Error {
  override readonly name = "SourceError";
}

/** Somebody asked the import to stop. */
export class ImportStoppedError extends Error {
  override readonly name = "ImportStoppedError";
}
