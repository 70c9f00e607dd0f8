import { and, eq, getTableColumns, inArray, isNotNull, or, sql } from "drizzle-orm";
import type { FlagResult, FlagSubmission } from "../../lib/contract/flags";
import type { Agent } from "../agents/agent";
import { isReadableBy, wasReadableBy } from "../articles/access";
import type { Database } from "../db/database";
import { flagCases } from "../db/flag-schema";
import { articles, type FlagRow, flags } from "../db/schema";
import { writeChanges } from "../db/server-state";
import type { FlagSettings } from "../settings";
import { createCasesForFlags, reviseCases } from "./cases-for-flags";
import { countOpenFlags } from "./count-open-flags";
import { judgeFlag, parseFlag } from "./judge-flag";

type Batch = { db: Database; agent: Agent; sent: readonly unknown[]; settings: FlagSettings; nowMs: number };

/** A flag that is stored or about to be, with the day by which somebody looks at it. */
type KnownFlag = Omit<FlagRow, "changeNumber"> & { lookBy: string };

/**
 * Takes a batch of flags in one transaction and answers for each, in its order. An id counts once, however often it is
 * sent (S5). A stored flag joins the case of its article and raises the article's `openFlags`, which agents get as a
 * change without a new version. The agent itself is told of each flag that is stored or amended.
 */
export async function takeFlags({ db, agent, sent, settings, nowMs }: Batch): Promise<FlagResult[]> {
  const parsed = sent.map(parseFlag);
  const wellFormed = parsed.flatMap((each) => ("flag" in each ? [each.flag] : []));
  if (wellFormed.length === 0) return parsed.flatMap((each) => ("refusal" in each ? [each.refusal] : []));
  return writeChanges(db, async (tx, next) => {
    const known = await readKnownFlags(tx, wellFormed);
    const flaggable = await readFlaggableIds(tx, agent, wellFormed);
    const caseFor = createCasesForFlags(tx, settings, nowMs);
    const written = new Map<string, KnownFlag>();
    const take = async (flag: FlagSubmission): Promise<FlagResult> => {
      const before = known.get(flag.id);
      const verdict = judgeFlag(flag, agent.id, before, flaggable.has(flag.articleId));
      if (verdict.status === "refused") return { id: flag.id, ...verdict };
      const row = before ? amend(before, flag, nowMs) : createRow(flag, agent, await caseFor(flag.articleId), nowMs);
      if (verdict.status !== "known") {
        known.set(flag.id, row);
        written.set(flag.id, row);
      }
      return { id: flag.id, ...verdict, lookBy: row.lookBy };
    };
    const results: FlagResult[] = [];
    for (const each of parsed) results.push("refusal" in each ? each.refusal : await take(each.flag));
    const rows = [...written.values()];
    await writeFlags(tx, rows, next);
    await reviseCases(tx, [...new Set(rows.map(({ caseId }) => caseId))], agent.name, nowMs);
    await countOpenFlags(tx, [...new Set(rows.map(({ articleId }) => articleId))], next);
    return results;
  });
}

async function readKnownFlags(tx: Database, sent: readonly FlagSubmission[]): Promise<Map<string, KnownFlag>> {
  const rows = await tx
    .select({ ...getTableColumns(flags), lookBy: flagCases.lookBy })
    .from(flags)
    .innerJoin(flagCases, eq(flagCases.id, flags.caseId))
    .where(
      inArray(
        flags.id,
        sent.map(({ id }) => id),
      ),
    );
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

function amend(before: KnownFlag, { reason, comment }: FlagSubmission, nowMs: number): KnownFlag {
  return { ...before, reason, comment, amendedAt: new Date(nowMs) };
}

function createRow(
  { id, articleId, articleVersion, reason, comment, flaggedAt }: FlagSubmission,
  agent: Agent,
  flagCase: { id: string; lookBy: string },
  nowMs: number,
): KnownFlag {
  const times = { flaggedAt: new Date(flaggedAt), receivedAt: new Date(nowMs), amendedAt: null };
  const said = { id, articleId, articleVersion, reason, comment };
  return { ...said, ...times, agentId: agent.id, caseId: flagCase.id, lookBy: flagCase.lookBy };
}

async function writeFlags(tx: Database, rows: readonly KnownFlag[], next: () => number): Promise<void> {
  if (rows.length === 0) return;
  const amended = {
    reason: sql`excluded.reason`,
    comment: sql`excluded.comment`,
    amendedAt: sql`excluded.amended_at`,
    changeNumber: sql`excluded.change_number`,
  };
  const numbered = rows.map(({ lookBy, ...row }) => ({ ...row, changeNumber: next() }));
  await tx.insert(flags).values(numbered).onConflictDoUpdate({ target: flags.id, set: amended });
}
