import { and, eq, inArray, sql } from "drizzle-orm";
import type { Lesson, WeightedTerm } from "../../lib/contract/learned-terms";
import type { Database } from "../db/database";
import { type ArticleTermRow, articleTerms } from "../db/schema";
import { contribute } from "./contribution";

/** Stands for the tickets themselves among the terms of an article. No lesson can hold it. */
export const TICKETS_TERM = "";

/** PostgreSQL takes 65,535 parameters in a statement; a row has seven. */
const ROWS_PER_STATEMENT = 1_000;

/** Within a transaction of `writeChanges`: adds what the lessons teach to what the agent taught before. */
export async function addContributions(
  tx: Database,
  agentId: string,
  taken: readonly Lesson[],
  today: string,
): Promise<void> {
  if (taken.length === 0) return;
  const known = await readContributions(tx, agentId, taken);
  const changed = new Map<string, ArticleTermRow>();
  for (const { articleId, analysis, kind, day, terms } of taken) {
    for (const [term, weight] of countedTerms(terms)) {
      const key = keyOf({ articleId, analysis, term });
      const before = changed.get(key) ?? known.get(key);
      const after = contribute(before, { kind, day, weight }, today);
      changed.set(key, { articleId, analysis, term, agentId, ...after });
    }
  }
  await writeContributions(tx, [...changed.values()]);
}

/** Each term once, at its highest weight; the ticket counts as much as its heaviest term. */
function countedTerms(terms: readonly WeightedTerm[]): Map<string, number> {
  const counted = new Map([[TICKETS_TERM, Math.max(...terms.map(({ weight }) => weight))]]);
  for (const { term, weight } of terms) counted.set(term, Math.max(weight, counted.get(term) ?? 0));
  return counted;
}

async function readContributions(
  tx: Database,
  agentId: string,
  taken: readonly Lesson[],
): Promise<Map<string, ArticleTermRow>> {
  const articleIds = [...new Set(taken.map((lesson) => lesson.articleId))];
  const terms = [TICKETS_TERM, ...new Set(taken.flatMap((lesson) => lesson.terms.map(({ term }) => term)))];
  const isOfAgent = eq(articleTerms.agentId, agentId);
  const isTaught = and(isOfAgent, inArray(articleTerms.articleId, articleIds), inArray(articleTerms.term, terms));
  const rows = await tx.select().from(articleTerms).where(isTaught);
  return new Map(rows.map((row) => [keyOf(row), row]));
}

async function writeContributions(tx: Database, rows: readonly ArticleTermRow[]): Promise<void> {
  const { articleId, analysis, term, agentId } = articleTerms;
  const set = { weight: sql`excluded.weight`, asOf: sql`excluded.as_of`, days: sql`excluded.days` };
  for (let at = 0; at < rows.length; at += ROWS_PER_STATEMENT) {
    await tx
      .insert(articleTerms)
      .values(rows.slice(at, at + ROWS_PER_STATEMENT))
      .onConflictDoUpdate({ target: [articleId, analysis, term, agentId], set });
  }
}

function keyOf({ articleId, analysis, term }: Pick<ArticleTermRow, "articleId" | "analysis" | "term">): string {
  return JSON.stringify([articleId, analysis, term]);
}
