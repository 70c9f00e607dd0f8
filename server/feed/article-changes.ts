import { and, asc, gt, or, type SQL, sql } from "drizzle-orm";
import type { ArticleChange } from "../../lib/contract/changes";
import type { Agent } from "../agents/agent";
import { isReadableBy, wasReadableBy } from "../articles/access";
import { toArticle } from "../articles/article-row";
import { type ArticleRow, articles } from "../db/schema";
import type { Position } from "./cursor";
import type { FeedKind } from "./feed-kind";

/** Articles in the feed, as far as the agent may read them. */
export const articleChanges: FeedKind = {
  async read(tx, agent, position, limit) {
    const rows = await tx
      .select({ row: articles, isReadable: sql<boolean>`${isReadableBy(agent)}` })
      .from(articles)
      .where(isChangeFor(agent, position))
      .orderBy(asc(articles.changeNumber))
      .limit(limit);
    return rows.map(({ row, isReadable }) => ({ changeNumber: row.changeNumber, change: toChange(row, isReadable) }));
  },
  count: (tx, agent, position) => tx.$count(articles, isChangeFor(agent, position)),
};

/**
 * Condition: the agent is told of the row. A row it may not read (any more) is told as a delete, but only to those who
 * could read it once, and not in a full read, unless it became so after that read began.
 */
function isChangeFor(agent: Agent, { at, from }: Position): SQL | undefined {
  const isLost = and(gt(articles.changeNumber, from), wasReadableBy(agent));
  return and(gt(articles.changeNumber, at), or(isReadableBy(agent), isLost));
}

function toChange(row: ArticleRow, isReadable: boolean): ArticleChange {
  return isReadable
    ? { op: "put", type: "article", article: toArticle(row) }
    : { op: "delete", type: "article", id: row.id };
}
