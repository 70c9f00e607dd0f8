import { randomUUID } from "node:crypto";
import { and, inArray, sql } from "drizzle-orm";
import type { Database } from "../db/database";
import { type FlagCaseRow, flagCases } from "../db/flag-schema";
import type { FlagSettings } from "../settings";
import { findAssignees, type OwnedArticle } from "./find-assignee";
import { lookByDay } from "./look-by";

type Case = Pick<FlagCaseRow, "id" | "lookBy">;

/** The case under way of each article, by the article's id. */
export type CasesByArticle = ReadonlyMap<string, Case>;

/**
 * The cases for new flags on these articles, opened where none is under way. In a transaction that holds the state row,
 * so that an article has one at most. A flag that joins one leaves its day to look as it is.
 */
export async function findOrOpenCases(
  tx: Database,
  flagged: readonly OwnedArticle[],
  settings: FlagSettings,
  nowMs: number,
): Promise<CasesByArticle> {
  if (flagged.length === 0) return new Map();
  const ids = flagged.map(({ id }) => id);
  const underWay = await readCasesUnderWay(tx, ids);
  const opened = await openCases(
    tx,
    flagged.filter(({ id }) => !underWay.has(id)),
    settings,
    nowMs,
  );
  return new Map([...underWay, ...opened]);
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

async function readCasesUnderWay(tx: Database, articleIds: readonly string[]): Promise<CasesByArticle> {
  const { id, articleId, lookBy, status } = flagCases;
  const isUnderWay = and(inArray(articleId, [...articleIds]), inArray(status, ["open", "accepted"]));
  const rows = await tx.select({ id, articleId, lookBy }).from(flagCases).where(isUnderWay);
  return new Map(rows.map((row) => [row.articleId, row]));
}

async function openCases(
  tx: Database,
  flagged: readonly OwnedArticle[],
  settings: FlagSettings,
  nowMs: number,
): Promise<CasesByArticle> {
  if (flagged.length === 0) return new Map();
  const assignees = await findAssignees(tx, flagged, settings.fallbackAssignee);
  const common = {
    status: "open",
    lookBy: lookByDay(nowMs, settings),
    openedAt: new Date(nowMs),
    revision: 0,
  } as const;
  const rows = flagged.map(({ id }) => ({ ...common, id: randomUUID(), articleId: id, ...assignees.get(id) }));
  await tx.insert(flagCases).values(rows);
  return new Map(rows.map((row) => [row.articleId, row]));
}
