import { and, asc, eq, gt, lte, or, type SQL, sql } from "drizzle-orm";
import type { ArticleChange } from "../../lib/contract/changes";
import type { Agent } from "../agents/agent";
import { isReadableBy, wasReadableBy } from "../articles/access";
import { toArticle } from "../articles/article-row";
import type { Database } from "../db/database";
import { type ArticleRow, articles } from "../db/schema";
import type { Position } from "./cursor";
import { MAX_PAGE_BYTES } from "./cut-page";
import { type FeedKind, latestOf } from "./feed-kind";

/** Articles in the feed, as far as the agent may read them. */
export const articleChanges: FeedKind = {
  latest: () => latestOf(articles.changeNumber),
  async read(tx, agent, position, limit) {
    const measured = measure(tx, agent, position, limit);
    const rows = await tx
      .select({ row: articles, isReadable: measured.isReadable, bytes: measured.bytes })
      .from(measured)
      .innerJoin(articles, eq(articles.id, measured.id))
      .where(or(lte(measured.bytesBefore, MAX_PAGE_BYTES), lte(measured.place, FEWEST)))
      .orderBy(asc(measured.changeNumber));
    return rows.map(({ row, isReadable, bytes }) => {
      return { changeNumber: row.changeNumber, change: toChange(row, isReadable), bytes };
    });
  },
  count: (tx, agent, position) => tx.$count(articles, isChangeFor(agent, position)),
};

/** Rows read whatever their size: the one that always goes, and one that tells that there are more. */
const FEWEST = 2;

/**
 * The next rows with their sizes, before their contents are read: so many articles of half a megabyte are never in memory
 * at once. The text of the sections is about that of the body again; a text's length is known without reading it.
 */
function measure(tx: Database, agent: Agent, position: Position, limit: number) {
  const { id, changeNumber, bodyHtml, summary, replyText } = articles;
  const size = sql`2 * octet_length(${bodyHtml}) + octet_length(${summary}) + coalesce(octet_length(${replyText}), 0)`;
  const listed = tx
    .select({
      ...{ id, changeNumber },
      isReadable: sql<boolean>`${isReadableBy(agent)}`.as("is_readable"),
      bytes: sql`1000 + ${size}`.mapWith(Number).as("bytes"),
    })
    .from(articles)
    .where(isChangeFor(agent, position))
    .orderBy(asc(changeNumber))
    .limit(limit)
    .as("listed");
  const inOrder = sql`order by ${listed.changeNumber}`;
  const before = sql`sum(${listed.bytes}) over (${inOrder} rows between unbounded preceding and 1 preceding)`;
  return tx
    .select({
      ...{ id: listed.id, changeNumber: listed.changeNumber, isReadable: listed.isReadable, bytes: listed.bytes },
      bytesBefore: before.as("bytes_before"),
      place: sql`row_number() over (${inOrder})`.as("place"),
    })
    .from(listed)
    .as("measured");
}

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
