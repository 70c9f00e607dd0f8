import { and, eq, gte, ne, type SQL, sql } from "drizzle-orm";
import {
  type ArticleTerms,
  MAX_TERMS_PER_ARTICLE,
  MIN_AGENTS_PER_TERM,
  TERM_HALF_LIFE_DAYS,
} from "../../lib/contract/learned-terms";
import type { Database } from "../db/database";
import { articleTerms } from "../db/schema";
import { TICKETS_TERM } from "./add-contributions";
import { FADED_WEIGHT } from "./contribution";

/** A term that weighs less over all agents is not told, and counts as fallen away. */
export const LEAST_SHARED_WEIGHT = 0.05;

export type SummedTerms = Pick<ArticleTerms, "analysis" | "tickets" | "terms">;

/**
 * What enough agents taught about an article, as it stands today; null when there is nothing to tell. Of several versions
 * of the text analysis the newest counts that has a term of enough agents.
 */
export async function sumTerms(tx: Database, articleId: string, today: string): Promise<SummedTerms | null> {
  const weight = sql<number>`sum(${weightOn(today)})::double precision`;
  const agents = sql<number>`(count(*) filter (where ${weightOn(today)} >= ${FADED_WEIGHT}::double precision))::int`;
  const rows = await tx
    .select({ analysis: articleTerms.analysis, term: articleTerms.term, weight, agents })
    .from(articleTerms)
    .where(and(eq(articleTerms.articleId, articleId), ne(articleTerms.term, TICKETS_TERM)))
    .groupBy(articleTerms.analysis, articleTerms.term)
    .having(and(gte(agents, MIN_AGENTS_PER_TERM), sql`${weight} >= ${LEAST_SHARED_WEIGHT}::double precision`))
    .orderBy(sql`${articleTerms.analysis} desc, ${weight} desc, ${articleTerms.term} collate "C"`)
    .limit(MAX_TERMS_PER_ARTICLE);
  const analysis = rows[0]?.analysis;
  if (analysis === undefined) return null;
  const terms = rows
    .filter((row) => row.analysis === analysis)
    .map(({ term, weight, agents }) => ({ term, weight: toThousandths(weight), agents }));
  const tickets = Math.max(await sumTickets(tx, articleId, analysis, today), ...terms.map(({ weight }) => weight));
  return { analysis, tickets, terms };
}

/** Tickets taken back one by one can leave fewer than a term weighs, hence the caller's maximum. */
async function sumTickets(tx: Database, articleId: string, analysis: number, today: string): Promise<number> {
  const isOfTickets = and(
    eq(articleTerms.articleId, articleId),
    eq(articleTerms.analysis, analysis),
    eq(articleTerms.term, TICKETS_TERM),
  );
  const sum = sql<number | null>`sum(${weightOn(today)})::double precision`;
  const [summed] = await tx.select({ sum }).from(articleTerms).where(isOfTickets);
  return toThousandths(Math.max(0, summed?.sum ?? 0));
}

/** A row's weight as it stands on a day, by the same rule as `decayOver`. */
export function weightOn(day: string): SQL {
  const { weight, asOf } = articleTerms;
  const days = sql`greatest(0, ${day}::date - ${asOf})::double precision`;
  return sql`(${weight} * power(0.5::double precision, ${days} / ${TERM_HALF_LIFE_DAYS}::double precision))`;
}

function toThousandths(weight: number): number {
  return Math.round(weight * 1000) / 1000;
}
