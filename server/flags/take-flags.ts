import { and, eq, inArray, isNotNull, isNull, or, sql } from "drizzle-orm";
import type { FlagResult, FlagSubmission } from "../../lib/contract/flags";
import type { Agent } from "../agents/agent";
import { isReadableBy, wasReadableBy } from "../articles/access";
import type { Database } from "../db/database";
import { articles, type FlagRow, flags } from "../db/schema";
import { type NextChangeNumber, writeChanges } from "../db/server-state";
import { dayOf } from "../learning/days";
import { findOrOpenCase } from "./find-or-open-case";
import { judgeFlag, parseFlag } from "./judge-flag";

type Batch = { db: Database; agent: Agent; sent: readonly unknown[]; nowMs: number };

/**
 * Takes a batch of flags in one transaction and answers for each, in its order. An id counts once, however often it is
 * sent (S5). A stored flag raises its article's `openFlags`, which agents get as a change without a new version.
 */
export async function takeFlags({ db, agent, sent, nowMs }: Batch): Promise<FlagResult[]> {
  const parsed = sent.map(parseFlag);
  const wellFormed = parsed.flatMap((each) => ("flag" in each ? [each.flag] : []));
  if (wellFormed.length === 0) return parsed.flatMap((each) => ("refusal" in each ? [each.refusal] : []));
  return writeChanges(db, async (tx, next) => {
    const known = await readKnownFlags(tx, wellFormed);
    const flaggable = await readFlaggableIds(tx, agent, wellFormed);
    const written = new Map<string, FlagRow>();
    const storedPerArticle = new Map<string, number>();
    const results: FlagResult[] = [];
    for (const each of parsed) {
      if ("refusal" in each) {
        results.push(each.refusal);
        continue;
      }
      const { flag } = each;
      const before = known.get(flag.id);
      const verdict = judgeFlag(flag, agent.id, before, flaggable.has(flag.articleId));
      if (verdict.status === "stored" || verdict.status === "amended") {
        const { id: caseId } = await findOrOpenCase(tx, flag.articleId, dayOf(nowMs), nowMs);
        const row = { ...toRow(flag, agent, before, nowMs), caseId: before?.caseId ?? caseId, changeNumber: next() };
        known.set(flag.id, row);
        written.set(flag.id, row);
      }
      if (verdict.status === "stored") {
        storedPerArticle.set(flag.articleId, (storedPerArticle.get(flag.articleId) ?? 0) + 1);
      }
      results.push({ id: flag.id, ...verdict });
    }
    await writeFlags(tx, [...written.values()]);
    await raiseOpenFlags(tx, storedPerArticle, next);
    return results;
  });
}

async function readKnownFlags(tx: Database, sent: readonly FlagSubmission[]): Promise<Map<string, FlagRow>> {
  const ids = sent.map((flag) => flag.id);
  const rows = await tx.select().from(flags).where(inArray(flags.id, ids));
  return new Map(rows.map((row) => [row.id, row]));
}

async function readFlaggableIds(tx: Database, agent: Agent, sent: readonly FlagSubmission[]): Promise<Set<string>> {
  const ids = sent.map((flag) => flag.articleId);
  const wasDeleted = and(isNotNull(articles.deletedAt), wasReadableBy(agent));
  const rows = await tx
    .select({ id: articles.id })
    .from(articles)
    .where(and(inArray(articles.id, ids), or(isReadableBy(agent), wasDeleted)));
  return new Set(rows.map((row) => row.id));
}

function toRow(
  flag: FlagSubmission,
  agent: Agent,
  before: FlagRow | undefined,
  nowMs: number,
): Omit<FlagRow, "caseId" | "changeNumber"> {
  const { id, articleId, articleVersion, reason, comment } = flag;
  if (before) return { ...before, reason, comment, amendedAt: new Date(nowMs) };
  const times = { flaggedAt: new Date(flag.flaggedAt), receivedAt: new Date(nowMs), amendedAt: null };
  return { id, agentId: agent.id, articleId, articleVersion, reason, comment, ...times };
}

async function writeFlags(tx: Database, rows: FlagRow[]): Promise<void> {
  if (rows.length === 0) return;
  const amended = {
    reason: sql`excluded.reason`,
    comment: sql`excluded.comment`,
    amendedAt: sql`excluded.amended_at`,
    changeNumber: sql`excluded.change_number`,
  };
  await tx.insert(flags).values(rows).onConflictDoUpdate({ target: flags.id, set: amended });
}

async function raiseOpenFlags(
  tx: Database,
  storedPerArticle: ReadonlyMap<string, number>,
  next: NextChangeNumber,
): Promise<void> {
  for (const [articleId, stored] of storedPerArticle) {
    const openFlags = sql`${articles.openFlags} + ${stored}`;
    const isArticle = eq(articles.id, articleId);
    const [living] = await tx
      .select({ id: articles.id })
      .from(articles)
      .where(and(isArticle, isNull(articles.deletedAt)));
    // A tombstone keeps its number: nobody has to hear of the delete again.
    await tx
      .update(articles)
      .set(living ? { openFlags, changeNumber: next() } : { openFlags })
      .where(isArticle);
  }
}
