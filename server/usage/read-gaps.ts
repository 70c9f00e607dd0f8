import {
  and,
  asc,
  count,
  countDistinct,
  desc,
  eq,
  gt,
  isNotNull,
  isNull,
  lt,
  max,
  min,
  or,
  type SQL,
  sql,
} from "drizzle-orm";
import { MIN_AGENTS_PER_FIGURE } from "../../lib/contract/notice";
import type { GapTerm, ReportedGap } from "../../lib/contract/usage";
import type { Database } from "../db/database";
import { gaps } from "../db/usage-schema";

type TermList = { db: Database; after: readonly [number, string, string] | null; limit: number };

/** Terms of open gaps, most reported first. `after` is the last one's reports, term and language ("" for none). */
export async function readGapTerms({ db, after, limit }: TermList): Promise<GapTerm[]> {
  const told = db
    .select({
      term: sql<string>`unnest(${gaps.terms})`.as("term"),
      language: gaps.language,
      agentId: gaps.agentId,
      day: gaps.day,
    })
    .from(gaps)
    .where(isNull(gaps.closedAt))
    .as("told");
  const language = sql<string>`coalesce(${told.language}, '')`;
  const rows = await db
    .select({
      term: told.term,
      language: told.language,
      reports: count(),
      agents: countDistinct(told.agentId),
      firstDay: min(told.day),
      lastDay: max(told.day),
    })
    .from(told)
    .groupBy(told.term, told.language)
    .having(after ? comesAfter(after, told.term, language) : undefined)
    .orderBy(desc(count()), asc(told.term), asc(language))
    .limit(limit);
  return rows.map(({ agents, ...row }) => ({
    ...row,
    agents: agents < MIN_AGENTS_PER_FIGURE ? null : agents,
    ...{ firstDay: row.firstDay ?? "", lastDay: row.lastDay ?? "" },
  }));
}

function comesAfter(
  [reports, term, language]: readonly [number, string, string],
  ofTerm: SQL.Aliased,
  ofLanguage: SQL,
) {
  const isLater = or(gt(ofTerm, term), and(eq(ofTerm, term), gt(ofLanguage, language)));
  return or(lt(count(), reports), and(eq(count(), reports), isLater));
}

type GapList = { db: Database; isClosed: boolean; after: readonly [string, string] | null; limit: number };

/** Single gaps, latest day first, without whose they are. `after` is the last one's day and id. */
export async function readGaps({ db, isClosed, after, limit }: GapList): Promise<ReportedGap[]> {
  const { id, terms, language, day, closedAt, closedBy } = gaps;
  const isAfter = after && or(lt(day, after[0]), and(eq(day, after[0]), lt(id, after[1])));
  const rows = await db
    .select({ id, terms, language, day, closedAt, closedBy })
    .from(gaps)
    .where(and(isClosed ? isNotNull(closedAt) : isNull(closedAt), isAfter ?? undefined))
    .orderBy(desc(day), desc(id))
    .limit(limit);
  return rows.map((row) => ({ ...row, closedAt: row.closedAt?.toISOString() ?? null }));
}
