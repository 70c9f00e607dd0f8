import { and, asc, count, eq, gt, inArray, or, type SQL } from "drizzle-orm";
import type { FlagOutcomeChange } from "../../lib/contract/changes";
import type { Agent } from "../agents/agent";
import { type FlagCaseRow, flagCases } from "../db/flag-schema";
import { flags } from "../db/schema";
import type { Position } from "./cursor";
import { type FeedKind, latestOf } from "./feed-kind";

/** How long a closed flag is still told to a machine that reads everything anew, in milliseconds: 180 days. */
const CLOSED_TOLD_FOR_MS = 180 * 86_400_000;

/** What became of the agent's own flags, and of nobody else's, whether or not it may still read their articles. */
export const flagOutcomeChanges: FeedKind = {
  latest: (agent) => latestOf(flags.changeNumber, eq(flags.agentId, agent.id)),
  async read(tx, agent, position, limit, nowMs) {
    const { id, articleId, changeNumber } = flags;
    const { status, lookBy, answer, answeredAt } = flagCases;
    const rows = await tx
      .select({ id, articleId, changeNumber, status, lookBy, answer, answeredAt })
      .from(flags)
      .innerJoin(flagCases, eq(flagCases.id, flags.caseId))
      .where(isChangeFor(agent, position, nowMs))
      .orderBy(asc(changeNumber))
      .limit(limit);
    return rows.map((row) => ({ changeNumber: row.changeNumber, change: toChange(row) }));
  },
  async count(tx, agent, position, nowMs) {
    const [counted] = await tx
      .select({ changes: count() })
      .from(flags)
      .innerJoin(flagCases, eq(flagCases.id, flags.caseId))
      .where(isChangeFor(agent, position, nowMs));
    return counted?.changes ?? 0;
  },
};

/** Condition: the agent is told of the flag. A full read leaves out what was closed long before it began. */
function isChangeFor(agent: Agent, { at, from }: Position, nowMs: number): SQL | undefined {
  const isUnderWay = inArray(flagCases.status, ["open", "accepted"]);
  const isRecent = gt(flagCases.answeredAt, new Date(nowMs - CLOSED_TOLD_FOR_MS));
  const isTold = or(gt(flags.changeNumber, from), isUnderWay, isRecent);
  return and(eq(flags.agentId, agent.id), gt(flags.changeNumber, at), isTold);
}

type Outcome = { id: string; articleId: string } & Pick<FlagCaseRow, "status" | "lookBy" | "answer" | "answeredAt">;

function toChange({ id, articleId, status, lookBy, answer, answeredAt }: Outcome): FlagOutcomeChange {
  const flagOutcome = { id, articleId, status, lookBy, answer, answeredAt: answeredAt?.toISOString() ?? null };
  return { op: "put", type: "flagOutcome", flagOutcome };
}
