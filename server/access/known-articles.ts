/** Which of some articles an agent may hear of, where something else refers to them. */
import { and, arrayOverlaps, eq, inArray, isNull, or, type SQL, sql } from "drizzle-orm";
import type { Agent } from "../agents/agent";
import { isReadableBy } from "../articles/access";
import type { Database } from "../db/database";
import { articles } from "../db/schema";
import { toStorableText } from "../storable-text";

/** Those of the articles that the agent may read now. */
export async function findReadableIds(tx: Database, agent: Agent, ids: readonly string[]): Promise<Set<string>> {
  return findIds(tx, ids, isReadableBy(agent));
}

/** Those of the articles that somebody who writes may refer to: scheduled and archived ones too, deleted ones not. */
export async function findKnownIds(tx: Database, writer: Agent | null, ids: readonly string[]): Promise<Set<string>> {
  return findIds(tx, ids, isKnownTo(writer));
}

/** Those of the articles that are not deleted, whoever may read them. */
export async function findExistingIds(tx: Database, ids: readonly string[]): Promise<Set<string>> {
  return findIds(tx, ids, isKnownTo(null));
}

/** Condition: as `isReadableBy`, for articles in any state but deleted. Null: whoever has the database at hand. */
export function isKnownTo(agent: Agent | null): SQL {
  const isThere = isNull(articles.deletedAt);
  if (agent === null || agent.role === "admin") return isThere;
  const isForOwn = agent.groups.length > 0 ? arrayOverlaps(articles.groups, agent.groups) : undefined;
  const isForGroups = or(sql`cardinality(${articles.groups}) = 0`, isForOwn);
  const isForAudience = agent.audience === "public" ? eq(articles.audience, "public") : undefined;
  return and(isThere, isForGroups, isForAudience) ?? sql`false`;
}

async function findIds(tx: Database, ids: readonly string[], condition: SQL): Promise<Set<string>> {
  // No article has an id that cannot be stored, and PostgreSQL would not take the question.
  const wanted = [...new Set(ids)].filter((id) => id === toStorableText(id));
  if (wanted.length === 0) return new Set();
  const rows = await tx
    .select({ id: articles.id })
    .from(articles)
    .where(and(inArray(articles.id, wanted), condition));
  return new Set(rows.map(({ id }) => id));
}
