import { and, gt, isNull, or, type SQL, sql } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";
import type {
  AcknowledgementChange,
  ArticleChange,
  ArticleTermsChange,
  FlagOutcomeChange,
  NoticeChange,
  PageReaderChange,
  SituationChange,
  SynonymSetChange,
} from "../../lib/contract/changes";
import type { Agent } from "../agents/agent";
import type { Database } from "../db/database";
import type { Position } from "./cursor";

/** A change with its place in the one order that all kinds of changes share (S1). */
export type NumberedChange = {
  changeNumber: number;
  change:
    | ArticleChange
    | PageReaderChange
    | ArticleTermsChange
    | SynonymSetChange
    | SituationChange
    | FlagOutcomeChange
    | NoticeChange
    | AcknowledgementChange;
  /** About how large it is, where that can be much. */
  bytes?: number;
};

/** One kind of changes in the feed. */
export type FeedKind = {
  /** The highest change number of a row that may concern the agent, for a select; null when there is none. */
  latest(agent: Agent): SQL<number | null>;
  /** The first changes after a position that the agent is told of at `nowMs`, in their order. */
  read(tx: Database, agent: Agent, position: Position, limit: number, nowMs: number): Promise<NumberedChange[]>;
  /** How many changes after a position the agent is told of. */
  count(tx: Database, agent: Agent, position: Position, nowMs: number): Promise<number>;
};

/** The highest change number of a table, or of its rows under a condition: one look at an index. */
export function latestOf(changeNumber: PgColumn, condition?: SQL): SQL<number | null> {
  return sql<number | null>`(select max(${changeNumber}) from ${changeNumber.table} where ${condition ?? sql`true`})`;
}

/**
 * Condition for a kind that every agent gets: the row is told. A full read leaves out what was removed before it began.
 */
export function isToldToAll(
  { changeNumber, deletedAt }: { changeNumber: PgColumn; deletedAt: PgColumn },
  { at, from }: Position,
): SQL | undefined {
  return and(gt(changeNumber, at), or(isNull(deletedAt), gt(changeNumber, from)));
}
