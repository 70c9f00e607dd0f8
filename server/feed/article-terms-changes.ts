/**
 * Learned terms in the feed. Who may read the article gets its terms; who may not any more is told to drop them. The
 * article's row decides, so every change of its readers gives its terms a new change number too (`tellTermsAgain`).
 */
import { and, asc, count, eq, gt, isNull, or, type SQL, sql } from "drizzle-orm";
import type { ArticleTermsChange } from "../../lib/contract/changes";
import type { Agent } from "../agents/agent";
import { isReadableBy, wasReadableBy } from "../articles/access";
import { articles, type SharedTermsRow, sharedTerms } from "../db/schema";
import type { Position } from "./cursor";
import { type FeedKind, latestOf } from "./feed-kind";

/** A term of some letters, its weight and its number of agents, with what stands between them. */
const BYTES_PER_TERM = 70;

/** Shared terms in the feed, as far as the agent may read their articles. */
export const articleTermsChanges: FeedKind = {
  latest: () => latestOf(sharedTerms.changeNumber),
  async read(tx, agent, position, limit) {
    const rows = await tx
      .select({ row: sharedTerms, isTold: sql<boolean>`${isTold(agent)}` })
      .from(sharedTerms)
      .innerJoin(articles, eq(articles.id, sharedTerms.articleId))
      .where(isChangeFor(agent, position))
      .orderBy(asc(sharedTerms.changeNumber))
      .limit(limit);
    return rows.map(({ row, isTold }) => {
      const bytes = (1 + row.terms.length) * BYTES_PER_TERM;
      return { changeNumber: row.changeNumber, change: toChange(row, isTold), bytes };
    });
  },
  async count(tx, agent, position) {
    const [counted] = await tx
      .select({ changes: count() })
      .from(sharedTerms)
      .innerJoin(articles, eq(articles.id, sharedTerms.articleId))
      .where(isChangeFor(agent, position));
    return counted?.changes ?? 0;
  },
};

/** Condition: there are terms, and the agent may read their article. */
function isTold(agent: Agent): SQL | undefined {
  return and(isNull(sharedTerms.deletedAt), isReadableBy(agent));
}

/** Condition: the agent is told of the row; as a delete only if it may hold a copy, as with articles. */
function isChangeFor(agent: Agent, { at, from }: Position): SQL | undefined {
  const mayHoldCopy = or(isReadableBy(agent), wasReadableBy(agent));
  const isLost = and(gt(sharedTerms.changeNumber, from), mayHoldCopy);
  return and(gt(sharedTerms.changeNumber, at), or(isTold(agent), isLost));
}

function toChange(row: SharedTermsRow, isTold: boolean): ArticleTermsChange {
  const { articleId, analysis, asOf, tickets, terms } = row;
  return isTold
    ? { op: "put", type: "articleTerms", articleTerms: { articleId, analysis, asOf, tickets, terms } }
    : { op: "delete", type: "articleTerms", articleId };
}
