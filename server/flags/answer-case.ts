import { and, eq, isNull, ne, sql } from "drizzle-orm";
import type { FlagCasePatch } from "../../lib/contract/flag-cases";
import type { FlagStatus } from "../../lib/contract/flags";
import type { Agent } from "../agents/agent";
import type { Actor } from "../audit/actor";
import { recordAudit } from "../audit/record-audit";
import type { Database } from "../db/database";
import { type FlagCaseRow, flagCases } from "../db/flag-schema";
import { agents, articles, flags } from "../db/schema";
import { type NextChangeNumber, writeChanges } from "../db/server-state";
import { ProblemError } from "../http/problem";
import type { FlagSettings } from "../settings";
import { toStorableText } from "../storable-text";
import { isDealtWithBy } from "./case-access";
import { countOpenFlags } from "./count-open-flags";
import { type Assignee, findByName } from "./find-assignee";
import { lookByDay } from "./look-by";

type Answering = {
  db: Database;
  caseId: string;
  patch: FlagCasePatch;
  /** Null: the command line, which may answer all. */
  manager: Agent | null;
  actor: Actor;
  settings: FlagSettings;
  nowMs: number;
  /** Gets the case as it stands, locked; throws when the answer is not to be taken. */
  check?(current: FlagCaseRow): void;
};

/**
 * Carries out what is said of a case. Closing it lowers its article's `openFlags`, reopening raises them; whose status or
 * answer changes tells each agent who flagged. False when there is no such case for this manager. Throws `ProblemError`
 * when the answer does not go with how things stand.
 */
export async function answerCase({ db, caseId, manager, ...answering }: Answering): Promise<boolean> {
  return writeChanges(db, async (tx, next) => {
    const [found] = await tx
      .select({ row: flagCases })
      .from(flagCases)
      .leftJoin(articles, eq(articles.id, flagCases.articleId))
      .where(and(eq(flagCases.id, caseId), manager ? isDealtWithBy(manager) : undefined));
    if (!found) return false;
    answering.check?.(found.row);
    await change(tx, found.row, answering, next);
    return true;
  });
}

async function change(
  tx: Database,
  before: FlagCaseRow,
  { patch, actor, settings, nowMs }: Omit<Answering, "db" | "caseId" | "manager">,
  next: NextChangeNumber,
): Promise<void> {
  const outcome = plan(before, patch);
  const assignee = patch.assignee === undefined ? assigneeOf(before) : await findNewAssignee(tx, patch.assignee);
  const isNews = outcome.status !== before.status || outcome.answer !== before.answer;
  if (!isNews && assignee.assigneeId === before.assigneeId && assignee.assigneeName === before.assigneeName) return;
  const isReopened = isClosed(before.status) && !isClosed(outcome.status);
  if (isReopened) await refuseReopening(tx, before);
  const at = new Date(nowMs);
  const isUntouched = outcome.status === "open" && outcome.answer === null;
  const answered = isUntouched
    ? { answeredAt: null, answeredById: null, answeredByName: null }
    : { answeredAt: at, answeredById: actor.agentId, answeredByName: actor.name };
  await tx
    .update(flagCases)
    .set({
      ...outcome,
      ...assignee,
      ...(isNews && answered),
      ...(isReopened && outcome.status === "open" && { lookBy: lookByDay(nowMs, settings) }),
      ...{ revision: before.revision + 1, updatedAt: at, updatedByName: actor.name },
    })
    .where(eq(flagCases.id, before.id));
  if (isNews) await tellFlaggers(tx, before.id, next);
  await countOpenFlags(tx, [before.articleId], next);
  const details = { articleId: before.articleId, status: outcome.status, assignee: assignee.assigneeName };
  const subject = { type: "flagCase", id: before.id };
  await recordAudit(tx, actor, { action: isNews ? "flagCase.answer" : "flagCase.assign", subject, details }, nowMs);
}

/** Status and answer as they are to be. */
function plan(before: FlagCaseRow, patch: FlagCasePatch): Pick<FlagCaseRow, "status" | "answer"> {
  const status = patch.status ?? before.status;
  const isReopened = isClosed(before.status) && !isClosed(status);
  const kept = isReopened ? null : before.answer;
  const answer = patch.answer === undefined ? kept : storable(patch.answer);
  if (status === "declined" && answer === null) {
    throw new ProblemError("invalid_request", "answer: declining takes a word to those who flagged");
  }
  return { status, answer };
}

/** Null when nothing is left that a database can hold. */
function storable(text: string | null): string | null {
  return (text === null ? "" : toStorableText(text).trim()) || null;
}

function isClosed(status: FlagStatus): boolean {
  return status === "fixed" || status === "declined";
}

function assigneeOf({ assigneeId, assigneeName }: FlagCaseRow): Assignee {
  return { assigneeId, assigneeName };
}

async function findNewAssignee(tx: Database, to: NonNullable<FlagCasePatch["assignee"]> | null): Promise<Assignee> {
  if (to === null) return { assigneeId: null, assigneeName: null };
  if ("name" in to) {
    const assigneeName = storable(to.name);
    if (assigneeName === null) throw new ProblemError("invalid_request", "assignee.name: expected some letters");
    return (await findByName(tx, assigneeName)) ?? { assigneeId: null, assigneeName };
  }
  const isManager = and(eq(agents.id, toStorableText(to.agentId)), ne(agents.role, "agent"), isNull(agents.disabledAt));
  const [found] = await tx.select({ assigneeId: agents.id, assigneeName: agents.name }).from(agents).where(isManager);
  if (!found) throw new ProblemError("invalid_request", "assignee.agentId: there is no such manager or admin");
  return found;
}

/** Refuses what would give the article a second case under way, or one without a flag. */
async function refuseReopening(tx: Database, { id, articleId }: FlagCaseRow): Promise<void> {
  const isUnderWay = sql`${flagCases.status} in ('open', 'accepted')`;
  const [other] = await tx
    .select({ id: flagCases.id })
    .from(flagCases)
    .where(and(eq(flagCases.articleId, articleId), isUnderWay));
  if (other) throw new ProblemError("conflict", `The article has the case ${other.id} under way; answer that one.`);
  const flagCount = await tx.$count(flags, eq(flags.caseId, id));
  if (flagCount === 0) throw new ProblemError("conflict", "The case's flags went on in a later case; reopen that one.");
}

/** Gives each of the case's flags a change number of its own. */
async function tellFlaggers(tx: Database, caseId: string, next: NextChangeNumber): Promise<void> {
  const told = await tx.select({ id: flags.id }).from(flags).where(eq(flags.caseId, caseId)).orderBy(flags.id);
  for (const { id } of told) await tx.update(flags).set({ changeNumber: next() }).where(eq(flags.id, id));
}
