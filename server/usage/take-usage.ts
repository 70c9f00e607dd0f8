import { and, eq, inArray, sql } from "drizzle-orm";
import type { UsageEvent } from "../../lib/contract/usage";
import { findReadableIds } from "../access/known-articles";
import type { Agent } from "../agents/agent";
import type { Database } from "../db/database";
import { agents } from "../db/schema";
import { usageBatches, usageCounts, usageOfAgents } from "../db/usage-schema";
import { ProblemError } from "../http/problem";
import { dayOf } from "../learning/days";
import { type EventResult, judgeEvent, parseEvent, problemWithDay } from "./judge-event";

type Batch = { db: Database; agent: Agent; id: string; sent: readonly unknown[]; nowMs: number };

/**
 * Counts a batch in one transaction and answers for each event, in its order; "known" when the batch was counted before.
 * What is kept are sums: by day, article and group without the agent, and by day of the agent without the article.
 */
export async function takeUsage({ db, agent, id, sent, nowMs }: Batch): Promise<EventResult[] | "known"> {
  const parsed = sent.map(parseEvent);
  const events = parsed.flatMap((each) => ("event" in each ? [each.event] : []));
  return db.transaction(async (tx) => {
    // One batch of an agent at a time, so that two at once do not both fit below a day's most.
    await tx.select({ id: agents.id }).from(agents).where(eq(agents.id, agent.id)).for("no key update");
    if (!(await beginBatch(tx, id, agent.id, nowMs))) return "known";
    const named = events.flatMap((event) => ("articleId" in event ? [event.articleId] : []));
    const readable = await findReadableIds(tx, agent, named);
    const own = await readOwn(tx, agent.id, events, nowMs);
    const counted: UsageEvent[] = [];
    const results = parsed.map((each): EventResult => {
      if ("refusal" in each) return each.refusal;
      const { event } = each;
      const isReadable = !("articleId" in event) || readable.has(event.articleId);
      const key = ownKey(event);
      const verdict = judgeEvent(event, { isReadable, countedBefore: own.get(key) ?? 0, nowMs });
      if (verdict.status === "counted") {
        own.set(key, (own.get(key) ?? 0) + event.count);
        counted.push(event);
      }
      return verdict;
    });
    await addCounts(tx, agent, counted);
    return results;
  });
}

/** False when the batch was counted before. */
async function beginBatch(tx: Database, id: string, agentId: string, nowMs: number): Promise<boolean> {
  const batch = { id, agentId, receivedDay: dayOf(nowMs) };
  const begun = await tx.insert(usageBatches).values(batch).onConflictDoNothing().returning({ id: usageBatches.id });
  if (begun.length > 0) return true;
  const [known] = await tx.select({ agentId: usageBatches.agentId }).from(usageBatches).where(eq(usageBatches.id, id));
  if (known?.agentId !== agentId) throw new ProblemError("conflict", "id: belongs to another batch");
  return false;
}

/** What was counted of the agent before, on the days that can be taken; PostgreSQL would not look for a day of the year 0. */
async function readOwn(
  tx: Database,
  agentId: string,
  events: readonly UsageEvent[],
  nowMs: number,
): Promise<Map<string, number>> {
  const days = [...new Set(events.map(({ day }) => day))].filter((day) => problemWithDay(day, nowMs) === null);
  if (days.length === 0) return new Map();
  const { day, type, count } = usageOfAgents;
  const isOwn = and(eq(usageOfAgents.agentId, agentId), inArray(day, days));
  const rows = await tx.select({ day, type, count }).from(usageOfAgents).where(isOwn);
  return new Map(rows.map((row) => [ownKey(row), row.count]));
}

async function addCounts(tx: Database, agent: Agent, events: readonly UsageEvent[]): Promise<void> {
  if (events.length === 0) return;
  const groups = ["", ...agent.groups];
  const shared = sumBy(
    events.flatMap((event) => groups.map((group) => ({ ...countOf(event), group }))),
    ({ day, type, articleId, group }) => JSON.stringify([day, type, articleId, group]),
  );
  const { day, type, articleId, group, count } = usageCounts;
  const sum = sql`${count} + excluded.count`;
  await tx
    .insert(usageCounts)
    .values(shared)
    .onConflictDoUpdate({ target: [day, type, articleId, group], set: { count: sum } });
  const own = sumBy(
    events.map((event) => ({ agentId: agent.id, day: event.day, type: event.type, count: event.count })),
    ownKey,
  );
  const ofAgent = usageOfAgents;
  await tx
    .insert(ofAgent)
    .values(own)
    .onConflictDoUpdate({
      target: [ofAgent.agentId, ofAgent.day, ofAgent.type],
      set: { count: sql`${ofAgent.count} + excluded.count` },
    });
}

function countOf(event: UsageEvent) {
  const { day, type, count } = event;
  return { day, type, count, articleId: "articleId" in event ? event.articleId : "" };
}

function ownKey({ day, type }: Pick<UsageEvent, "day" | "type">): string {
  return JSON.stringify([day, type]);
}

/** One row for each key, in the keys' order: transactions that lock rows in one order do not wait for each other in a ring. */
function sumBy<Row extends { count: number }>(rows: readonly Row[], keyOf: (row: Row) => string): Row[] {
  const sums = new Map<string, Row>();
  for (const row of rows) {
    const key = keyOf(row);
    const before = sums.get(key);
    sums.set(key, before ? { ...before, count: before.count + row.count } : row);
  }
  return [...sums].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row);
}
