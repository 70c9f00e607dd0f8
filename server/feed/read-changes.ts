import { and, asc, count, gt, or, type SQL, sql } from "drizzle-orm";
import type { ArticleChange, ChangesPage } from "../../lib/contract/changes";
import type { Agent } from "../agents/agent";
import { isReadableBy, wasReadableBy } from "../articles/access";
import { toArticle } from "../articles/article-row";
import { publishDueArticles } from "../articles/publish-due";
import type { Database } from "../db/database";
import { type ArticleRow, articles } from "../db/schema";
import { encodeCursor, type Position } from "./cursor";
import { readFeedState, resumeAt } from "./feed-state";

type ChangesRequest = { db: Database; agent: Agent; cursor: string | null; limit: number; nowMs: number };

/** Whether the client is up to date, told by one indexed read. */
export async function hasNothingNew(request: Omit<ChangesRequest, "limit">): Promise<boolean> {
  const state = await readFeedState(request.db, request.nowMs);
  const { position, reset } = resumeAt(state, request.agent, request.cursor);
  return !reset && !state.hasDue && position.at === state.changeCounter;
}

/**
 * One page of what the agent may read, in the order of change numbers. A row that changes while a client reads takes
 * a higher number and so comes (again) later; nothing is missed, whatever is written between two pages.
 */
export async function readChanges(request: ChangesRequest): Promise<ChangesPage> {
  const { db, agent, nowMs, limit } = request;
  const { hasDue } = await readFeedState(db, nowMs);
  if (hasDue) await publishDueArticles(db, nowMs);
  // Counter, rows and the count of the rest have to be of one moment.
  return db.transaction(
    async (tx) => {
      const state = await readFeedState(tx, nowMs);
      const { position, reset } = resumeAt(state, agent, request.cursor);
      const rows = await readRows(tx, agent, position, limit + 1);
      const page = rows.slice(0, limit);
      const last = page.at(-1);
      const hasMore = rows.length > limit && last !== undefined;
      const end = { ...position, at: hasMore ? last.row.changeNumber : state.changeCounter };
      const remaining = hasMore ? await countChanges(tx, agent, end) : 0;
      return { changes: page.map(toChange), cursor: encodeCursor(end), hasMore, reset, remaining };
    },
    { isolationLevel: "repeatable read", accessMode: "read only" },
  );
}

type FeedRow = { row: ArticleRow; isReadable: boolean };

async function readRows(tx: Database, agent: Agent, position: Position, limit: number): Promise<FeedRow[]> {
  return tx
    .select({ row: articles, isReadable: sql<boolean>`${isReadableBy(agent)}` })
    .from(articles)
    .where(isChangeFor(agent, position))
    .orderBy(asc(articles.changeNumber))
    .limit(limit);
}

async function countChanges(tx: Database, agent: Agent, position: Position): Promise<number> {
  const [counted] = await tx.select({ changes: count() }).from(articles).where(isChangeFor(agent, position));
  return counted?.changes ?? 0;
}

/**
 * Condition: the agent is told of the row. A row it may not read (any more) is told as a delete, but only to those who
 * could read it once, and not in a full read, unless it became so after that read began.
 */
function isChangeFor(agent: Agent, { at, from }: Position): SQL | undefined {
  const isLost = and(gt(articles.changeNumber, from), wasReadableBy(agent));
  return and(gt(articles.changeNumber, at), or(isReadableBy(agent), isLost));
}

function toChange({ row, isReadable }: FeedRow): ArticleChange {
  return isReadable
    ? { op: "put", type: "article", article: toArticle(row) }
    : { op: "delete", type: "article", id: row.id };
}
