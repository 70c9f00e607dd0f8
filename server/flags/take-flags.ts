import { and, asc, eq, getTableColumns, gte, inArray, isNotNull, not, or, sql } from "drizzle-orm";
import type { FlagResult, FlagSubmission } from "../../lib/contract/flags";
import type { Agent } from "../agents/agent";
import { isReadableBy, wasReadableBy } from "../articles/access";
import type { Database } from "../db/database";
import { flagCases } from "../db/flag-schema";
import { articles, type FlagRow, flags } from "../db/schema";
import { type NextChangeNumber, writeChanges } from "../db/server-state";
import { dayOf } from "../learning/days";
import type { FlagSettings } from "../settings";
import { type CasesByArticle, findOrOpenCases, reviseCases } from "./cases-for-flags";
import { countOpenFlags } from "./count-open-flags";
import type { OwnedArticle } from "./find-assignee";
import { type JudgedFlag, judgeFlags, type ParsedFlag, parseFlag } from "./judge-flag";

type Batch = { db: Database; agent: Agent; sent: readonly unknown[]; settings: FlagSettings; nowMs: number };

/** A flag that is stored or about to be, with the day by which somebody looks at it and whether its case is closed. */
type KnownFlag = Omit<FlagRow, "changeNumber"> & { lookBy: string; isClosed: boolean };

type KnownFlags = ReadonlyMap<string, KnownFlag>;

/**
 * Takes a batch of flags in one transaction and answers for each, in its order. An id counts once, however often it is
 * sent (S5). A stored flag joins the case of its article and raises the article's `openFlags`, which agents get as a
 * change without a new version. The agent itself is told of each flag that is stored or amended. The number of statements
 * does not depend on the number of flags, since all other writers wait meanwhile.
 */
export async function takeFlags({ db, agent, sent, settings, nowMs }: Batch): Promise<FlagResult[]> {
  const parsed = sent.map(parseFlag);
  const wellFormed = parsed.flatMap((each) => ("flag" in each ? [each.flag] : []));
  if (wellFormed.length === 0) return parsed.flatMap((each) => ("refusal" in each ? [each.refusal] : []));
  const answered = await answerRepeated(db, agent, parsed, wellFormed);
  if (answered) return answered;
  return writeChanges(db, async (tx, next) => {
    const known = await readKnownFlags(tx, wellFormed);
    const flaggable = await readFlaggable(tx, agent, wellFormed);
    const takenToday = await countTaken(tx, agent, nowMs);
    const judged = judgeFlags(parsed, agent.id, known, { flaggable, takenToday });
    const flagged = new Set(judged.flatMap((each) => (needsCase(each, known) ? [each.flag.articleId] : [])));
    const owned = [...flaggable.values()].filter(({ id }) => flagged.has(id));
    const cases = await findOrOpenCases(tx, owned, settings, nowMs);
    const written = carryOut(judged, { known, cases, agent, nowMs });
    const rows = [...written.values()];
    await writeFlags(tx, rows, next);
    await reviseCases(tx, [...new Set(rows.map(({ caseId }) => caseId))], agent.name, nowMs);
    await countOpenFlags(tx, [...new Set(rows.map(({ articleId }) => articleId))], next);
    return toResults(judged, new Map([...known, ...written]));
  });
}

/** The answer to a batch that comes again after its answer was lost: nothing is to be written. Null: something may be. */
async function answerRepeated(
  db: Database,
  agent: Agent,
  parsed: readonly ParsedFlag[],
  wellFormed: readonly FlagSubmission[],
): Promise<FlagResult[] | null> {
  const known = await readKnownFlags(db, wellFormed);
  if (wellFormed.some(({ id }) => !known.has(id))) return null;
  const judged = judgeFlags(parsed, agent.id, known, { flaggable: new Set(), takenToday: 0 });
  return judged.some((each) => "flag" in each && each.status !== "known") ? null : toResults(judged, known);
}

async function readKnownFlags(tx: Database, sent: readonly FlagSubmission[]): Promise<KnownFlags> {
  const ids = sent.map(({ id }) => id);
  const rows = await tx
    .select({
      ...getTableColumns(flags),
      lookBy: flagCases.lookBy,
      isClosed: sql<boolean>`${flagCases.status} in ('fixed', 'declined')`,
    })
    .from(flags)
    .innerJoin(flagCases, eq(flagCases.id, flags.caseId))
    .where(inArray(flags.id, ids));
  return new Map(rows.map((row) => [row.id, row]));
}

