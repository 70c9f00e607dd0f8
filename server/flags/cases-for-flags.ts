import { randomUUID } from "node:crypto";
import { and, eq, inArray, sql } from "drizzle-orm";
import type { Database } from "../db/database";
import { type FlagCaseRow, flagCases } from "../db/flag-schema";
import { articles } from "../db/schema";
import type { FlagSettings } from "../settings";
import { findAssignee } from "./find-assignee";
import { lookByDay } from "./look-by";

type Case = Pick<FlagCaseRow, "id" | "lookBy">;

/** For the flags of one article: the case under way, opened when there is none. */
export type CasesForFlags = (articleId: string) => Promise<Case>;

/**
 * Finds and opens cases within a transaction that holds the state row, so that an article has one under way at most. A
 * flag that joins one leaves its day to look as it is.
 */
export function createCasesForFlags(tx: Database, settings: FlagSettings, nowMs: number): CasesForFlags {
  const known = new Map<string, Case>();
  return async (articleId) => {
    const found = known.get(articleId) ?? (await findCaseUnderWay(tx, articleId));
    const flagCase = found ?? (await openCase(tx, articleId, settings, nowMs));
    known.set(articleId, flagCase);
    return flagCase;
  };
}

/** Raises the revision of cases that a flag has joined, or whose flag says something else now. */
export async function reviseCases(tx: Database, ids: readonly string[], byName: string, nowMs: number): Promise<void> {
  if (ids.length === 0) return;
  const revision = sql`${flagCases.revision} + 1`;
  const last = { updatedAt: new Date(nowMs), updatedByName: byName };
  await tx
    .update(flagCases)
    .set({ revision, ...last })
    .where(inArray(flagCases.id, [...ids]));
}

async function findCaseUnderWay(tx: Database, articleId: string): Promise<Case | undefined> {
  const isUnderWay = and(eq(flagCases.articleId, articleId), inArray(flagCases.status, ["open", "accepted"]));
  const { id, lookBy } = flagCases;
  return (await tx.select({ id, lookBy }).from(flagCases).where(isUnderWay))[0];
}

async function openCase(tx: Database, articleId: string, settings: FlagSettings, nowMs: number): Promise<Case> {
  const { owner, category } = articles;
  const [article] = await tx.select({ owner, category }).from(articles).where(eq(articles.id, articleId));
  const assignee = await findAssignee(tx, article ?? null, settings.fallbackAssignee);
  const flagCase = { id: randomUUID(), lookBy: lookByDay(nowMs, settings) };
  const openedAt = new Date(nowMs);
  await tx.insert(flagCases).values({ ...flagCase, articleId, status: "open", openedAt, ...assignee, revision: 0 });
  return flagCase;
}