async function countTaken(tx: Database, agent: Agent, nowMs: number): Promise<number> {
  return tx.$count(flags, and(eq(flags.agentId, agent.id), gte(flags.receivedAt, new Date(dayOf(nowMs)))));
}

/**
 * The articles that the agent may flag: those it may read, and those it could read that nobody reads any more, since it
 * may have been offline when it flagged. What is still served to others and was taken from it is not among them.
 */
async function readFlaggable(
  tx: Database,
  agent: Agent,
  sent: readonly FlagSubmission[],
): Promise<ReadonlyMap<string, OwnedArticle>> {
  const ids = [...new Set(sent.map(({ articleId }) => articleId))];
  const { id, owner, category } = articles;
  const isOutOfUse = or(isNotNull(articles.deletedAt), not(articles.isPublished));
  const isFlaggable = or(isReadableBy(agent), and(isOutOfUse, wasReadableBy(agent)));
  const rows = await tx
    .select({ id, owner, category })
    .from(articles)
    .where(and(inArray(id, ids), isFlaggable))
    .orderBy(asc(id));
  return new Map(rows.map((row) => [row.id, row]));
}

/** The rows to write: of each flag that is stored or amended, what it says in the end. */
function carryOut(
  judged: readonly JudgedFlag[],
  { known, cases, agent, nowMs }: { known: KnownFlags; cases: CasesByArticle; agent: Agent; nowMs: number },
): KnownFlags {
  const written = new Map<string, KnownFlag>();
  for (const each of judged) {
    if ("refusal" in each || each.status === "known") continue;
    const { flag } = each;
    const before = written.get(flag.id) ?? known.get(flag.id);
    const flagCase = cases.get(flag.articleId);
    if (before) written.set(flag.id, amend(before, flag, before.isClosed ? flagCase : undefined, nowMs));
    else if (flagCase) written.set(flag.id, createRow(flag, agent, flagCase, nowMs));
  }
  return written;
}

/** A new flag needs a case under way, and so does one that is amended after its own was closed. */
function needsCase(judged: JudgedFlag, known: KnownFlags): judged is Extract<JudgedFlag, { flag: FlagSubmission }> {
  if ("refusal" in judged) return false;
  const isAmendedLate = judged.status === "amended" && known.get(judged.flag.id)?.isClosed === true;
  return judged.status === "stored" || isAmendedLate;
}

function toResults(judged: readonly JudgedFlag[], rows: KnownFlags): FlagResult[] {
  return judged.map((each) => {
    if ("refusal" in each) return each.refusal;
    const { flag, status } = each;
    return { id: flag.id, status, lookBy: rows.get(flag.id)?.lookBy };
  });
}

type Case = { id: string; lookBy: string };

/** `anew`: the case under way that the flag goes to, its own being closed. */
function amend(
  before: KnownFlag,
  { reason, comment, passage }: FlagSubmission,
  anew: Case | undefined,
  nowMs: number,
): KnownFlag {
  const moved = anew && { caseId: anew.id, lookBy: anew.lookBy, isClosed: false };
  return { ...before, ...moved, reason, comment, passage, amendedAt: new Date(nowMs) };
}

function createRow(
  { id, articleId, articleVersion, reason, comment, passage, flaggedAt }: FlagSubmission,
  agent: Agent,
  flagCase: Case,
  nowMs: number,
): KnownFlag {
  const times = { flaggedAt: new Date(flaggedAt), receivedAt: new Date(nowMs), amendedAt: null };
  const said = { id, articleId, articleVersion, reason, comment, passage };
  return { ...said, ...times, agentId: agent.id, caseId: flagCase.id, lookBy: flagCase.lookBy, isClosed: false };
}

async function writeFlags(tx: Database, rows: readonly KnownFlag[], next: NextChangeNumber): Promise<void> {
  if (rows.length === 0) return;
  const amended = {
    reason: sql`excluded.reason`,
    comment: sql`excluded.comment`,
    passage: sql`excluded.passage`,
    amendedAt: sql`excluded.amended_at`,
    caseId: sql`excluded.case_id`,
    changeNumber: sql`excluded.change_number`,
  };
  const numbered = rows.map(({ lookBy, isClosed, ...row }) => ({ ...row, changeNumber: next() }));
  await tx.insert(flags).values(numbered).onConflictDoUpdate({ target: flags.id, set: amended });
}
